import Papa from 'papaparse';
import { formula, guarded } from './guard';
import type { Column } from './task-columns';

export type { Column } from './task-columns';

const byteOrderMark = '\uFEFF';

/** Rows as CSV text, head line first; encoded as UTF-8 it is the file. Rules: `README.md`. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row, index) =>
    columns.map((column) => {
      const cell = column.cell(row, index) ?? '';
      return typeof cell === 'string' ? guarded(cell) : cell;
    }),
  );
  const text = Papa.unparse([columns.map((column) => column.head), ...cells], {
    newline: '\r\n',
    // What was guarded stands in quotation marks.
    quotes: (cell: unknown) => typeof cell === 'string' && formula.test(cell),
  });
  return `${byteOrderMark}${text}\r\n`;
}

/** A CSV text as a file to download. */
export function csvBlob(csv: string): Blob {
  return new Blob([csv], { type: 'text/csv;charset=utf-8' });
}
