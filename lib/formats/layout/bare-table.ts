import { linesOf } from './lines';
import type { Grid, GridCell, Line, Piece } from './types';

/** What the columns of a table of tasks are called; the first is the number, and one names the units. */
const NUMBER = /^(?:序\s*号|编\s*号)$/;
const WORK = /^(?:重点|主要|工作|具体|目标|年度)*(?:任务|事项|内容|举措|措施|项目|工作)(?:名称|内容|及要求)?$/;
const UNIT = /^(?:牵头|责任|配合|参加|参与|协办|主办|承办|负责|落实)(?:单位|部门|科室)(?:及责任人)?$/;
const TIME = /^(?:完成|办理|办结|推进)?(?:时限|时间|期限|时间节点)(?:要求)?$/;
const OTHER = /^(?:备\s*注|责任人|责任领导|分管领导|联系人|工作要求|工作目标|成果形式)$/;

/** A white gap this wide, in sizes of the type, parts two cells of one line. */
const GAP = 0.9;
/** Neighbouring columns keep at least this much white between them over the whole table. */
const GUTTER = 0.3;

/** A column: its head, and how far what stands in it reaches. */
interface Column {
  x0: number;
  x1: number;
}

/** A table that no rules surround, as far as it goes on this page. */
export interface BareTable {
  readonly grid: Grid;
  readonly used: ReadonlySet<Piece>;
}

export interface BareTables {
  readonly tables: readonly BareTable[];
  /** Heads of tables whose rows and columns could not be told for sure; they stay text. */
  readonly unsure: number;
}

/**
 * Tables of tasks without rules: a head line of known names, the number first; below it lines that keep to its columns,
 * each row begun by a number. Rebuilt only where that is sure: no text reaches over a gutter, and every line without a
 * number goes on where the line above it in its column was full. A number that stands in the middle of its row's lines
 * fails that, and then nothing is rebuilt.
 */
export function bareTables(pieces: readonly Piece[]): BareTables {
  // Most pages have no such head, and cost one look at each piece.
  if (!pieces.some(({ text }) => NUMBER.test(text))) return { tables: [], unsure: 0 };
  const rows = linesOf(pieces).map((line) => linesOf(line.pieces, GAP));
  const tables: BareTable[] = [];
  let unsure = 0;
  for (let at = 0; at < rows.length; at++) {
    const head = rows[at]!;
    if (!isHead(head)) continue;
    const body = bodyOf(head, rows.slice(at + 1));
    const made = body && tableOf(head, body);
    if (made) {
      tables.push(made);
      at += body.length;
    } else unsure++;
  }
  return { tables, unsure };
}

function isHead(cells: readonly Line[]): boolean {
  const names = cells.map(({ text }) => text.replace(/\s/g, ''));
  if (cells.length < 3 || !NUMBER.test(names[0]!)) return false;
  const known = names.slice(1).every((name) => [WORK, UNIT, TIME, OTHER].some((kind) => kind.test(name)));
  return known && names.some((name) => UNIT.test(name)) && names.some((name) => WORK.test(name));
}

/** The lines below a head that keep to its columns, each as cells by column; null where they do not for sure. */
function bodyOf(head: readonly Line[], below: readonly (readonly Line[])[]): (Line | null)[][] | null {
  const columns = head.map(({ x0, x1 }): Column => ({ x0, x1 }));
  const body: (Line | null)[][] = [];
  let before = head[0]!;
  let leading = Number.POSITIVE_INFINITY;
  for (const cells of below) {
    const { y, size } = cells[0]!;
    // A wider step than between the lines so far, or other type: the table is over.
    const step = y - before.y;
    if (step > 1.8 * Math.min(leading, 3 * size) || Math.abs(size - head[0]!.size) > 0.3 * size) break;
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

function tableOf(head: readonly Line[], body: readonly (Line | null)[][]): BareTable | null {
  const starts = body.flatMap(([number], index) => (number && /^\d{1,3}[.．、]?$/.test(number.text) ? [index] : []));
  if (starts[0] !== 0 || starts.length < 2) return null;
  const extents = head.map((cell, index): Column => {
    const own = [cell, ...body.flatMap((line) => line[index] ?? [])];
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
    grid: gridOf(head, rows, extents),
    used: new Set([...head, ...body.flat()].flatMap((line) => line?.pieces ?? [])),
  };
}

function gridOf(head: readonly Line[], rows: readonly (Line | null)[][][], extents: readonly Column[]): Grid {
  const edges = [
    extents[0]!.x0 - 6,
    ...extents.slice(1).map(({ x0 }, index) => (extents[index]!.x1 + x0) / 2),
    extents.at(-1)!.x1 + 6,
  ];
  const top = (line: Line | null | undefined) => (line ? line.y - line.size * 1.2 : 0);
  const firsts = rows.map((row) => Math.min(...row[0]!.flatMap((cell) => (cell ? [top(cell)] : []))));
  const last = Math.max(
    ...rows
      .at(-1)!
      .flat()
      .flatMap((cell) => (cell ? [cell.y + cell.size * 0.4] : [])),
  );
  const cell = (row: number, column: number, lines: Line[]): GridCell => {
    // Lines wrap where the column's own text ends: it has no rule to keep away from.
    const { x0, x1 } = extents[column]!;
    return { row, column, rowSpan: 1, columnSpan: 1, x0: x0 - 5.5, x1: x1 + 5.5, lines };
  };
  return {
    top: top(head[0]),
    bottom: last,
    columns: edges,
    rows: [top(head[0]), ...firsts, last],
    cells: [
      ...head.map((line, column) => cell(0, column, [line])),
      ...rows.flatMap((row, index) =>
        head.map((_, column) =>
          cell(
            index + 1,
            column,
            row.flatMap((line) => line[column] ?? []),
          ),
        ),
      ),
    ],
  };
}
