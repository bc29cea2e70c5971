import { linkText, plain } from '../cells';
import { linesOf } from '../lines';
import { MOST } from '../too-long';
import type { CellValue, LedgerColumn } from '../types';

/** Points: of a line of the workbook's text, and what a row needs around its lines. */
const line = 13.5;
const around = 5;
/** Excel's own limit. */
const tallest = 409;
/** Of a row that is higher than that: lines in each of the rows that it is spread over. A page breaks between them. */
const PART = 20;

/** How the rows of a table stand in a workbook. */
export interface Spread {
  /** Of each row of the workbook, in points. */
  readonly heights: readonly number[];
  /** Of each row of the table: where it begins, from 0, and over how many rows it is spread. */
  readonly places: readonly { readonly start: number; readonly count: number }[];
}

/**
 * The heights that rows need for their text. Not every program fits rows to their text when it opens a file; the height is
 * written as one that a program found, so that rows still grow with what is typed into them.
 *
 * A row that needs more than Excel's highest is spread over several whose cells are merged: else its text would be cut off,
 * in view and on paper. Such rows cannot be sorted in Excel, so that no other is spread.
 */
export function spreadOf(columns: readonly LedgerColumn[], rows: readonly (readonly CellValue[])[]): Spread {
  const heights: number[] = [];
  const places = rows.map((row) => {
    const start = heights.length;
    const lines = rowLines(columns, row);
    if (!isTall(lines)) heights.push(lines * line + around);
    else for (let left = lines; left > 0; left -= PART) heights.push(Math.min(left, PART) * line + around);
    return { start, count: heights.length - start };
  });
  return { heights, places };
}

const isTall = (lines: number): boolean => lines * line + around > tallest;

/** Whether any row needs more than Excel's highest. */
export const hasTall = (columns: readonly LedgerColumn[], rows: readonly (readonly CellValue[])[]): boolean =>
  rows.some((row) => isTall(rowLines(columns, row)));

function rowLines(columns: readonly LedgerColumn[], row: readonly CellValue[]): number {
  let lines = 1;
  for (const [at, column] of columns.entries()) {
    if (column.hidden) continue;
    const text = String(plain(column, row[at] ?? null)).slice(0, MOST);
    lines = Math.max(lines, linesOf(column.type === 'link' ? linkText(text) : text, column.width));
  }
  return lines;
}
