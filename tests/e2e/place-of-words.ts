/** Where words stand on a line. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/**
 * Where words stand in a page, which are brought into view; null where they stand nowhere. To be given to a driver's `evaluate`: it may use
 * nothing from outside itself.
 */
export function placeOfWords(words: string): Place | null {
  const walker = document.createTreeWalker(document.querySelector('#zoom') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const from = node.nodeValue?.indexOf(words) ?? -1;
    if (from < 0) continue;
    node.parentElement?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + words.length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, y: top + height / 2 };
  }
  return null;
}
