import type { Deadline } from '../policy/types';
import { daysLater } from './day';
import { firstDay, repeatOf } from './repeat';
import type { Move, PrintedDeadline, Repetition } from './types';

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
 * what is done. What recurs beside its limits is due at the nearest of both.
 *
 * @param done ISO date on which it was met; null: it was not
 */
export function metPatch(
  task: Limited & { readonly moves?: readonly Move[] | undefined; readonly repeat?: Repetition | null | undefined },
  at: number,
  done: string | null,
) {
  const deadlines = (task.deadlines ?? []).map((each, place) => (place === at ? { ...each, done } : each));
  const days = [openDeadlines({ deadlines })[0]?.date, periodDay(task)].filter((day) => day !== undefined);
  const dueDate = days.sort()[0] ?? task.dueDate;
  return { deadlines, dueDate, dueByDefault: false, moves: task.moves ?? [] };
}

/**
 * When the present period of a recurring duty is due: its due date, unless that is the day of one of its limits; then the next day
 * of its rule. Undefined for what does not recur, or not any more.
 */
export function periodDay({
  dueDate,
  repeat,
  deadlines = [],
}: Limited & { readonly repeat?: Repetition | null | undefined }): string | undefined {
  const rule = repeat && dueDate && repeatOf(repeat.text);
  if (!rule) return undefined;
  const ofLimit = deadlines.some(({ date }) => date === dueDate);
  if (!ofLimit || rule.on(new Date(`${dueDate}T00:00:00Z`))) return dueDate;
  const next = firstDay(rule, daysLater(dueDate, 1));
  return next && !(repeat.until && next > repeat.until) ? next : undefined;
}

/** All limits in one text, as printed. */
export const deadlinesText = (deadlines: readonly PrintedDeadline[]): string =>
  deadlines.map(({ text }) => text).join('；');
