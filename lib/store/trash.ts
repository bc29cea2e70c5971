import type { Table } from 'dexie';
import { peopleFields } from '../follow/types';
import type { Database } from './database';
import { twinKey, twinsOf } from './twins';
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
    const removed = now.toISOString();
    await database.trash.bulkPut(
      records.map((record) => ({ id: record.id, table: name, record, removed }) as TrashRow),
    );
    await tableOf(database, name).bulkDelete(records.map(({ id }) => id));
    for (const { id, documentId } of records) moved.push({ id, documentId });
    onProgress(Math.min(all.length, at + SLICE), all.length);
  }
  return moved;
}

/** Moves these records into the trash. */
export async function putIn(database: Database, name: Name, records: readonly Kept[], now: Date): Promise<void> {
  const removed = now.toISOString();
  const rows = records.map((record) => ({ id: record.id, table: name, record, removed }) as TrashRow);
  await database.trash.bulkPut(rows);
  await tableOf(database, name).bulkDelete(records.map(({ id }) => id));
}

/** Of records, those that were not changed since they were made, where only those are wanted. */
export const untouchedOf = <Record extends Kept>(records: readonly Record[], untouched: boolean): Record[] =>
  records.filter((record) => !untouched || record.created === record.updated || isBare(record));

/** Nothing of one's own is on it, be it that it was taken back step by step: the last step takes away the record. */
const isBare = (record: Kept): boolean =>
  'status' in record &&
  record.status === 'open' &&
  record.note === '' &&
  record.tags.length === 0 &&
  followed.every((field) => !record[field]?.length);

/** What following a task up leaves on it. */
const followed = [...peopleFields, 'progress', 'evidence', 'moves', 'rounds', 'steps'] as const;

/**
 * Puts back what is in the trash. What is there again by its id is no longer in the trash; a task whose measure was taken on
 * again meanwhile stays in it.
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
      const [missing, present] = [own.filter((_, n) => !there[n]), own.filter((_, n) => there[n])];
      const free = missing.filter((row) => row.table !== 'tasks' || !twins.has(twinKey(row.record)));
      await tableOf(database, name).bulkPut(free.map(({ record }) => record));
      await database.trash.bulkDelete([...free, ...present].map(({ id }) => id));
      for (const row of free) back.push(row);
    }
  }
  return back;
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
