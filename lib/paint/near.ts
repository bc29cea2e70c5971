import type { DomText, Span } from '../text/types';

/** Points of the viewport that are likely to lie on text, as shares of its width and height. */
const PROBES = [
  [0.5, 0.5],
  [0.3, 0.4],
  [0.5, 0.2],
  [0.3, 0.8],
] as const;

/** The offset of the text that stands near the middle of what is seen; 0 where that cannot be told. */
export function offsetInView(text: DomText): number {
  const document = (text.root.ownerDocument ?? text.root) as Document;
  const view = document.defaultView;
  if (!view) return 0;
  for (const [x, y] of PROBES) {
    const place = placeAtPoint(document, view.innerWidth * x, view.innerHeight * y);
    const offset = place ? text.offsetOf(place.node, place.offset) : null;
    if (offset !== null) return offset;
  }
  return 0;
}

/** Sorted so that what stands nearest to an offset comes first. The input stays as it is. */
export function nearestFirst<T extends { readonly span: Span }>(items: readonly T[], offset: number): T[] {
  return [...items].sort((a, b) => Math.abs(a.span.start - offset) - Math.abs(b.span.start - offset));
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
