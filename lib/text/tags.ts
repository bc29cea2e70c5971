/** What element names mean to the layout where no style says otherwise: the user-agent sheet of the HTML standard. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Nothing in these is document text: code, form fields, embedded content, what is struck out or the standard never renders. */
export const SILENT = /* @__PURE__ */ set(
  'head script style template noscript title meta link base svg math canvas iframe frame frameset object embed audio ' +
    'video map rt rp rtc del s strike select option datalist textarea input button progress meter dutymark-root',
);

/**
 * Attribute of what a copy of ours adds to a document (facts, legend, notes, tasks): shown, but no part of its text, so that
 * the copy reads as the document it was made of. A page could use it to keep words from being read, as it can with `hidden`.
 */
export const ASIDE = 'data-dutymark-aside';

/** Set apart from what stands before and after. */
export const BLOCK = /* @__PURE__ */ set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table caption tbody thead tfoot tr td th colgroup col ul xmp',
);

/** Line feeds in the source are line feeds in print. */
export const PREFORMATTED = /* @__PURE__ */ set('pre listing xmp plaintext');

export const BOLD = /* @__PURE__ */ set('b strong th h1 h2 h3 h4 h5 h6');

/** Lower case name of an element, the same in HTML and XHTML documents. */
export function nameOf(element: Element): string {
  return element.localName;
}
