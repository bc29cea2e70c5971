/** Addresses of documents that have no place of their own: written by a script, or into an attribute of their frame. */
const WITHOUT_PLACE = /^(?:about|blob|data):/i;

/**
 * Where a document stands: its address, or, where it has none of its own (a frame by `srcdoc` or written by script), that
 * of the nearest page around it that may be looked at.
 */
export function addressOf(document: Document): string {
  let view: Window | null = document.defaultView;
  let address = document.URL;
  while (view && WITHOUT_PLACE.test(address)) {
    const around: Window | null = view.parent === view ? null : view.parent;
    try {
      if (around) address = around.document.URL;
    } catch {
      // Another site's page is around it: that is no place of this document's.
      return address;
    }
    view = around;
  }
  return address;
}
