import { beginsItem, linesOf, wideGaps } from './lines';
import type { Grid, Line, Piece } from './types';

/** White this wide, in sizes of the type, may part two columns. */
const CUT = 1.5;
/** Fewer rows with text on both sides than this tell nothing by themselves. */
const FEWEST = 3;
/** So many are a page in columns even where no line runs on. */
const MANY = 8;

/** How a page was set in columns: the middles of the gutters, and where the columns begin, from the left. */
export interface ColumnShape {
  readonly gutters: readonly number[];
  readonly edges: readonly number[];
}

export interface ReadingOrder {
  /** Lines and tables as they are read. */
  readonly order: readonly (Line | Grid)[];
  /** Of a page in columns. */
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
  // Lines without such white are the same cut at it, and building them costs as much as all that follows.
  const parts = whole.some((line) => wideGaps(line, CUT) > 0) ? linesOf(pieces, CUT) : whole;
  // Without lines that begin in the middle there is no second column; most pages are done here.
  const inside = parts.filter(({ x0 }) => x0 > width * 0.35);
  const tells = inside.length > 1 || inside.some(({ text }) => ITEM.test(text));
  if (inside.length < (before ? 1 : FEWEST) && !tells) return across(false);
  const columns = bestGutter(parts, width);
  const three = threeColumns(parts, width, before);
  if (three) return { order: byColumn(parts, grids, three), columns: three, unsure: false };
  if (!columns) return across(false);
  const goesOn = before !== null && columns.rows >= 1 && sameShape(columns.shape, before);
  const enough = columns.rows >= FEWEST || (columns.rows === 2 && (columns.items || columns.closed));
  const sure =
    columns.counted || columns.labelled || (columns.aligned && (columns.running === 2 ? enough : columns.full));
  if (goesOn || sure) return { order: byColumn(parts, grids, columns.shape), columns: columns.shape, unsure: false };
  const least = columns.items ? 2 : FEWEST + 1;
  return across(columns.rows >= least && columns.aligned && columns.running === 1);
}

export const sameShape = (a: ColumnShape, b: ColumnShape): boolean =>
  a.edges.length === b.edges.length && a.edges.every((edge, at) => Math.abs(edge - b.edges[at]!) < 8);

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

/** A page in three columns; null where it has none, which most pages show at once. */
function threeColumns(parts: readonly Line[], width: number, before: ColumnShape | null): ColumnShape | null {
  const goesOn = before?.edges.length === 3;
  const begin = (from: number, to: number) => parts.filter(({ x0 }) => x0 >= from * width && x0 < to * width).length;
  const fewest = goesOn ? 1 : FEWEST;
  if (begin(0.3, 0.5) < fewest || begin(0.55, 0.8) < fewest) return null;
  let best: { shape: ColumnShape; columns: Line[][]; rows: number; crossing: number } | null = null;
  for (let one = width * 0.28; one <= width * 0.45; one += 4)
    for (let two = width * 0.55; two <= width * 0.72; two += 4) {
      const columns = inColumns(parts, one, two);
      const rows = Math.min(...columns.map(({ length }) => length));
      const crossing = parts.length - columns.flat().length;
      if (crossing > parts.length / 4 || rows < fewest) continue;
      if (best && (rows < best.rows || (rows === best.rows && crossing >= best.crossing))) continue;
      const edges = columns.map(edgeOf);
      if (columns.every((column, at) => isAligned(column, edges[at]!)))
        best = { shape: { gutters: [one, two], edges }, columns, rows, crossing };
    }
  if (!best) return null;
  const { shape, columns } = best;
  if (goesOn && sameShape(shape, before)) return shape;
  const counted = countsOn(columns[0]!, columns[1]!) && countsOn(columns[1]!, columns[2]!);
  return counted || columns.every(runsOn) ? shape : null;
}

function inColumns(parts: readonly Line[], one: number, two: number): Line[][] {
  return [
    parts.filter(({ x1 }) => x1 <= one),
    parts.filter(({ x0, x1 }) => x0 >= one && x1 <= two),
    parts.filter(({ x0 }) => x0 >= two),
  ].map((column) => column.sort((a, b) => a.y - b.y));
}

const ITEM =
  /^(?:[（(]?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)、．﹒]|\.(?!\d))|第([一二三四五六七八九十]{1,3}|\d{1,2})[条项章]|([①-⑳]))/;

/** The numbers that lines begin with, by the way they are written: only those of one way count on. */
function numbersOf(side: readonly Line[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const { text } of side) {
    const [mark, plain, counted, circled] = ITEM.exec(text) ?? [];
    const number = plain ?? counted ?? circled;
    if (!mark || !number) continue;
    const way = mark.replace(number, circled ? '①' : /\d/.test(number) ? '1' : '一');
    const others = numbers.get(way);
    if (others) others.push(worth(number));
    else numbers.set(way, [worth(number)]);
  }
  return numbers;
}

function worth(number: string): number {
  if (/\d/.test(number)) return Number(number);
  if (number >= '①' && number <= '⑳') return number.charCodeAt(0) - 0x245f;
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number];
  const digit = (sign: string) => '一二三四五六七八九'.indexOf(sign) + 1;
  return (number.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0);
}

/**
 * Numbers that go up by one down the left side and go on so on the right: 一、二、三 beside 四、五. Read across they would go
 * 一、四、二、五. A single number on each side (一 beside 二) is no count, for it is the same either way.
 */
function countsOn(left: readonly Line[], right: readonly Line[]): boolean {
  const [before, after] = [numbersOf(left), numbersOf(right)];
  return [...before].some(([way, numbers]) => {
    const more = after.get(way) ?? [];
    if (numbers.length < 2 || more.length === 0) return false;
    const all = [...numbers, ...more];
    return all.every((number, index) => index === 0 || number === all[index - 1]! + 1);
  });
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
  /** The items of the right side count on from those of the left. */
  readonly counted: boolean;
  /** Both sides begin with an item. */
  readonly items: boolean;
  /** Both sides end with a sentence. */
  readonly closed: boolean;
  /** Below what each side says stands the same label: its own, for no form asks for one thing twice in a row. */
  readonly labelled: boolean;
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
  // Numbers are looked for beyond the heights that both sides have: one of them may be much longer.
  const whole = [sorted.filter(({ x1 }) => x1 <= x), sorted.filter(({ x0 }) => x0 >= x)] as const;
  return {
    shape: { gutters: [x], edges: [left, right] },
    rows,
    counted: countsOn(whole[0], whole[1]),
    running: sides.filter(runsOn).length,
    closed: sides.every((side) => /[。）)]$/.test(side.at(-1)?.text ?? '')),
    labelled: isAligned(sides[0], left) && isAligned(sides[1], right) && sharesLabels(whole[0], whole[1]),
    items: sides.every(([first]) => first !== undefined && ITEM.test(first.text)),
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

/** Both sides have one label below what they say. */
function sharesLabels(left: readonly Line[], right: readonly Line[]): boolean {
  const [one, other] = [left, right].map(
    (side) =>
      new Set(side.slice(1).map(({ text }) => LABEL.exec(text)?.[0].replace(/\s/g, '').replace(':', '：') ?? '')),
  ) as [Set<string>, Set<string>];
  return [...one].some((label) => label !== '' && other.has(label));
}

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

/** The column of what reaches from one place to another; null where it crosses a gutter. */
function spanned(x0: number, x1: number, gutters: readonly number[]): number | null {
  const at = gutters.filter((gutter) => x0 >= gutter).length;
  return at < gutters.length && x1 > gutters[at]! ? null : at;
}

/** The column that a line stands in; null for one that crosses a gutter, or begins in its white: a title over both may be no wider. */
export function columnOf({ x0, x1, size }: Line, { gutters, edges }: ColumnShape): number | null {
  const at = spanned(x0, x1, gutters);
  return at !== null && at > 0 && x0 < edges[at]! - 1.2 * size ? null : at;
}

/**
 * Column by column from the left, down to what crosses a gutter.
 */
function byColumn(parts: readonly Line[], grids: readonly Grid[], shape: ColumnShape): (Line | Grid)[] {
  const result: (Line | Grid)[] = [];
  let columns: (Line | Grid)[][] = [];
  const close = () => {
    for (const column of columns) if (column) result.push(...column);
    columns = [];
  };
  for (const part of [...parts, ...grids].sort((a, b) => topOf(a) - topOf(b))) {
    const at = isGrid(part) ? spanned(part.columns[0]!, part.columns.at(-1)!, shape.gutters) : columnOf(part, shape);
    if (at === null) {
      close();
      result.push(part);
    } else {
      columns[at] ??= [];
      columns[at].push(part);
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
