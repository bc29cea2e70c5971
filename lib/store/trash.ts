import type { Table } from 'dexie';
import { stampsOf } from '../follow/stamps';
import { peopleFields } from '../follow/types';
import { stampAfter } from './clock';
import type { Database } from './database';
import { eachOnce, twinsOf } from './twins';
import type { AnnotationRecord, Instant, TaskRecord } from './types';

/** What was deleted, and when. */
export type TrashRow = { readonly id: string; readonly removed: Instant } & (
  | { readonly table: 'tasks'; readonly record: TaskRecord }
  | { readonly table: 'annotations'; readonly record: AnnotationRecord }
);

/** Of something that was deleted, enough to know it by. */
export interface TrashHead {
  readonly id: string;
  readonly table: 'tasks' | 'annotations';
  /** A task's title, an annotation's quote. */
  readonly title: string;
  /** Of its document; null where it has none or is gone. */
  readonly document: string | null;
  readonly note: string;
  readonly removed: Instant;
}

/** How long what was deleted can be put back, in days. */
export const KEPT_DAYS = 30;
/** The last that are shown. */
const SHOWN = 500;
/** Records that are held at a time. */
const SLICE = 1000;

type Kept = TaskRecord | AnnotationRecord;
type TaskRow = Extract<TrashRow, { readonly table: 'tasks' }>;
type Name = TrashRow['table'];

const tableOf = (database: Database, name: Name) => database[name] as unknown as Table<Kept, string>;

interface Moving {
  readonly name: Name;
  readonly ids: readonly string[];
  readonly now: Date;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Moves records into the trash, some at a time; to be called inside a transaction. @returns which were moved. */
export async function moveIn(database: Database, moving: Moving): Promise<Pick<Kept, 'id' | 'documentId'>[]> {
  const { name, ids, now, onProgress = () => {} } = moving;
  const [all, moved] = [[...new Set(ids)], [] as Pick<Kept, 'id' | 'documentId'>[]];
  for (let at = 0; at < all.length; at += SLICE) {
    const known = await tableOf(database, name).bulkGet(all.slice(at, at + SLICE));
    const records = known.filter((record) => record !== undefined);
    // Not through `putIn`: Dexie loses the transaction where async functions stand three deep.
    const there = await database.trash.bulkGet(records.map(({ id }) => id));
    await database.trash.bulkPut(records.map((record, at) => rowOf(name, record, there[at], now)));
    await tableOf(database, name).bulkDelete(records.map(({ id }) => id));
    for (const { id, documentId } of records) moved.push({ id, documentId });
    onProgress(Math.min(all.length, at + SLICE), all.length);
  }
  return moved;
}

/** Moves these records into the trash. */
export async function putIn(database: Database, name: Name, records: readonly Kept[], now: Date): Promise<void> {
  const there = await database.trash.bulkGet(records.map(({ id }) => id));
  await database.trash.bulkPut(records.map((record, at) => rowOf(name, record, there[at], now)));
  await tableOf(database, name).bulkDelete(records.map(({ id }) => id));
}

/**
 * The row of what is deleted. A later state of it that lies there already (it was deleted, and an older one came back from a
 * backup) stays. The day it went is not before its last change: a clock that is behind must not let it go too soon.
 */
function rowOf(name: Name, record: Kept, there: TrashRow | undefined, now: Date): TrashRow {
  const later = there?.table === name && there.record.updated > record.updated ? there.record : record;
  return { id: record.id, table: name, record: later, removed: stampAfter(later.updated, now) } as TrashRow;
}

/** Of records, those that were not changed since they were made, where only those are wanted. */
export const untouchedOf = <Record extends Kept>(records: readonly Record[], untouched: boolean): Record[] =>
  records.filter((record) => !untouched || record.created === record.updated || isBare(record));

/**
 * Nothing of one's own is on it, be it that it was taken back step by step: the last step takes away the record. What the
 * document gave it (title, date, recurrence) and somebody set is their own, whatever it says by now.
 */
export const isBare = (record: Kept): boolean =>
  'status' in record &&
  record.status === 'open' &&
  record.note === '' &&
  record.tags.length === 0 &&
  !record.word &&
  !record.doneOn &&
  followed.every((field) => !record[field]?.length) &&
  given.every((field) => stampsOf(record)[field] === undefined);

/** What following a task up leaves on it. */
const followed = [...peopleFields, 'progress', 'evidence', 'moves', 'rounds', 'steps'] as const;
/** What a task has from its document, until somebody sets it. */
const given = ['title', 'dueDate', 'repeat'] as const;

/**
 * Puts back what is in the trash. Of what is there again by its id (a backup brought it back) the later state is put in its
 * place, and the earlier one stays in the trash; a task whose measure was taken on again meanwhile stays in it.
 *
 * @returns what was put back.
 */
export async function putBackFrom(database: Database, ids: readonly string[]): Promise<TrashRow[]> {
  const [all, back] = [[...new Set(ids)], [] as TrashRow[]];
  for (let at = 0; at < all.length; at += SLICE) {
    const rows = (await database.trash.bulkGet(all.slice(at, at + SLICE))).filter((row) => row !== undefined);
    const tasks = rows.flatMap((row) => (row.table === 'tasks' ? [row.record] : []));
    const twins = await twinsOf(database, tasks);
    for (const name of ['tasks', 'annotations'] as const) {
      const own = rows.filter(({ table }) => table === name);
      const there = await tableOf(database, name).bulkGet(own.map(({ id }) => id));
      const missing = own.filter((_, n) => !there[n]);
      const free = name === 'tasks' ? eachOnce(missing as TaskRow[], twins) : missing;
      const later = own.filter(({ record }, n) => there[n] && there[n].updated < record.updated);
      const earlier = later.map((row): TrashRow => ({ ...row, record: there[own.indexOf(row)] }) as TrashRow);
      const same = own.filter(({ record }, n) => there[n] && JSON.stringify(there[n]) === JSON.stringify(record));
      await tableOf(database, name).bulkPut([...free, ...later].map(({ record }) => record));
      await database.trash.bulkDelete([...free, ...same].map(({ id }) => id));
      await database.trash.bulkPut(earlier);
      for (const row of [...free, ...later]) back.push(row);
    }
  }
  return back;
}

/**
 * Records that are to be put back, each as it was last known: what was written on it while it lay in the trash comes along.
 * A row of another document's is none of theirs.
 *
 * @param rows of the trash, by the records' places.
 */
export function asLastKnown<Record extends Kept>(
  records: readonly Record[],
  rows: readonly (TrashRow | undefined)[],
): Record[] {
  return records.map((record, at) => {
    const row = rows[at];
    const own = row?.record.documentId === record.documentId && 'quote' in row.record === 'quote' in record;
    return own && row.record.updated > record.updated ? (row.record as Record) : record;
  });
}

/** Which of these lie in the trash and are of the same documents. */
export function ownRows(records: readonly Kept[], rows: readonly (TrashRow | undefined)[]): string[] {
  const documents = new Map(records.map(({ id, documentId }) => [id, documentId]));
  return rows.flatMap((row) => (row && documents.get(row.id) === row.record.documentId ? [row.id] : []));
}

/** Changes records that were deleted meanwhile: what is written on one that somebody else deleted is there if it comes back. */
export async function patchInTrash<Record extends Kept>(
  database: Database,
  ids: readonly string[],
  change: (record: Record) => Record,
): Promise<void> {
  const rows = (await database.trash.bulkGet([...ids])).filter((row) => row !== undefined);
  await database.trash.bulkPut(rows.map((row) => ({ ...row, record: change(row.record as Record) }) as TrashRow));
}

/** What was deleted last, newest first, and how much there is in all. */
export async function trashed(database: Database): Promise<{ readonly count: number; readonly heads: TrashHead[] }> {
  const rows = await database.trash.orderBy('removed').reverse().limit(SHOWN).toArray();
  const documents = await database.documents.bulkGet(rows.map(({ record }) => record.documentId));
  const heads = rows.map((row, at): TrashHead => {
    const title = row.table === 'tasks' ? row.record.title : row.record.quote;
    return {
      id: row.id,
      table: row.table,
      title: title.slice(0, 200),
      document: documents[at]?.title ?? null,
      note: row.record.note.slice(0, 200),
      removed: row.removed,
    };
  });
  return { count: await database.trash.count(), heads };
}

/** Takes out of the trash, for good, what was deleted too long ago. @returns how much. */
export const sweepTrash = (database: Database, now: Date): Promise<number> =>
  database.trash
    .where('removed')
    .below(new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000).toISOString())
    .delete();
