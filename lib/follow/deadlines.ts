import type { Deadline } from '../policy/types';
import type { Move, PrintedDeadline } from './types';

/** Of a task, what says by when its parts are due. */
export interface Limited {
  readonly dueDate: string | null;
  readonly deadlines?: readonly PrintedDeadline[] | undefined;
}

/**
 * The limits of a measure's own, as printed and in their order, where there are several; none where one says it all. The
 * document's default is none of them.
 */
export function printedDeadlines(
  deadlines: readonly Pick<Deadline, 'text' | 'date' | 'isDefault'>[],
): PrintedDeadline[] {
  const own = new Map<string, PrintedDeadline>();
  for (const { text, date, isDefault } of deadlines) if (!isDefault) own.set(`${date} ${text}`, { text, date });
  return own.size > 1 ? [...own.values()] : [];
}

/** A task as it is taken on, with all limits of its measure; it is due at the first of them, whichever is printed first. */
export function withDeadlines<Task extends Limited>(task: Task, deadlines: readonly PrintedDeadline[]): Task {
  if (deadlines.length < 2 || task.deadlines) return task;
  const all = { ...task, deadlines };
  // A date of the reader's own stands.
  const printed = task.dueDate === null || deadlines.some(({ date }) => date === task.dueDate);
  return printed ? { ...all, dueDate: openDeadlines(all)[0]?.date ?? task.dueDate } : all;
}

/** A limit with a day that nobody has met yet. */
export type OpenDeadline = PrintedDeadline & { readonly date: string };

/** Limits that are not met yet and have a day, the nearest first. */
export const openDeadlines = ({ deadlines = [] }: Pick<Limited, 'deadlines'>): OpenDeadline[] =>
  deadlines
    .filter((each): each is OpenDeadline => each.date !== null && !each.done)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/**
 * What marking one limit as met, or not met after all, sets: the task is due at the nearest that is left. That is the way of
 * the work and no delay: the history of dates stays as it is. Where none is left the last date stands, and the status says
 * what is done.
 *
 * @param done ISO date on which it was met; null: it was not
 */
export function metPatch(
  task: Limited & { readonly moves?: readonly Move[] | undefined },
  at: number,
  done: string | null,
) {
  const deadlines = (task.deadlines ?? []).map((each, place) => (place === at ? { ...each, done } : each));
  const dueDate = openDeadlines({ deadlines })[0]?.date ?? task.dueDate;
  return { deadlines, dueDate, dueByDefault: false, moves: task.moves ?? [] };
}

/** All limits in one text, as printed. */
export const deadlinesText = (deadlines: readonly PrintedDeadline[]): string =>
  deadlines.map(({ text }) => text).join('；');
