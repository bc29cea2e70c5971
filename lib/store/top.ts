import { Dexie } from 'dexie';
import type { Database } from './database';
import type { TaskRecord, TaskStatus } from './types';

/** Before and behind all dates and instants. */
const [LOW, HIGH] = [Dexie.minKey, Dexie.maxKey];

/**
 * The first tasks in the order in which the list opens: what is to be done before what is settled, the nearest date first,
 * those without a date last, among equals as they were taken on. Reads a few rows of indexes, however many tasks there are.
 */
export async function firstTasks(database: Database, count: number): Promise<TaskRecord[]> {
  const toDo = await firstOf(database, ['open', 'doing'], count);
  if (toDo.length >= count) return toDo;
  return [...toDo, ...(await firstOf(database, ['done', 'dropped'], count - toDo.length))];
}

async function firstOf(database: Database, statuses: readonly TaskStatus[], count: number): Promise<TaskRecord[]> {
  const dated = await Promise.all(statuses.map((status) => datedOf(database, status, count)));
  const first = dated.flat().sort((a, b) => compare(a.dueDate ?? '', b.dueDate ?? '') || taken(a, b));
  if (first.length >= count) return first.slice(0, count);
  // Fewer have a date than are asked for: those without one come soon, however they are mixed with the others.
  const undated = await Promise.all(statuses.map((status) => undatedOf(database, status, count - first.length)));
  return [...first, ...undated.flat().sort(taken)].slice(0, count);
}

const datedOf = ({ tasks }: Database, status: TaskStatus, count: number): Promise<TaskRecord[]> =>
  tasks.where('[status+dueDate+created]').between([status, LOW, LOW], [status, HIGH, HIGH]).limit(count).toArray();

const undatedOf = ({ tasks }: Database, status: TaskStatus, count: number): Promise<TaskRecord[]> =>
  tasks
    .where('[status+created]')
    .between([status, LOW], [status, HIGH])
    .filter(({ dueDate }) => dueDate === null)
    .limit(count)
    .toArray();

const taken = (a: TaskRecord, b: TaskRecord): number => compare(a.created, b.created) || compare(a.id, b.id);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
