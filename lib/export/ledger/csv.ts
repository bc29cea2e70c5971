import { toCsv } from '../csv';
import { plain } from './cells';
import type { Ledger } from './types';

/**
 * A ledger as CSV: its tables below one another under one head, without the lines above them.
 *
 * A CSV has no types: what a spreadsheet program would take for a day or a number is guarded (`guard.ts`).
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
