import type { DomText, Span } from '../text/types';

/**
 * Sorted so that what stands nearest to the middle of what is seen comes first. The input stays as it is. Cost: the
 * boxes of some fifteen places, whatever the number of items.
 */
export function nearestFirst<T extends { readonly span: Span }>(text: DomText, items: readonly T[]): T[] {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start);
  const view = ((text.root.ownerDocument ?? text.root) as Document).defaultView;
  if (!view || sorted.length < 2) return sorted;
  const middle = view.innerHeight / 2;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const at = (low + high) >> 1;
    const box = text
      .rangeOf({ start: sorted[at]!.span.start, end: sorted[at]!.span.start + 1 })
      ?.getBoundingClientRect();
    if (box && box.top < middle) low = at + 1;
    else high = at;
  }
  const near: T[] = [];
  for (let up = low - 1, down = low; up >= 0 || down < sorted.length; ) {
    if (down < sorted.length) near.push(sorted[down++]!);
    if (up >= 0) near.push(sorted[up--]!);
  }
  return near;
}

/** The caret place at a point of the viewport; null where there is none. */
export function placeAtPoint(document: Document, x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : null;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
