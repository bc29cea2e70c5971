import { beginsItem, linesOf } from './lines';
import type { Grid, Line, Piece } from './types';

/** White this wide, in sizes of the type, may part two columns. */
const CUT = 1.5;
/** Fewer rows with text on both sides than this tell nothing by themselves. */
const FEWEST = 3;
/** So many are a page in columns even where no line runs on. */
const MANY = 8;

/** How a page was set in two columns: the gutter's middle, and where the columns begin. */
export interface ColumnShape {
  readonly gutter: number;
  readonly left: number;
  readonly right: number;
}

export interface ReadingOrder {
  /** Lines and tables as they are read. */
  readonly order: readonly (Line | Grid)[];
  /** Of a page in two columns. */
  readonly columns: ColumnShape | null;
  /** It may be set in two columns, and was read line by line. */
  readonly unsure: boolean;
}

export const isGrid = (part: Line | Grid): part is Grid => 'cells' in part;

/**
 * What stands on a page in reading order. A page is set in two columns where a gutter of white runs down between running
 * text on both sides: left before right, parted by the lines and tables that cross the gutter.
 *
 * Running text is known by lines that are full and go on in the next line of their own column. A form with labels and
 * values side by side, or two signatures, has none, and is read across.
 *
 * @param before of the page before: columns go on as they were set, down to the two lines of a last page
 */
export function readingOrder(
  pieces: readonly Piece[],
  grids: readonly Grid[],
  width: number,
  before: ColumnShape | null = null,
): ReadingOrder {
  const whole = linesOf(pieces);
  const across = (unsure: boolean): ReadingOrder => ({ order: mergedByHeight(whole, grids), columns: null, unsure });
  const parts = linesOf(pieces, CUT);
  // Without lines that begin in the middle there is no second column; most pages are done here.
  if (parts.filter(({ x0 }) => x0 > width * 0.35).length < (before ? 1 : FEWEST)) return across(false);
  const columns = bestGutter(parts, width);
  if (!columns) return across(false);
  const goesOn = before !== null && columns.rows >= 1 && sameShape(columns.shape, before);
  const sure = columns.aligned && (columns.running === 2 ? columns.rows >= FEWEST : columns.full);
  if (goesOn || sure)
    return { order: byColumn(parts, grids, columns.shape.gutter), columns: columns.shape, unsure: false };
  return across(columns.rows > FEWEST && columns.aligned && columns.running === 1);
}

const sameShape = (a: ColumnShape, b: ColumnShape): boolean =>
  Math.abs(a.right - b.right) < 8 && Math.abs(a.left - b.left) < 8;

/** Parts between two that cross a gutter: those left of it, and those right of it. */
interface Band {
  readonly left: Line[];
  readonly right: Line[];
}

/** Down the page; the columns' base lines need not be on one height. */
function bandsAt(x: number, sorted: readonly Line[]): Band[] {
  const bands: Band[] = [{ left: [], right: [] }];
  for (const part of sorted) {
    if (part.x1 <= x) bands.at(-1)!.left.push(part);
    else if (part.x0 >= x) bands.at(-1)!.right.push(part);
    else bands.push({ left: [], right: [] });
  }
  return bands.map(besideEachOther).filter(({ left, right }) => left.length > 0 && right.length > 0);
}

/** The lines of both sides at the heights that both have. */
function besideEachOther({ left, right }: Band): Band {
  if (left.length === 0 || right.length === 0) return { left: [], right: [] };
  const top = Math.max(left[0]!.y - left[0]!.size, right[0]!.y - right[0]!.size);
  const bottom = Math.min(left.at(-1)!.y, right.at(-1)!.y) + left[0]!.size;
  const within = ({ y }: Line) => y >= top && y <= bottom;
  return { left: left.filter(within), right: right.filter(within) };
}

interface Found {
  readonly shape: ColumnShape;
  /** Rows with text on both sides. */
  readonly rows: number;
  /** On how many of the sides text runs on from line to line. */
  readonly running: number;
  /** The lines of each side begin where most of the others do, or are indented. */
  readonly aligned: boolean;
  /** Many rows of long lines on both sides, whatever they say. */
  readonly full: boolean;
}

function bestGutter(parts: readonly Line[], width: number): Found | null {
  const sorted = [...parts].sort((a, b) => a.y - b.y);
  let best: { x: number; bands: Band[]; rows: number } | null = null;
  for (let x = width * 0.3; x <= width * 0.7; x += 4) {
    const bands = bandsAt(x, sorted);
    const rows = bands.reduce((sum, { left, right }) => sum + Math.min(left.length, right.length), 0);
    if (rows > 0 && (!best || rows > best.rows)) best = { x, bands, rows };
  }
  if (!best) return null;
  const { x, bands, rows } = best;
  const sides = [bands.flatMap(({ left }) => left), bands.flatMap(({ right }) => right)] as const;
  const [left, right] = [edgeOf(sides[0]), edgeOf(sides[1])];
  return {
    shape: { gutter: x, left, right },
    rows,
    running: sides.filter(runsOn).length,
    aligned: isAligned(sides[0], left) && isAligned(sides[1], right),
    full: rows >= MANY && sides.every((side) => inkOf(side) / side.length >= 9),
  };
}

const inkOf = (side: readonly Line[]): number => side.reduce((sum, { text }) => sum + text.length, 0);

/** Where most lines of a side begin. */
function edgeOf(side: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { x0 } of side) counts.set(Math.round(x0 / 3), (counts.get(Math.round(x0 / 3)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return 3 * Math.min(...[...counts].filter(([, count]) => count >= most * 0.6).map(([place]) => place));
}

/** Indented first lines begin up to two signs further right, centred heads anywhere: those may be few. */
function isAligned(side: readonly Line[], edge: number): boolean {
  const kept = side.filter(({ x0, size }) => x0 > edge - 0.6 * size && x0 < edge + 2.6 * size);
  return kept.length >= side.length * 0.75;
}

/** Forms name what they hold, line by line. */
const LABEL = /^[^，。；：:]{2,8}[：:]/;

/** A line that is full and closes no sentence, and below it, at the edge, one that goes on. */
function runsOn(side: readonly Line[]): boolean {
  const right = Math.max(...side.map(({ x1 }) => x1));
  const left = edgeOf(side);
  return side.some((line, index) => {
    const next = side[index + 1];
    if (!next || line.text.length < 8 || line.x1 < right - 1.8 * line.size) return false;
    const step = next.y - line.y;
    const isNext = step > 0.5 * line.size && step < 2.4 * line.size && Math.abs(next.x0 - left) < 0.8 * next.size;
    return isNext && !/[。；！？：:;]$/.test(line.text) && !beginsItem.test(next.text) && !LABEL.test(next.text);
  });
}

/** Left before right, down to what crosses the gutter. */
function byColumn(parts: readonly Line[], grids: readonly Grid[], gutter: number): (Line | Grid)[] {
  const result: (Line | Grid)[] = [];
  let left: (Line | Grid)[] = [];
  let right: (Line | Grid)[] = [];
  const close = () => {
    result.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const part of [...parts, ...grids].sort((a, b) => topOf(a) - topOf(b))) {
    const [x0, x1] = isGrid(part) ? [part.columns[0]!, part.columns.at(-1)!] : [part.x0, part.x1];
    if (x1 <= gutter) left.push(part);
    else if (x0 >= gutter) right.push(part);
    else {
      close();
      result.push(part);
    }
  }
  close();
  return result;
}

const topOf = (part: Line | Grid): number => (isGrid(part) ? part.top : part.y);

function mergedByHeight(lines: readonly Line[], grids: readonly Grid[]): (Line | Grid)[] {
  const result: (Line | Grid)[] = [];
  const waiting = [...grids].sort((a, b) => a.top - b.top);
  for (const line of lines) {
    while (waiting.length > 0 && waiting[0]!.top < line.y) result.push(waiting.shift()!);
    result.push(line);
  }
  return [...result, ...waiting];
}
