import { localDay } from '../follow/day';
import { begun } from '../follow/rounds';
import { settled, stamped } from '../follow/settle';
import { stampedFields } from '../follow/types';
import type { Manner } from './bulk';
import type { Database } from './database';
import type { NewTask, TaskPatch } from './port';
import type { TaskRecord } from './types';

/**
 * Adds tasks; a measure or a passage of a document that has a task already gets none, its task stands in the result
 * instead. To be called inside a transaction, which is what makes two calls at once come to one task.
 *
 * @param key The n-th task gets the id `key-n`; a record with that id means that this call has run before.
 * @returns One record for each task given, in order.
 */
export async function takeOn(
  database: Database,
  tasks: readonly NewTask[],
  key: string,
  now: Date,
): Promise<TaskRecord[]> {
  const instant = now.toISOString();
  const twins = await twinsOf(database, tasks);
  const sent = await database.tasks.bulkGet(tasks.map((_, at) => `${key}-${at}`));
  const added: TaskRecord[] = [];
  const records = tasks.map((task, at): TaskRecord => {
    const there = twins.get(twinKey(task)) ?? sent[at];
    if (there) return there;
    const record = { ...begun(task, localDay(now)), id: `${key}-${at}`, created: instant, updated: instant };
    added.push(record);
    twins.set(twinKey(task), record);
    return record;
  });
  await database.tasks.bulkAdd(added);
  return records;
}

type Twin = Pick<TaskRecord, 'documentId' | 'measureId' | 'origin' | 'excerpt' | 'selectors' | 'title' | 'source'>;

/** What must not be taken on twice: a measure of a document, or the same passage at the same place. */
export function twinKey(task: Twin): string {
  const { documentId, measureId } = task;
  if (task.origin === 'hand') return JSON.stringify([documentId, task.title, task.source?.name, task.source?.date]);
  if (task.origin === 'measure' && measureId !== null) return JSON.stringify([documentId, measureId]);
  return JSON.stringify([documentId, task.excerpt, task.selectors]);
}

/** The tasks that stand already for what these tasks stand for, by `twinKey`. */
export async function twinsOf(database: Database, tasks: readonly Twin[]): Promise<Map<string, TaskRecord>> {
  const ids = [...new Set(tasks.map(({ documentId }) => documentId))];
  const known = await database.tasks.where('documentId').anyOf(ids).toArray();
  return new Map(known.map((task) => [twinKey(task), task]));
}

/** What a change of tasks entails, and that each field knows when it was changed. */
export const taskManner: Manner<TaskRecord> = {
  entail: (task, set, now) => settled(task, set, now),
  note: (task, fields, now) => {
    const known = fields.filter((field) => (stampedFields as readonly string[]).includes(field));
    return known.length > 0 ? { at: stamped(task, known, now) } : {};
  },
};

/** Changes the tasks that are there; ids without a record are passed over. */
export async function patchTasks(
  database: Database,
  ids: readonly string[],
  patch: TaskPatch,
  now: Date,
): Promise<TaskRecord[]> {
  const known = await existing(database, ids);
  // A date that the reader sets is no default any more.
  const own = patch.dueDate === undefined ? {} : { dueByDefault: false };
  const changed = known.map((task): TaskRecord => {
    const set = { ...own, ...taskManner.entail(task, patch, now) };
    return { ...task, ...taskManner.note(task, Object.keys(set), now), ...set, updated: now.toISOString() };
  });
  await database.tasks.bulkPut(changed);
  return changed;
}

/** @returns What was removed, in the order of the ids. */
export async function takeAway(database: Database, ids: readonly string[]): Promise<TaskRecord[]> {
  const known = await existing(database, ids);
  await database.tasks.bulkDelete(known.map((task) => task.id));
  return known;
}

/** Puts back what is not there again by id or by measure. @returns What was put back. */
export async function putBack(database: Database, records: readonly TaskRecord[]): Promise<TaskRecord[]> {
  const twins = await twinsOf(database, records);
  const there = await database.tasks.bulkGet(records.map((record) => record.id));
  const back = records.filter((record, at) => there[at] === undefined && !twins.has(twinKey(record)));
  await database.tasks.bulkPut(back);
  return back;
}

async function existing(database: Database, ids: readonly string[]): Promise<TaskRecord[]> {
  const records = await database.tasks.bulkGet([...new Set(ids)]);
  return records.filter((record) => record !== undefined);
}
