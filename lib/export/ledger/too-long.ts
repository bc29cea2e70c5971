import { plain } from './cells';
import type { Ledger } from './types';
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
  const rows = sheets.flatMap((sheet) => sheet.rows);
  return rows.flatMap((row, at) =>
    columns.flatMap((column, place) => {
      const text = String(plain(column, row[place] ?? null));
      // Most are short: cleaning takes nothing away that would matter to them.
      if (text.length <= MOST) return [];
      const { length } = clean(text);
      return length > MOST ? [{ row: at + 1, heading: column.heading.zh, length }] : [];
    }),
  );
}
