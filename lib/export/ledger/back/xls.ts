import type { CellObject, WorkSheet } from '@e965/xlsx';
import { cellText, workbook } from '../../../formats/xls';
import { emptyCell, type Grid, type GridCell } from './grid';

/**
 * The sheets of a workbook of before 2007 as tables; hidden rows and columns are read, hidden sheets are not, as in `xlsxGrids`.
 *
 * @throws FormatError for what is no such workbook, or has a password.
 */
export function xlsGrids(bytes: Uint8Array): Grid[] {
  const book = workbook(bytes);
  const from1904 = Boolean(book.Workbook?.WBProps?.date1904);
  return book.SheetNames.filter((_, at) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0).map((name) =>
    gridOf(name, book.Sheets[name] as WorkSheet, from1904),
  );
}

function gridOf(name: string, sheet: WorkSheet, from1904: boolean): Grid {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from(data, (row) => Array.from(row ?? [], (cell) => (cell ? cellOf(cell, from1904) : emptyCell)));
  const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, bottom: e.r, left: s.c, right: e.c }));
  return { name, rows, merged };
}

function cellOf(cell: CellObject, from1904: boolean): GridCell {
  const text = cellText(cell, from1904);
  if (cell.t !== 'n') return { text, kind: 'text' };
  return { text, kind: /^\d{4}-\d\d-\d\d$/.test(text) ? 'date' : 'number' };
}
