import type { DomText } from '../text/types';

/**
 * The offset of the first block that begins at or below a line of the viewport's height, or, inside a block that the line
 * cuts, the last of its signs above the line; null where the text is not laid out. Some thirty boxes are asked for.
 */
export function offsetAtHeight(text: DomText, y: number): number | null {
  const { blocks } = text;
  const top = (offset: number): number | null => {
    const range = text.rangeOf({ start: offset, end: offset + 1 });
    const box = range?.getClientRects()[0];
    return box ? box.top : null;
  };
  const last = lastAbove(0, blocks.length, (index) => top(blocks[index]!.start), y);
  if (last === null) return null;
  if (last < 0) return blocks[0]?.start ?? null;
  const { start, end } = blocks[last]!;
  return Math.max(start, lastAbove(start, end, top, y) ?? start);
}

/** The last of a run of places that does not lie below y; before the first where all do; null where none is drawn. */
function lastAbove(from: number, to: number, top: (at: number) => number | null, y: number): number | null {
  let low = from;
  let high = to;
  let drawn = false;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A place that is not drawn (a line end) is where the next one is.
    let at = middle;
    let found = top(at);
    while (found === null && at + 1 < high) found = top(++at);
    drawn ||= found !== null;
    if (found !== null && found <= y) low = at + 1;
    else high = middle;
  }
  return drawn ? low - 1 : null;
}
