import { isWebAddress } from './cells';
import { allColumns, type ColumnKey, columnOf, standardColumns } from './columns';
import { followColumns } from './follow-columns';
import { besidePaper, saysMore } from './paper';
import type { CellValue, LedgerColumn, LedgerRow, Paper } from './types';

/**
 * One column of a ledger as an office chose it. A key of ours; or one that begins with `own:` for a column that stands
 * empty, to be filled in by hand, and then has a heading.
 */
export interface ColumnChoice {
  readonly key: string;
  /** In half-width characters; the column's own where it is absent. */
  readonly width?: number | undefined;
  /** In place of the column's own. */
  readonly heading?: string | undefined;
  /** Not on paper, where there is no room for it (`besidePaper`). */
  readonly beside?: boolean | undefined;
}

/** Columns under a name, kept for the next time. */
export interface ColumnSet {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly ColumnChoice[];
}

export const ownPrefix = 'own:';

const widths = { least: 3, most: 120 } as const;
/** Width of an empty column. */
const ownWidth = 14;

/**
 * The columns of a choice, in its order. Keys that this version does not know and columns that stand there twice are
 * passed over; a choice in which nothing is left gives the standard columns.
 */
export function columnsOf(choices: readonly ColumnChoice[]): LedgerColumn[] {
  const seen = new Set<string>();
  const columns = choices.flatMap((choice) => {
    const column = seen.has(choice.key) ? undefined : chosen(choice);
    seen.add(choice.key);
    return column ? [column] : [];
  });
  return columns.length > 0 ? columns : [...standardColumns];
}

function chosen({ key, width, heading, beside }: ColumnChoice): LedgerColumn | undefined {
  const known = key.startsWith(ownPrefix) ? emptyColumn(key, heading) : columnOf(key);
  if (!known) return undefined;
  const words = heading?.trim() ? { zh: heading.trim(), en: heading.trim() } : known.heading;
  return {
    ...known,
    heading: words,
    width: width === undefined ? known.width : inRange(width),
    ...(beside && { beside }),
  };
}

const inRange = (width: number): number =>
  Number.isFinite(width) ? Math.min(widths.most, Math.max(widths.least, Math.round(width))) : ownWidth;

const emptyColumn = (key: string, heading: string | undefined): LedgerColumn => {
  const name = heading?.trim() || key.slice(ownPrefix.length);
  return { key, heading: { zh: name, en: name }, type: 'text', width: ownWidth, value: () => null };
};

/** The columns of the design: what the CSV has always had. */
export const standardSet: readonly ColumnChoice[] = standardColumns.map(({ key }) => ({ key }));

/** Behind the columns of the CSV, what of following up is known of any row: without it the CSV is what it has always been. */
export function csvSet(rows: readonly LedgerRow[]): ColumnChoice[] {
  const used = followColumns.filter((column) =>
    column.key === 'word' ? rows.some(({ task }) => task.word) : says(column, rows),
  );
  return [...standardSet, ...used.map(({ key }) => ({ key }))];
}

/** Everything that is known of a duty. */
export const fullSet: readonly ColumnChoice[] = allColumns.map(({ key }) => ({ key }));

const officeColumns: readonly ColumnKey[] = [
  'index',
  'document',
  'docNumber',
  'number',
  'title',
  'text',
  'role',
  'lead',
  'participants',
  'responsible',
  'source',
  'leaders',
  'offices',
  'handlers',
  'deadline',
  'due',
  'recurrence',
  'status',
  'latest',
  'problem',
  'next',
  'doneOn',
  'note',
  'url',
];
/** Left out of the 台账 where no row has anything to say in them. */
const wherePresent: ReadonlySet<string> = new Set<ColumnKey>([
  'docNumber',
  'number',
  'role',
  'lead',
  'participants',
  'responsible',
  'deadline',
  'recurrence',
  'url',
  'source',
  'leaders',
  'offices',
  'handlers',
  'latest',
  'problem',
  'next',
  'doneOn',
]);
const ofDocument: ReadonlySet<string> = new Set<ColumnKey>(['document', 'docNumber']);

/**
 * The 台账 that is handed in: what a person looks for in it, on one sheet of paper's width. Columns that would stand empty
 * are left out, and so is the document where the line above the table names it. What finds no room on the paper stands
 * behind the others, beside it.
 *
 * @param named every table of the ledger is of one document, which is named above it
 * @param paper that it is set for; absent: none
 */
export function officeSet(rows: readonly LedgerRow[], named: boolean, paper?: Paper): ColumnChoice[] {
  const choices = officeColumns
    .filter((key) => !(named && ofDocument.has(key)))
    .filter((key) => !wherePresent.has(key) || says(columnOf(key)!, rows))
    .map((key): ColumnChoice => ({ key: key === 'status' && rows.some(({ task }) => task.word) ? 'word' : key }));
  if (!paper) return choices;
  const beside = besidePaper(columnsOf(choices), rows, paper);
  return [
    ...choices.filter(({ key }) => !beside.has(key)),
    ...choices.filter(({ key }) => beside.has(key)).map((choice) => ({ ...choice, beside: true })),
  ];
}

/** What an annex of a notice has room for at a size that people read, in its order. */
const annexColumns: readonly ColumnKey[] = [
  'index',
  'document',
  'title',
  'text',
  'lead',
  'participants',
  'responsible',
  'due',
  'offices',
  'handlers',
  'latest',
  'note',
];
const mostInAnnex = 9;
/** What goes first where there are more. */
const sparedInAnnex: readonly ColumnKey[] = ['handlers', 'text', 'latest', 'participants'];

/**
 * The 台账 as the annex of a notice, which is read on paper alone: what is to be done, by whom and by when, and room for remarks. Other
 * columns are the office's to choose. `named` as in `officeSet`.
 */
export function annexSet(rows: readonly LedgerRow[], named: boolean): ColumnChoice[] {
  const keys = annexColumns
    .filter((key) => !(named && ofDocument.has(key)))
    .filter((key) =>
      key === 'text' ? rows.some(saysMoreThanTitle) : !wherePresent.has(key) || says(columnOf(key)!, rows),
    );
  for (const key of sparedInAnnex)
    if (keys.length > mostInAnnex && keys.includes(key)) keys.splice(keys.indexOf(key), 1);
  // 适时, 长期坚持, several limits and what comes again and again are no date.
  const more = saysMore(rows) || rows.some(({ task }) => task.repeat || (task.recurrenceText && !task.dueDate));
  return keys.map((key) => ({ key: key === 'due' && more ? 'limit' : key }));
}

const saysMoreThanTitle = ({ task, text }: LedgerRow): boolean => (text || task.excerpt).length > task.title.length + 4;

const says = (column: LedgerColumn, rows: readonly LedgerRow[]): boolean =>
  rows.some((row, index) => !isEmpty(column, column.value(row, index)));

/** An address that leads nobody anywhere is as good as none. */
const isEmpty = ({ type }: LedgerColumn, value: CellValue): boolean =>
  value === null ||
  value === '' ||
  (typeof value === 'object' && value.length === 0) ||
  (type === 'link' && typeof value === 'string' && !isWebAddress(value));

/** What a reader of paper does without: the way back, and what the due date says already. */
const notOnPaper: ReadonlySet<string> = new Set<ColumnKey>(['url', 'role', 'deadline']);

/** The 台账 for a sheet of paper, a table for each document. */
export const paperSet = (rows: readonly LedgerRow[]): ColumnChoice[] =>
  officeSet(rows, true, 'A4').filter(
    ({ key, beside }) => !beside && (!notOnPaper.has(key) || (key === 'deadline' && saysMore(rows))),
  );
