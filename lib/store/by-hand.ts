import type { Database } from './database';
import type { DueCount, HandTask, NewTask } from './port';
import { byHand } from './types';

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

/** How many tasks that are not closed are due before a day, and on it; of the index, only what is due is read. */
export async function dueCount(database: Database, today: string): Promise<DueCount> {
  const tasks = await database.tasks.where('dueDate').belowOrEqual(today).toArray();
  const left = tasks.filter(({ status, dueDate }) => dueDate && (status === 'open' || status === 'doing'));
  const overdue = left.filter(({ dueDate }) => dueDate! < today).length;
  return { overdue, today: left.length - overdue };
}
