import { Dexie } from 'dexie';
import type { Database } from './database';
import type { DueCount, HandTask, NewTask } from './port';
import { byHand, type TaskStatus } from './types';

/** A task that no document holds, as the table has tasks: without passage, measure or units. */
export const handTask = (task: HandTask): NewTask => ({
  documentId: byHand,
  origin: 'hand',
  measureId: null,
  path: [],
  number: null,
  excerpt: '',
  selectors: [],
  url: '',
  role: null,
  certainty: null,
  lead: [],
  participants: [],
  responsible: [],
  deadlineText: null,
  recurrenceText: task.repeat?.text ?? null,
  status: 'open',
  ...task,
});

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
