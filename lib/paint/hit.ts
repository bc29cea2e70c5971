import type { DomText } from '../text/types';
import { placeAtPoint } from './near';
import type { Mark } from './types';

/**
 * The offset of the character that is printed at a point of the viewport; null where the point is on no character. The
 * caret snaps to the nearest text however far it is, so the character's own box has the last word.
 */
export function characterAt(text: DomText, x: number, y: number): number | null {
  const document = (text.root.ownerDocument ?? text.root) as Document;
  const place = placeAtPoint(document, x, y);
  const offset = place ? text.offsetOf(place.node, place.offset) : null;
  if (offset === null) return null;
  // The caret stands between two characters: the point is on one of them.
  for (const at of [offset, offset - 1]) {
    if (at < 0) continue;
    for (const box of text.rangeOf({ start: at, end: at + 1 })?.getClientRects() ?? []) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return at;
    }
  }
  return null;
}

/** The marks over a character, the narrowest first. */
export function marksAt(marks: readonly Mark[], offset: number): Mark[] {
  return marks
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}
