import type { ColumnKey } from './columns';
import { neededWidths, sampleOf } from './page-widths';
import type { Ledger, LedgerColumn, LedgerRow, Paper } from './types';

/** As many half-width signs as stand on a line of the paper, across, at the smallest size that people read (7 points). */
export const readable: Readonly<Record<Paper, number>> = { A4: 200, A3: 290 };

/**
 * Columns that a reader of paper does without where not all fit, the first to go first: the way back, what another column
 * says, what is rarely said. Who has to do what by when, and how it stands, is never among them.
 */
const spared: readonly ColumnKey[] = [
  'url',
  'role',
  'deadline',
  'source',
  'number',
  'recurrence',
  'docNumber',
  'doneOn',
  'participants',
  'leaders',
  'text',
];

/**
 * The columns that stand beside the paper, so that the others can be read on it; none where all fit.
 *
 * Looks at rows from all over the table: thousands would take their time.
 */
export function besidePaper(
  columns: readonly LedgerColumn[],
  rows: readonly LedgerRow[],
  paper: Paper,
): ReadonlySet<string> {
  const cells = sampleOf(rows).map((row, index) => columns.map((column) => column.value(row, index)));
  const needs = new Map(neededWidths(columns, cells).map((width, at) => [columns[at]!.key, width]));
  let left = readable[paper] - [...needs.values()].reduce((sum, width) => sum + width, 0);
  const beside: string[] = [];
  for (const key of spared) {
    if (left >= 0) break;
    const width = needs.get(key);
    if (width === undefined || (key === 'deadline' && saysMore(rows))) continue;
    beside.push(key);
    left += width;
  }
  // What went early and was narrow has its place again, once something wide is gone.
  for (const key of [...beside].reverse()) {
    const width = needs.get(key)!;
    if (width > left) continue;
    left -= width;
    beside.splice(beside.indexOf(key), 1);
  }
  return new Set(beside);
}

/** Whether a time limit says more than the date: there is none (适时, 长期坚持), or there are several limits. */
export const saysMore = (rows: readonly LedgerRow[]): boolean =>
  rows.some(({ task }) => (task.deadlineText && !task.dueDate) || (task.deadlines?.length ?? 0) > 1);

/** Whether what is printed of a ledger is too wide for its paper to be read on it. */
export function isCrowded(ledger: Ledger, paper = ledger.paper): boolean {
  const { columns, sheets } = printed(ledger);
  const needs = neededWidths(
    columns,
    sheets.flatMap(({ rows }) => rows),
  );
  return needs.reduce((sum, width) => sum + width, 0) > readable[paper];
}

/** A ledger as paper has it: without its hidden columns, and without those that stand beside the paper. */
export const printed = (ledger: Ledger): Ledger => only(ledger, ({ hidden, beside }) => !hidden && !beside);

/** A ledger without its hidden columns, for forms that cannot hide any. */
export const seen = (ledger: Ledger): Ledger => only(ledger, ({ hidden }) => !hidden);

function only(ledger: Ledger, wanted: (column: LedgerColumn) => boolean): Ledger {
  const kept = ledger.columns.flatMap((column, at) => (wanted(column) ? [at] : []));
  if (kept.length === ledger.columns.length) return ledger;
  return {
    ...ledger,
    columns: kept.map((at) => ledger.columns[at]!),
    sheets: ledger.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => kept.map((at) => row[at] ?? null)),
    })),
  };
}
