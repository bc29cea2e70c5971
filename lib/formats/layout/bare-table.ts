import { isPageNumber } from './furniture';
import { linesOf } from './lines';
import type { Grid, GridCell, Line, Piece } from './types';

/** What the columns of a table of tasks are called; the first is the number, and one names the units. */
const NUMBER = /^(?:序\s*号|编\s*号)$/;
const WORK = /^(?:重点|主要|工作|具体|目标|年度)*(?:任务|事项|内容|举措|措施|项目|工作)(?:名称|内容|及要求)?$/;
const UNIT = /^(?:牵头|责任|配合|参加|参与|协办|主办|承办|负责|落实)(?:单位|部门|科室)(?:及责任人)?$/;
const TIME = /^(?:完成|办理|办结|推进)?(?:时限|时间|期限|时间节点)(?:要求)?$/;
const OTHER = /^(?:备\s*注|责任人|责任领导|分管领导|联系人|工作要求|工作目标|成果形式)$/;

/** The number of a row. */
const ROW = /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?)[.．、]?$/;

/** A white gap this wide, in sizes of the type, parts two cells of one line. */
const GAP = 0.9;
/** Neighbouring columns keep at least this much white between them over the whole table. */
const GUTTER = 0.3;

/** A column: its head, and how far what stands in it reaches. */
interface Column {
  x0: number;
  x1: number;
}

/** How a table was set, so that its rows are known again on the next page. */
export interface BareShape {
  /** Edges between the columns, the outer ones too. */
  readonly edges: readonly number[];
  readonly size: number;
}

/** A table that no rules surround, as far as it goes on this page. */
export interface BareTable {
  readonly grid: Grid;
  readonly used: ReadonlySet<Piece>;
}

export interface BareTables {
  readonly tables: readonly BareTable[];
  /** Tables whose rows and columns could not be told for sure; they stay text. */
  readonly unsure: number;
  /** Of a table that goes on to the end of the page. */
  readonly open: BareShape | null;
}

const none: BareTables = { tables: [], unsure: 0, open: null };

/**
 * Tables of tasks without rules: a head line of known names, the number first; below it lines that keep to its columns,
 * each row begun by a number. Rebuilt only where that is sure: no text reaches over a gutter, and every line without a
 * number goes on where the line above it in its column was full. A number that stands in the middle of its row's lines
 * fails that, and then nothing is rebuilt.
 *
 * @param before of a table that the page before ended with: its rows may go on here without a head.
 */
export function bareTables(pieces: readonly Piece[], height: number, before: BareShape | null = null): BareTables {
  // Most pages have no such head, and cost one look at each piece.
  if (!before && !pieces.some(({ text }) => NUMBER.test(text))) return none;
  const rows = linesOf(pieces)
    .filter((line) => !isPageNumber(line, height))
    .map((line) => linesOf(line.pieces, GAP));
  const tables: BareTable[] = [];
  let unsure = 0;
  let open: BareShape | null = null;
  const take = (made: BareTable | null, next: number) => {
    if (made) tables.push(made);
    else unsure++;
    const { columns = [], cells = [] } = made?.grid ?? {};
    open = made && next >= rows.length ? { edges: columns, size: cells[0]?.lines[0]?.size ?? 12 } : null;
  };
  let at = 0;
  if (before && rows[0] && !isHead(rows[0]) && goesOn(rows[0], before)) {
    const body = bodyOf(columnsOf(before), null, rows);
    take(body && tableOf(null, body, before), body?.length ?? 0);
    at = body?.length ?? 0;
  }
  for (; at < rows.length; at++) {
    const head = rows[at]!;
    if (!isHead(head)) continue;
    const body = bodyOf(
      head.map(({ x0, x1 }) => ({ x0, x1 })),
      head[0]!,
      rows.slice(at + 1),
    );
    const length = body?.length ?? 0;
    take(body && tableOf(head, body, at === 0 ? before : null), at + 1 + length);
    at += length;
  }
  return { tables, unsure, open };
}

/** Columns as wide as their edges allow; what stands in them says more. */
const columnsOf = ({ edges, size }: BareShape): Column[] =>
  edges.slice(1).map((right, index) => ({ x0: edges[index]! + size, x1: right - size }));

/** The first line of a page has cells in several columns of the table before, or its next number. */
function goesOn(cells: readonly Line[], { edges, size }: BareShape): boolean {
  if (cells.some((cell) => Math.abs(cell.size - size) > 0.3 * size)) return false;
  const column = (cell: Line) => edges.findLastIndex((edge) => edge <= (cell.x0 + cell.x1) / 2);
  return new Set(cells.map(column)).size >= 2;
}

function isHead(cells: readonly Line[]): boolean {
  const names = cells.map(({ text }) => text.replace(/\s/g, ''));
  if (cells.length < 3 || !NUMBER.test(names[0]!)) return false;
  const known = names.slice(1).every((name) => [WORK, UNIT, TIME, OTHER].some((kind) => kind.test(name)));
  return known && names.some((name) => UNIT.test(name)) && names.some((name) => WORK.test(name));
}

/**
 * Lines that keep to columns, each as cells by column; null where they do not for sure.
 *
 * @param head the line above the first; null where the page begins with them
 */
function bodyOf(columns: Column[], head: Line | null, below: readonly (readonly Line[])[]): (Line | null)[][] | null {
  const body: (Line | null)[][] = [];
  let before = head;
  let leading = Number.POSITIVE_INFINITY;
  for (const cells of below) {
    const { y, size } = cells[0]!;
    // A wider step than between the lines so far, or other type: the table is over.
    const step = before ? y - before.y : 0;
    if (before && (step > 1.8 * Math.min(leading, 3 * size) || Math.abs(size - before.size) > 0.3 * size)) break;
    const placed = placedIn(columns, cells);
    if (!placed) {
      // A line from margin to margin after whole rows is the text that follows.
      if (cells.length === 1 && body.length > 0 && cells[0]!.x0 <= columns[1]!.x0) break;
      return null;
    }
    if (body.length > 0) leading = Math.min(leading, step);
    body.push(placed);
    before = cells[0]!;
  }
  return body.length > 0 ? body : null;
}

/** Cells of a line by column, the columns widened by them; null where one fits no column or would close a gutter. */
function placedIn(columns: Column[], cells: readonly Line[]): (Line | null)[] | null {
  const placed: (Line | null)[] = columns.map(() => null);
  const next = columns.map((column) => ({ ...column }));
  for (const cell of cells) {
    const middle = (cell.x0 + cell.x1) / 2;
    const over = columns.map(({ x0, x1 }) => Math.min(x1, cell.x1) - Math.max(x0, cell.x0));
    const index = over.some((share) => share > 0)
      ? over.indexOf(Math.max(...over))
      : nearest(columns.map(({ x0, x1 }) => Math.abs((x0 + x1) / 2 - middle)));
    if (placed[index]) return null;
    placed[index] = cell;
    next[index] = { x0: Math.min(next[index]!.x0, cell.x0), x1: Math.max(next[index]!.x1, cell.x1) };
  }
  const { size } = cells[0]!;
  if (next.some(({ x0 }, index) => index > 0 && x0 - next[index - 1]!.x1 < GUTTER * size)) return null;
  columns.splice(0, columns.length, ...next);
  return placed;
}

const nearest = (distances: readonly number[]): number => distances.indexOf(Math.min(...distances));

/** @param head its own head; or null and the shape of the table that it goes on with */
function tableOf(
  head: readonly Line[] | null,
  body: readonly (Line | null)[][],
  before: BareShape | null,
): BareTable | null {
  const starts = body.flatMap(([number], index) => (number && ROW.test(number.text) ? [index] : []));
  if (starts[0] !== 0 || starts.length < (before ? 1 : 2)) return null;
  const extents = body[0]!.map((_, index): Column => {
    const own = [...(head ? [head[index]!] : []), ...body.flatMap((line) => line[index] ?? [])];
    if (own.length === 0 && before) return { x0: before.edges[index]!, x1: before.edges[index + 1]! };
    return { x0: Math.min(...own.map(({ x0 }) => x0)), x1: Math.max(...own.map(({ x1 }) => x1)) };
  });
  for (const [at, line] of body.entries()) {
    if (starts.includes(at)) continue;
    for (const [index, cell] of line.entries()) {
      if (!cell) continue;
      const above = body[at - 1]![index];
      if (!above || above.x1 < extents[index]!.x1 - 1.6 * cell.size) return null;
    }
  }
  const rows = starts.map((start, row) => body.slice(start, starts[row + 1] ?? body.length));
  return {
    grid: gridOf([...(head ? [[head]] : []), ...rows], edgesOf(extents, before), extents),
    used: new Set([...(head ?? []), ...body.flat()].flatMap((line) => line?.pieces ?? [])),
  };
}

/** The middles of the gutters; those of the page before where everything keeps to them, so that both are one table. */
function edgesOf(extents: readonly Column[], before: BareShape | null): readonly number[] {
  const kept = before?.edges;
  if (kept && extents.every(({ x0, x1 }, index) => x0 > kept[index]! - 2 && x1 < kept[index + 1]! + 2)) return kept;
  return [
    extents[0]!.x0 - 6,
    ...extents.slice(1).map(({ x0 }, index) => (extents[index]!.x1 + x0) / 2),
    extents.at(-1)!.x1 + 6,
  ];
}

type Row = readonly (readonly (Line | null)[])[];

function gridOf(rows: readonly Row[], columns: readonly number[], extents: readonly Column[]): Grid {
  const lines = (row: Row) => row.flat().filter((line): line is Line => line !== null);
  const tops = rows.map((row) => Math.min(...lines([row[0]!]).map(({ y, size }) => y - size * 1.2)));
  const bottom = Math.max(...lines(rows.at(-1)!).map(({ y, size }) => y + size * 0.4));
  return {
    top: tops[0]!,
    bottom,
    columns,
    rows: [...tops, bottom],
    cells: rows.flatMap((row, index) =>
      extents.map(
        // Lines wrap where the column's own text ends: it has no rule to keep away from.
        ({ x0, x1 }, column): GridCell => ({
          row: index,
          column,
          rowSpan: 1,
          columnSpan: 1,
          x0: x0 - 5.5,
          x1: x1 + 5.5,
          lines: row.flatMap((line) => line[column] ?? []),
        }),
      ),
    ),
  };
}
