import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { TaskRecord } from '../lib/store/types';

/** Days from which on a date is near. */
export const soonDays = 7;

/** none: without a date, or nothing is left to do. later: more than `soonDays` away. */
export type DueState = 'none' | 'overdue' | 'today' | 'soon' | 'later';

/** Days from today to a date: negative when it has passed. Both are ISO calendar dates. */
export function daysUntil(date: string, today: string): number {
  return differenceInCalendarDays(parseISO(date), parseISO(today));
}

/** How a task stands to its date. What is done or dropped is never overdue. */
export function dueState(task: Pick<TaskRecord, 'dueDate' | 'status'>, today: string): DueState {
  if (task.dueDate === null || task.status === 'done' || task.status === 'dropped') return 'none';
  const days = daysUntil(task.dueDate, today);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= soonDays ? 'soon' : 'later';
}
