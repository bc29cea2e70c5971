import { localDay } from '../follow/day';
import { begun } from '../follow/rounds';
import { stampAfter } from './clock';
import type { Database } from './database';
import { taskManner } from './manner';
import { type Base, mergedPatch } from './patch';
import type { NewTask, TaskPatch } from './port';
import { asLastKnown, ownRows, patchInTrash, putIn, untouchedOf } from './trash';
import { eachOnce, twinKey, twinsOf } from './twins';
import type { TaskRecord } from './types';

/**
 * Adds tasks; a measure or a passage of a document that has a task already gets none, its task stands in the result
 * instead. To be called inside a transaction, which is what makes two calls at once come to one task.
 *
 * @param begins When the time begins that their document plans for, ISO date: nothing that recurs is due before.
 * @param key The n-th task gets the id `key-n`; a record with that id means that this call has run before.
 * @returns One record for each task given, in order.
 */
export async function takeOn(
  database: Database,
  tasks: readonly NewTask[],
  key: string,
  now: Date,
  begins?: string | null,
): Promise<TaskRecord[]> {
  const instant = now.toISOString();
  const twins = await twinsOf(database, tasks);
  const sent = await database.tasks.bulkGet(tasks.map((_, at) => `${key}-${at}`));
  const added: TaskRecord[] = [];
  const records = tasks.map((task, at): TaskRecord => {
    const there = twins.get(twinKey(task)) ?? sent[at];
    if (there) return there;
    const record = { ...begun(task, localDay(now), begins), id: `${key}-${at}`, created: instant, updated: instant };
    added.push(record);
    twins.set(twinKey(task), record);
    return record;
  });
  await database.tasks.bulkAdd(added);
  return records;
}

/** Changes the tasks that are there; ids without a record are passed over. @param base As in `mergedPatch`. */
export async function patchTasks(
  database: Database,
  ids: readonly string[],
  patch: TaskPatch,
  now: Date,
  base?: Base<TaskPatch>,
): Promise<TaskRecord[]> {
  const known = await existing(database, ids);
  // A date that the reader sets is no default any more.
  const own = patch.dueDate === undefined ? {} : { dueByDefault: false };
  const change = (task: TaskRecord): TaskRecord => {
    const set = taskManner.entail(task, { ...own, ...mergedPatch(task, patch, base) }, now);
    const noted = taskManner.note(task, Object.keys(set), now);
    return { ...task, ...noted, ...set, updated: stampAfter(task.updated, now) };
  };
  const changed = known.map(change);
  const there = new Set(known.map(({ id }) => id));
  const missing = ids.filter((id) => !there.has(id));
  if (missing.length > 0) await patchInTrash(database, missing, change);
  await database.tasks.bulkPut(changed);
  return changed;
}

/**
 * Puts what was deleted into the trash.
 *
 * @param untouched Only what was not changed since it was taken on.
 * @returns What was removed, in the order of the ids.
 */
export async function takeAway(
  database: Database,
  ids: readonly string[],
  now: Date,
  untouched = false,
): Promise<TaskRecord[]> {
  const known = untouchedOf(await existing(database, ids), untouched);
  await putIn(database, 'tasks', known, now);
  return known;
}

/** Puts back what is not there again by id or by measure; what is not put back stays in the trash. @returns What was put back. */
export async function putBack(database: Database, records: readonly TaskRecord[]): Promise<TaskRecord[]> {
  const ids = records.map(({ id }) => id);
  const [twins, there, rows] = [
    await twinsOf(database, records),
    await database.tasks.bulkGet(ids),
    await database.trash.bulkGet(ids),
  ];
  const missing = asLastKnown(records, rows).filter((_, at) => there[at] === undefined);
  const back = eachOnce(
    missing.map((record) => ({ record })),
    twins,
  ).map(({ record }) => record);
  await database.tasks.bulkPut(back);
  await database.trash.bulkDelete(ownRows(back, rows));
  return back;
}

async function existing(database: Database, ids: readonly string[]): Promise<TaskRecord[]> {
  const records = await database.tasks.bulkGet([...new Set(ids)]);
  return records.filter((record) => record !== undefined);
}
