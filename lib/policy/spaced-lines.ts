import { beginsWithLevel } from '../names/organ';
import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { namesGoOn } from './broken-lines';
import type { Column } from './columns';
import { withCells } from './line-cells';
import { headColumns } from './spaced-tables';
import { firstTables } from './table-numbers';
import { dash, isUnits } from './text-tables';
import { saysWhen } from './time/deadlines';

/** Most pieces of a line that may be a row. */
const mostPieces = 24;
/** Most lines of one row. */
const tallest = 6;
/** So many rows say that it is a table. */
const fewestRows = 2;
const longestGroup = 40;

/**
 * Tables whose cells only white space parts and some of whose cells go on in the next line (市城建集团、市⏎交投集团), or whose rows stand
 * in groups (一、优化布局结构): each line is dealt out to the row it belongs to before lines are joined to sentences. What needs no
 * such help is left to `withSpacedTables`. Cost: linear.
 */
export function withSpacedLines(lines: readonly Line[]): readonly Line[] {
  let table = firstTables.spacedLines;
  return withCells(lines, (at) => {
    const columns = headOf(lines[at]!);
    const found = columns && tableBelow(lines, at, columns);
    return found && { cells: cellsOf(found.rows, columns.length, table++), end: found.end };
  });
}

/** A row: the cells of its columns, each of the pieces that make it; one cell alone names a group. */
interface Row {
  readonly line: Line;
  readonly cells: readonly Strand[];
  readonly group: boolean;
}

/** The columns of a line of headings whose rows begin with a number, in a column of its own or in front of what is to be done. */
function headOf({ strand, cell }: Line): (Column | null)[] | null {
  const columns = cell ? null : headColumns(strand);
  const kinds = columns?.map((column) => column?.kind) ?? [];
  const said = kinds.includes('text') || kinds.includes('title');
  return said && (kinds[0] === 'number' || kinds[0] === 'text' || kinds[0] === 'title') ? columns : null;
}

const numberOf = (line: Line | undefined): number => {
  const digits =
    line && !line.cell
      ? /^(\d{1,3})[.．、]?(?=\D|$)/.exec(line.strand.text.slice(0, line.strand.gaps[0]))?.[0]
      : undefined;
  return digits ? Number.parseInt(digits, 10) : -1;
};

/** The rows below a head; null where they are none, or none needs help. */
function tableBelow(
  lines: readonly Line[],
  at: number,
  columns: readonly (Column | null)[],
): { rows: readonly Row[]; end: number } | null {
  const rows: Row[] = [{ line: lines[at]!, cells: lines[at]!.strand.pieces(), group: false }];
  let value = 1;
  let helped = false;
  let i = at + 1;
  while (i < lines.length) {
    if (numberOf(lines[i]) !== value && numberOf(lines[i + 1]) === value && isGroup(lines[i]!)) {
      rows.push({ line: lines[i]!, cells: [lines[i]!.strand], group: true });
      helped = true;
      i++;
    }
    if (numberOf(lines[i]) !== value) break;
    const end = rowEnd(lines, i, value);
    const own = lines.slice(i, end);
    const cells = own.every(isShort) ? cellsFrom(own, columns) : null;
    if (!cells) break;
    helped ||= end > i + 1;
    rows.push({ line: lines[i]!, cells, group: false });
    i = end;
    value++;
  }
  return helped && value > fewestRows ? { rows, end: i } : null;
}

/** 一、优化布局结构: one short piece between two rows. */
const isGroup = ({ strand, cell, marker }: Line): boolean =>
  !cell &&
  strand.gaps.length === 0 &&
  strand.length <= longestGroup &&
  (marker !== null || !/[。；，、]$/.test(strand.text));

/** Behind the last line of a row: the next number, a group before it, a blank line, or anything that is no part of a row. */
function rowEnd(lines: readonly Line[], at: number, value: number): number {
  let end = at + 1;
  while (end < lines.length && end - at < tallest) {
    const line = lines[end]!;
    if (line.cell || numberOf(line) === value + 1 || line.blank) break;
    if (numberOf(lines[end + 1]) === value + 1 && line.marker && isGroup(line)) break;
    end++;
  }
  return end;
}

/** To part a line costs the square of its parts: none of a table has so many. */
const isShort = ({ strand }: Line): boolean => strand.gaps.length <= mostPieces;

/** The lines of a row as its cells; null where they do not fit its columns. */
function cellsFrom(lines: readonly Line[], columns: readonly (Column | null)[]): readonly Strand[] | null {
  const cells: Strand[][] = columns.map(() => []);
  let next = 0;
  for (const [k, line] of lines.entries()) {
    const pieces = k === 0 && columns[0]?.kind !== 'number' ? withNumber(line.strand.pieces()) : line.strand.pieces();
    // The first line of a row gives most of its cells; those below go on with some of them, in their order.
    let from = k === 0 ? 0 : 1;
    for (const piece of pieces) {
      const column = k === 0 && pieces.length === columns.length ? next++ : columnFor(piece, { cells, columns, from });
      if (column < 0) return null;
      cells[column]!.push(piece);
      from = column + (k === 0 ? 1 : 0);
    }
  }
  const joined = cells.map((parts) => Strand.join(parts));
  return joined.every((cell, k) => fits(cell, columns[k] ?? null)) && joined.some((cell) => isUnits({ strand: cell }))
    ? joined
    : null;
}

/** Without a column of its own the number goes with what is to be done: 1. 推动业务整合. */
const withNumber = ([first, second, ...rest]: readonly Strand[]): readonly Strand[] =>
  first && second && /^\d{1,3}[.．、]?$/.test(first.text)
    ? [Strand.join([first, second]), ...rest]
    : [first!, ...(second ? [second] : []), ...rest];

interface Place {
  readonly cells: readonly (readonly Strand[])[];
  readonly columns: readonly (Column | null)[];
  readonly from: number;
}

/** The column that a piece goes on with, or the next that is empty and asks for its like; -1 where there is none. */
function columnFor(piece: Strand, { cells, columns, from }: Place): number {
  const empty = (k: number) => cells[k]!.length === 0;
  const textOf = (k: number) => cells[k]!.map(({ text }) => text).join('');
  const isRole = (k: number) => columns[k]?.kind === 'role' || columns[k]?.kind === 'unit';
  const isText = (k: number) => columns[k]?.kind === 'text' || columns[k]?.kind === 'title';
  const ahead = columns.map((_, k) => k).slice(from);
  // A name that breaks off is looked for first: what is to be done may go on with anything.
  const broken = ahead.find((k) => !empty(k) && isRole(k) && namesGoOn(textOf(k), piece.text));
  if (broken !== undefined) return broken;
  const open = ahead.find((k) => !empty(k) && isText(k) && !/[。；]$/.test(textOf(k)) && !isUnits({ strand: piece }));
  if (open !== undefined) return open;
  for (let k = from; k < columns.length; k++) if (empty(k) && mayBegin(piece, columns[k] ?? null)) return k;
  return -1;
}

/** A piece that fits its column, or a list of units that goes on in the next line: 县住建局、县自然⏎资源局. */
function mayBegin(piece: Strand, column: Column | null): boolean {
  if (fits(piece, column)) return true;
  const { text } = piece;
  return column?.kind === 'role' && text.length <= 60 && beginsWithLevel(text) && !/[。；\d]/.test(text);
}

function fits(cell: Strand, column: Column | null): boolean {
  const kind = column?.kind ?? 'other';
  const { text } = cell;
  if (kind === 'number') return /^\d{1,3}[.．、]?$/.test(text);
  if (kind === 'text' || kind === 'title') return text.length > 0;
  if (!text || dash.test(text)) return true;
  if (kind === 'role' || kind === 'unit') return isUnits({ strand: cell });
  return kind !== 'deadline' || (text.length <= 24 && saysWhen(text));
}

function cellsOf(rows: readonly Row[], width: number, table: number): Line[] {
  return rows.flatMap(({ line, cells, group }, row) =>
    cells.flatMap((strand, column): Line[] => {
      if (!strand.length) return [];
      const position = { table, row, column, rowSpan: 1, columnSpan: group ? width : 1, header: row === 0 };
      return [{ ...line, strand, cell: position, marker: null }];
    }),
  );
}
