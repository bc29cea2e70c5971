import { type PeopleField, peopleFields } from '../../follow/types';
import { byHand } from '../../store/types';
import { quotedTitle } from '../../text/quoted-title';
import { chineseDate } from '../chinese-date';
import { type ColumnChoice, columnsOf, officeSet } from './choice';
import { columnOf } from './columns';
import { sheetNames } from './sheet-names';
import type { Ledger, LedgerColumn, LedgerRow, LedgerSheet, Paper } from './types';

/**
 * How rows fall into tables: one for all, one a document, one a unit that leads (or, without a lead, is named first), or one for
 * each leader, office or person: a task that several share stands in the table of each.
 */
export type Grouping = 'one' | 'document' | 'unit' | PeopleField;

export const groupings: readonly Grouping[] = ['one', 'document', 'unit', ...peopleFields];

export interface LedgerOptions {
  /** Absent: the 台账 that is handed in (`officeSet`). */
  readonly columns?: readonly ColumnChoice[] | undefined;
  readonly grouping?: Grouping | undefined;
  readonly paper?: Paper | undefined;
  /** Above the table; absent: 工作台账. */
  readonly title?: string | undefined;
  /** Whose duties they are: 县司法局. */
  readonly unit?: string | undefined;
  /** Adds what rows need to come back (任务ID and 版本), hidden where the form can hide. */
  readonly returnable?: boolean | undefined;
  /** What was left out of the files that the rows are from, in words: stands in the head. */
  readonly notes?: readonly string[] | undefined;
  /** The day it is written, by the reader's calendar. */
  readonly now?: Date | undefined;
}

/** Sets rows out as a ledger, in the order given. Numbers of rows run on over all tables. */
export function ledgerOf(rows: readonly LedgerRow[], options: LedgerOptions = {}): Ledger {
  const groups = grouped(rows, options.grouping ?? 'one');
  const named = groups.every(({ rows }) => new Set(rows.map(({ task }) => task.documentId)).size <= 1);
  const columns = columnsOf(options.columns ?? officeSet(rows, named, options.paper ?? 'A4'));
  for (const [at, column] of columns.entries()) if (column.open) columns[at] = withOwnWords(column, rows);
  if (options.returnable) columns.push(...returning(columns));
  const { grouping } = options;
  const names = sheetNames(groups.map(({ name }) => name));
  let index = 0;
  const sheets = groups.map(({ name, rows }, at): LedgerSheet => {
    const first = index;
    index += rows.length;
    return {
      name: names[at]!,
      title: titleOf(options, groups.length > 1 ? name : null),
      line: [lineOf(rows, options.now ?? new Date()), ...sharedWords(rows, grouping), ...(options.notes ?? [])].join(
        '　',
      ),
      rows: rows.map((row, inside) => columns.map((column) => column.value(row, first + inside))),
    };
  });
  return { columns, sheets, paper: options.paper ?? 'A4' };
}

/** A column whose list of words has those, too, that stand in it; a list of a workbook holds 255 characters. */
function withOwnWords(column: LedgerColumn, rows: readonly LedgerRow[]): LedgerColumn {
  const own = new Set(rows.map((row) => String(column.value(row, 0) ?? '')));
  const choices = [...(column.choices ?? [])];
  for (const word of own) {
    const fits = [...choices, word].join(',').length <= 200;
    if (word && fits && !choices.includes(word) && !/[,"\n]/.test(word)) choices.push(word);
  }
  return { ...column, choices };
}

interface Group {
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

function grouped(rows: readonly LedgerRow[], by: Grouping): Group[] {
  const groups = new Map<string, { name: string; rows: LedgerRow[] }>();
  for (const row of rows) {
    for (const name of namesOf(row, by)) {
      // Two documents of one title are two all the same.
      const key = by === 'document' ? row.task.documentId : name;
      const group = groups.get(key) ?? { name, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return groups.size > 0 ? [...groups.values()] : [{ name: '台账', rows: [] }];
}

/** In which tables a row stands. */
function namesOf(row: LedgerRow, by: Grouping): readonly string[] {
  switch (by) {
    case 'one':
      return ['台账'];
    case 'document':
      return [nameOf(row)];
    case 'unit':
      return [unitOf(row)];
    default:
      return row.task[by]?.length ? [...new Set(row.task[by])] : ['未分派'];
  }
}

/** How many of a table's rows stand in other tables, too. */
function sharedWords(rows: readonly LedgerRow[], by: Grouping = 'one'): string[] {
  const shared = rows.filter((row) => namesOf(row, by).length > 1).length;
  return shared > 0 ? [`其中 ${shared} 项与他人共有，各表都列`] : [];
}

/** What tasks are called that no document holds. */
export const outside = '文件以外的任务';

const nameOf = ({ task, document }: LedgerRow): string =>
  task.documentId === byHand ? outside : (document?.title ?? document?.docNumber ?? '其他文件');

const unitOf = ({ task }: LedgerRow): string =>
  task.lead[0] ?? task.responsible[0] ?? task.participants[0] ?? '未列单位';

/** The columns by which rows come back, where they are not there already. */
function returning(columns: readonly LedgerColumn[]): LedgerColumn[] {
  const there = new Set(columns.map(({ key }) => key));
  return ['id', 'stamp'].filter((key) => !there.has(key)).map((key) => ({ ...columnOf(key)!, hidden: true }));
}

function titleOf({ title, unit }: LedgerOptions, group: string | null): string {
  const words = title?.trim() || `${unit?.trim() ?? ''}工作台账`;
  return group ? `${words}（${group}）` : words;
}

/** 《临澜县…实施方案》　临政办〔2026〕12号　临澜县人民政府办公室　2026年3月2日　共 35 项　2026年11月28日填. */
function lineOf(rows: readonly LedgerRow[], now: Date): string {
  const held = rows.filter(({ task }) => task.documentId !== byHand);
  const documents = new Map(held.map(({ task, document }) => [task.documentId, document]));
  const [only] = documents.values();
  const facts =
    documents.size === 1 && held.length === rows.length
      ? [only?.title && quotedTitle(only.title), only?.docNumber, only?.issuer, only?.date && chineseDate(only.date)]
      : [documents.size > 0 && `文件 ${documents.size} 份`];
  const today = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
  return [...facts, `共 ${rows.length} 项`, `${today}填制`].filter(Boolean).join('　');
}
