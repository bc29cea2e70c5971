/**
 * Copies what is selected of a document, without the addresses of our own pages: a link inside the document would be
 * completed by the browser to one of this extension, which means nothing anywhere else and tells its id.
 *
 * @returns whether it was for us to copy: something of the document is selected.
 */
export function copySelection(event: ClipboardEvent, article: HTMLElement): boolean {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || range.collapsed || !range.intersectsNode(article) || !event.clipboardData) return false;
  const box = document.createElement('div');
  // What holds the selection without being in it: bold, a heading, a row.
  const holder = range.commonAncestorContainer;
  box.append(range.cloneContents());
  if (holder instanceof Element && holder !== article && article.contains(holder)) {
    const around = holder.cloneNode(false) as Element;
    around.append(...box.childNodes);
    box.append(around);
  }
  for (const link of box.querySelectorAll('a[href]'))
    if (isOwn(link.getAttribute('href'))) link.removeAttribute('href');
  for (const image of box.querySelectorAll('[src]')) if (isOwn(image.getAttribute('src'))) image.remove();
  event.clipboardData.setData('text/html', box.innerHTML);
  event.clipboardData.setData('text/plain', String(selection));
  event.preventDefault();
  return true;
}

/** Relative addresses and such as lead to our own pages; whole addresses of the web and pictures in the file itself are not. */
const isOwn = (address: string | null): boolean => !/^(?:https?:|mailto:|data:)/i.test(address ?? '');
