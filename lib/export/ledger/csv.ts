import { toCsv } from '../csv';
import { plain } from './cells';
import type { Ledger } from './types';

/**
 * A ledger as CSV: its tables below one another under one head, without the lines above them.
 *
 * A CSV has no types. A spreadsheet program that opens one takes 1-1 for a day, 001 for 1 and the last digits of a number
 * of eighteen for zeros; whoever needs them as they were typed takes the workbook.
 */
export function ledgerCsv({ columns, sheets }: Ledger): string {
  return toCsv(
    columns.map((column, at) => ({
      head: column.heading.zh,
      cell: (row: Ledger['sheets'][number]['rows'][number]) => plain(column, row[at] ?? null),
    })),
    sheets.flatMap(({ rows }) => rows),
  );
}
