import type { Database } from './database';
import type { NewTask, TaskPatch } from './port';
import type { TaskRecord } from './types';

/**
 * Adds tasks; a measure of a document that has a task already gets none, its task stands in the result instead. To be
 * called inside a transaction, which is what makes two calls at once come to one task.
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
  const twins = await tasksOfMeasures(database, tasks);
  const sent = await database.tasks.bulkGet(tasks.map((_, at) => `${key}-${at}`));
  const added: TaskRecord[] = [];
  const records = tasks.map((task, at): TaskRecord => {
    const there = twins.get(measureKey(task)) ?? sent[at];
    if (there) return there;
    const record = { ...task, id: `${key}-${at}`, created: instant, updated: instant };
    added.push(record);
    if (task.measureId !== null) twins.set(measureKey(task), record);
    return record;
  });
  await database.tasks.bulkAdd(added);
  return records;
}

type OfMeasure = Pick<TaskRecord, 'documentId' | 'measureId'>;

/** Names a measure across documents. */
export const measureKey = ({ documentId, measureId }: OfMeasure): string => JSON.stringify([documentId, measureId]);

/** The tasks that stand for the same measures of the same documents, by `measureKey`; selections have no such twin. */
export async function tasksOfMeasures(
  database: Database,
  tasks: readonly OfMeasure[],
): Promise<Map<string, TaskRecord>> {
  const keys = tasks.flatMap(({ documentId, measureId }) => (measureId === null ? [] : [[documentId, measureId]]));
  const twins = await database.tasks.where('[documentId+measureId]').anyOf(keys).toArray();
  return new Map(twins.map((task) => [measureKey(task), task]));
}

/** Changes the tasks that are there; ids without a record are passed over. */
export async function patchTasks(
  database: Database,
  ids: readonly string[],
  patch: TaskPatch,
  now: Date,
): Promise<TaskRecord[]> {
  const known = await existing(database, ids);
  const changed = known.map((task) => ({ ...task, ...patch, updated: now.toISOString() }));
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
  const twins = await tasksOfMeasures(database, records);
  const there = await database.tasks.bulkGet(records.map((record) => record.id));
  const back = records.filter((record, at) => there[at] === undefined && !twins.has(measureKey(record)));
  await database.tasks.bulkPut(back);
  return back;
}

async function existing(database: Database, ids: readonly string[]): Promise<TaskRecord[]> {
  const records = await database.tasks.bulkGet([...new Set(ids)]);
  return records.filter((record) => record !== undefined);
}
