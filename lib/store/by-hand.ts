import { Dexie } from 'dexie';
import type { Database } from './database';
import type { DueCount } from './port';
import type { TaskStatus } from './types';

/** How many tasks that are not closed are due before a day, and on it; counted in the index, no task is read. */
export async function dueCount({ tasks }: Database, today: string): Promise<DueCount> {
  const count = (status: TaskStatus, from: unknown, to: unknown) =>
    tasks.where('[status+dueDate+created]').between([status, from, Dexie.minKey], [status, to, Dexie.maxKey]).count();
  const [open, doing, openNow, doingNow] = await Promise.all([
    count('open', Dexie.minKey, today),
    count('doing', Dexie.minKey, today),
    count('open', today, today),
    count('doing', today, today),
  ]);
  return { overdue: open + doing - openNow - doingNow, today: openNow + doingNow };
}
