import { linkText, plain } from '../cells';
import { linesOf } from '../lines';
import type { CellValue, LedgerColumn } from '../types';

/** Points: of a line of the workbook's text, and what a row needs around its lines. */
const line = 13.5;
const around = 5;
/** Excel's own limit. */
const tallest = 409;

/**
 * The height that a row needs for its text, in points. Not every program fits rows to their text when it opens a file;
 * the height is written as one that a program found, so that rows still grow with what is typed into them.
 */
export function rowHeight(columns: readonly LedgerColumn[], row: readonly CellValue[]): number {
  let lines = 1;
  for (const [at, column] of columns.entries()) {
    if (column.hidden) continue;
    const text = String(plain(column, row[at] ?? null));
    lines = Math.max(lines, linesOf(column.type === 'link' ? linkText(text) : text, column.width));
  }
  return Math.min(tallest, lines * line + around);
}
