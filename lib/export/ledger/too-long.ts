import { plain } from './cells';
import type { CellValue, Ledger } from './types';
import { clean } from './unfit';

/** Most signs (UTF-16 code units) that a cell of a workbook may hold: a longer one makes Excel call the file broken. */
export const MOST = 32_767;

/** A cell that no workbook holds whole. */
export interface LongCell {
  /** 序号 of the row in the ledger, from 1. */
  readonly row: number;
  readonly heading: string;
  readonly length: number;
}

/** Cells that are cut where a ledger is written as a workbook, or opened as one. */
export function longCells({ columns, sheets }: Ledger): LongCell[] {
  const found: LongCell[] = [];
  let number = 0;
  for (const { rows } of sheets)
    for (const row of rows) {
      number++;
      for (const [place, value] of row.entries()) {
        // Nearly all are short, and there may be a hundred thousand of them: only a long one is put together.
        if (!mayBeLong(value)) continue;
        const column = columns[place]!;
        const { length } = clean(String(plain(column, value)));
        if (length > MOST) found.push({ row: number, heading: column.heading.zh, length });
      }
    }
  return found;
}

/** A list is joined by one sign a text. */
const mayBeLong = (value: CellValue): boolean =>
  typeof value === 'string'
    ? value.length > MOST
    : typeof value === 'object' && value !== null && value.reduce((sum, { length }) => sum + length + 1, 0) > MOST;
