import { linkText, plain } from './cells';
import { columnOf } from './columns';
import type { CellValue, LedgerColumn } from './types';

/** Rows that are looked at: what some hundreds need all do, and thousands would take their time. */
const SAMPLE = 200;
/** Half-width signs that a column is widened by at a time: a Chinese sign. */
const STEP = 2;
/** How nearly a row is as high as its highest cell: at 1 all cells would count alike, far above it the highest alone. */
const SHARPNESS = 8;
/** What a sign that is no Chinese one takes at the most, in half-width signs: fonts differ. */
const LATIN = 1.2;
/** What is left free beside the text of a cell, in half-width signs. */
const BESIDE = 1.2;
/** Up to this width a name in a list (县农业农村局) stands in one line, in half-width signs. */
const NAME = 12;
/** Lines that a usual cell takes at the most. */
const LINES = 8;
/** Of its width, what a column keeps that stands empty, to be filled in by hand. */
const EMPTY = 0.6;

/**
 * How wide the columns stand on paper, so that the rows together are as low as they can be and a date stands in one line. What
 * an office has set itself keeps its share of the room, and so does a column of its own.
 *
 * Widened is, step by step, the column by which most is won: some ten milliseconds, however many rows there are.
 *
 * @param room In half-width signs, for all columns together.
 * @returns In half-width signs, a width a column; their sum is `room`.
 */
export function pageWidths(
  columns: readonly LedgerColumn[],
  rows: readonly (readonly CellValue[])[],
  room: number,
): number[] {
  const total = sumOf(columns.map(({ width }) => width));
  const shares = columns.map(({ width }) => (width / total) * room);
  const sample = sampleOf(rows);
  const lengths = lengthsOf(columns, sample);
  const free = columns.map(isFree);
  const least = leastWidths(columns, sample, lengths);
  const widths = columns.map((_, at) => (free[at] ? least[at]! : shares[at]!));
  let left = room - sumOf(widths);
  // Too narrow a page for all of them, or nothing to decide: each its share.
  if (left < 0 || !free.includes(true)) return shares;
  for (; left > 0; left -= STEP) {
    const gains = gainsOf(lengths, widths).map((gain, at) => (free[at] ? gain : -1));
    widths[gains.indexOf(Math.max(...gains))]! += Math.min(STEP, left);
  }
  return widths;
}

/** Whether nobody has set how wide a column is to be. */
const isFree = ({ key, width }: LedgerColumn): boolean => width === columnOf(key)?.width;

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

const lengthsOf = (columns: readonly LedgerColumn[], rows: readonly (readonly CellValue[])[]): number[][] =>
  rows.map((row) => columns.map((column, at) => lengthOf(column, row[at] ?? null)));

function leastWidths(
  columns: readonly LedgerColumn[],
  rows: readonly (readonly CellValue[])[],
  lengths: readonly (readonly number[])[],
): number[] {
  return columns.map((column, at) =>
    leastOf(
      column,
      lengths.map((row) => row[at]!),
      Math.max(0, ...rows.map((row) => longestName(row[at] ?? null))),
    ),
  );
}

/**
 * What each column needs to be read on paper: names and dates in one line, and no more than a few lines in nine of ten cells.
 * What an office has set itself needs what it was given.
 *
 * @returns In half-width signs, a width a column.
 */
export function neededWidths(columns: readonly LedgerColumn[], rows: readonly (readonly CellValue[])[]): number[] {
  const sample = sampleOf(rows);
  const lengths = lengthsOf(columns, sample);
  const least = leastWidths(columns, sample, lengths);
  return columns.map((column, at) => {
    if (!isFree(column)) return column.width;
    const sorted = lengths.map((row) => row[at]!).sort((a, b) => a - b);
    const usual = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    return Math.max(least[at]!, Math.min(column.width, usual / LINES + BESIDE));
  });
}

/** What a column needs for its head in two lines, and for what must not be broken. */
function leastOf({ heading, type, width, centred }: LedgerColumn, lengths: readonly number[], name: number): number {
  const head = 2 * Math.ceil(heading.zh.length / 2) + BESIDE + 1;
  const longest = Math.max(0, ...lengths);
  if (longest === 0) return Math.max(head, EMPTY * width);
  if (type === 'date') return Math.max(head, longest + BESIDE + 1);
  const whole = type === 'list' ? Math.min(NAME, name) + BESIDE + 1 : 8;
  return Math.max(head, Math.min(longest + BESIDE + 1, centred ? width : whole));
}

/** How much lower all rows together get by widening each of the columns. */
function gainsOf(lengths: readonly (readonly number[])[], widths: readonly number[]): number[] {
  const gains = widths.map(() => 0);
  for (const row of lengths) {
    const heights = row.map((length, at) => (length / (widths[at]! - BESIDE)) ** SHARPNESS);
    const height = heights.reduce((sum, each) => sum + each, 0);
    for (const [at, each] of heights.entries()) {
      const lower = height - each + (row[at]! / (widths[at]! - BESIDE + STEP)) ** SHARPNESS;
      gains[at]! += height ** (1 / SHARPNESS) - lower ** (1 / SHARPNESS);
    }
  }
  return gains;
}

/** Rows from all over a table. */
export function sampleOf<Each>(rows: readonly Each[]): readonly Each[] {
  const every = Math.ceil(rows.length / SAMPLE);
  return every <= 1 ? rows : rows.filter((_, at) => at % every === 0);
}

/** In half-width signs. */
function lengthOf(column: LedgerColumn, value: CellValue): number {
  const text = String(plain(column, value));
  return textLength(column.type === 'link' ? linkText(text) : text);
}

/** Of the texts of a list, the longest, in half-width signs; 0 for any other cell. */
const longestName = (value: CellValue): number =>
  typeof value === 'object' && value !== null ? Math.max(0, ...value.map(textLength)) : 0;

function textLength(text: string): number {
  let length = 0;
  for (const sign of text) length += sign > '\u2000' ? 2 : LATIN;
  return length;
}
