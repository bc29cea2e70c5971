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
    return range && box ? box.top - sunk(range) : null;
  };
  const last = lastAbove(0, blocks.length, (index) => top(blocks[index]!.start), y);
  if (last === null) return null;
  if (last < 0) return blocks[0]?.start ?? null;
  const { start, end } = blocks[last]!;
  return Math.max(start, lastAbove(start, end, top, y) ?? start);
}

/** A cell higher than so many screens holds a page of its own, and nothing in it stands in a row's middle. */
const CELL = 1.5;

/**
 * How far the text of a table's cell stands below the cell's top: numbers in the middle of a high row begin where the row does, or the
 * places of a text would not go downwards.
 */
function sunk(range: Range): number {
  const { startContainer: at } = range;
  const cell = (at instanceof Element ? at : at.parentElement)?.closest('td, th');
  const view = cell?.ownerDocument.defaultView;
  const box = cell?.getBoundingClientRect();
  if (!cell || !box || !view || box.height > view.innerHeight * CELL) return 0;
  const inside = cell.ownerDocument.createRange();
  inside.selectNodeContents(cell);
  return Math.max(0, inside.getBoundingClientRect().top - box.top);
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
