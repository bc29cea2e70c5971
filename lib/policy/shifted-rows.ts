import { listKey, markerOf } from '../text/numbering';
import { columnOf } from './columns';
import type { Paragraph } from './paragraphs';
import { kindOf } from './text-tables';

/** Cells of one row, in the order of the text. */
type Row = { readonly index: number; readonly cells: readonly { readonly at: number; readonly column: number }[] };

/**
 * Rows that lost a cell of several rows at their beginning (一、公开财政信息。 | 1.公开预算。 | 财务科⏎2.公开决算。 | 财务科 |), moved
 * to the columns they belong to: their last columns are empty, and their first cell is numbered like the cells of the column it
 * moves to. Cost: linear.
 */
export function withShiftedRows(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const shifts = new Map<number, number>();
  for (const rows of tablesOf(paragraphs)) {
    shiftOneAhead(rows, paragraphs, shifts);
    shiftNumbered(rows, paragraphs, shifts);
  }
  if (!shifts.size) return paragraphs;
  return paragraphs.map((paragraph, at) => {
    const { cell } = paragraph;
    const shift = shifts.get(at);
    return cell && shift ? { ...paragraph, cell: { ...cell, column: cell.column + shift } } : paragraph;
  });
}

/** By the numbers of their cells: a row whose first cell is numbered like those of a later column belongs there. */
function shiftNumbered(rows: readonly Row[], paragraphs: readonly Paragraph[], shifts: Map<number, number>): void {
  const width = widthOf(rows[0]!, paragraphs);
  if (!width) return;
  /** The list that the cells of a column are numbered in. */
  const lists = new Map<number, string>();
  for (const row of rows.slice(1)) {
    const shift = shiftOf(row, width, lists, paragraphs);
    for (const { at, column } of row.cells) {
      if (shift) shifts.set(at, shift);
      const list = listOf(paragraphs[at]!);
      if (list) lists.set(column + shift, list);
    }
  }
}

/** By what their cells hold. */
function shiftOneAhead(rows: readonly Row[], paragraphs: readonly Paragraph[], shifts: Map<number, number>): void {
  const kinds = rows[0]!.cells.map(({ at }) => columnOf(paragraphs[at]!.strand.text)?.kind ?? null);
  for (const row of rows.slice(1))
    if (standsOneAhead(row, kinds, paragraphs)) for (const { at } of row.cells) shifts.set(at, 1);
}

/** The rows of each table whose cells span nothing. */
function tablesOf(paragraphs: readonly Paragraph[]): Row[][] {
  const tables = new Map<number, Map<number, { at: number; column: number }[]>>();
  const spanning = new Set<number>();
  for (const [at, { cell }] of paragraphs.entries()) {
    if (!cell) continue;
    if (cell.rowSpan > 1 || cell.columnSpan > 1) spanning.add(cell.table);
    const rows = tables.get(cell.table) ?? new Map<number, { at: number; column: number }[]>();
    tables.set(cell.table, rows);
    const cells = rows.get(cell.row) ?? [];
    rows.set(cell.row, cells);
    cells.push({ at, column: cell.column });
  }
  return [...tables].flatMap(([table, rows]) =>
    spanning.has(table) || rows.size < 3 ? [] : [[...rows].map(([index, cells]) => ({ index, cells }))],
  );
}

/** The number of columns of a head that names who does it in its last; 0 where it is none. */
function widthOf({ cells }: Row, paragraphs: readonly Paragraph[]): number {
  const last = cells.at(-1)!;
  const asked = columnOf(paragraphs[last.at]!.strand.text)?.kind;
  return cells.length > 2 && last.column === cells.length - 1 && asked === 'role' ? cells.length : 0;
}

/**
 * A row without the merged cell before it (技改投资 | 县工信局 | 县财政局 | 12月底): where it stands, a task would be who does it and a date
 * who joins; one column further all fits.
 */
function standsOneAhead({ cells }: Row, kinds: readonly (string | null)[], paragraphs: readonly Paragraph[]): boolean {
  if (cells.length !== kinds.length - 1 || cells[0]!.column !== 0 || kinds.filter((k) => k === 'role').length < 1)
    return false;
  const fitsFrom = (shift: number): boolean =>
    cells.every(({ at }, k) => fits(kinds[k + shift] ?? null, paragraphs[at]!));
  return !fitsFrom(0) && fitsFrom(1);
}

/** Whether a cell could stand in a column: units under a role, a time under a time, no unit under what is to be done. */
function fits(kind: string | null, paragraph: Paragraph): boolean {
  const own = kindOf(paragraph);
  if (kind === 'role') return own === 'units' || own === 'dash';
  if (kind === 'deadline') return own === 'time' || own === 'dash';
  if (kind === 'number') return own === 'number';
  return (kind !== 'text' && kind !== 'title') || own === 'text' || own === 'time';
}

/** How far a row is to be moved; 0 where it stands where it belongs. */
function shiftOf(
  { cells }: Row,
  width: number,
  lists: ReadonlyMap<number, string>,
  paragraphs: readonly Paragraph[],
): number {
  const first = cells[0]!;
  const shift = width - 1 - cells.at(-1)!.column;
  if (shift < 1 || first.column !== 0) return 0;
  const list = listOf(paragraphs[first.at]!);
  return list && list === lists.get(shift) && list !== lists.get(0) ? shift : 0;
}

function listOf({ strand }: Paragraph): string | null {
  const marker = markerOf(strand.text);
  return marker && listKey(marker);
}
