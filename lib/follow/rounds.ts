import { daysLater } from './day';
import { type Limited, openDeadlines } from './deadlines';
import { firstDay, repeatOf } from './repeat';
import type { PrintedDeadline, Repetition } from './types';

/** Of a task, what says when it falls due. */
export interface Recurring extends Limited {
  readonly repeat?: Repetition | null | undefined;
}

/**
 * When a recurring duty falls due again once its present period is done; null for what does not recur, or not any more. A
 * period that was missed is not skipped: the next one follows it. A limit beside the recurrence that comes before it is next.
 *
 * @param today ISO calendar date: without a due date the present period is the one of today.
 */
export function nextRound(task: Recurring, today: string): string | null {
  const { dueDate, repeat } = task;
  const rule = repeat && repeatOf(repeat.text);
  if (!rule) return null;
  const present = dueDate ?? firstDay(rule, today);
  const next = present && firstDay(rule, daysLater(present, 1));
  const round = next && !(repeat.until && next > repeat.until) ? next : null;
  const limit = openDeadlines(task).find(({ date }) => present && date > present)?.date;
  return limit && (!round || limit < round) ? limit : round;
}

/** A duty that is taken on, as far as it recurs. */
export interface Recurrent extends Recurring {
  readonly recurrenceText: string | null;
  readonly deadlineText?: string | null | undefined;
  readonly dueByDefault?: boolean | undefined;
  readonly origin?: 'measure' | 'selection' | 'hand' | undefined;
}

/**
 * The recurrence of a duty whose deadline is one (每年11月底前): its due date is the first of many and no end. Null where the
 * deadline is of one year, or none is printed.
 */
export function recurringDeadline({ deadlineText, dueDate }: Omit<Recurrent, 'recurrenceText'>): string | null {
  if (!deadlineText || dueDate === null || !/每/.test(deadlineText) || /\d{4}\s*年/.test(deadlineText)) return null;
  return repeatOf(deadlineText)?.on(dayOf(dueDate)) ? deadlineText : null;
}

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The later of two days. */
const later = (one: string, other: string | null | undefined): string => (other && other > one ? other : one);

/**
 * A task as it begins: one whose measure names a recurrence that can be counted, and no deadline, recurs by it, and is due
 * first at the end of the present period. A deadline that is printed beside it stays a limit to tick off; where that comes before the
 * first period ends it stands alone, and recurring is for the reader to choose, unless it is itself a recurrence (每年11月底前). Once a day is no due date: nobody ticks off each of 250 days.
 *
 * @param from ISO calendar date on which the plan's own time begins: nothing is due before it
 */
export function begun<Task extends Recurrent>(
  task: Task,
  today: string,
  from?: string | null,
): Task & { readonly deadlines?: readonly PrintedDeadline[] | undefined } {
  const yearly = task.repeat === undefined ? recurringDeadline(task) : null;
  if (yearly) return { ...task, repeat: { text: yearly, until: null } };
  if (task.repeat !== undefined || !task.recurrenceText) return task;
  const rule = repeatOf(task.recurrenceText);
  if (!rule || rule.rule === 'FREQ=DAILY') return task;
  if (task.dueDate !== null) {
    const limits = limitsBeside(task);
    const first = firstDay(rule, later(today, from));
    const last = limits.reduce<string>((day, { date }) => (date && date > day ? date : day), '');
    if (!first || first >= last) return task;
    // The period in which the last limit falls is the last one: its report is asked for, too.
    const repeat = { text: task.recurrenceText, until: firstDay(rule, last) };
    return { ...task, deadlines: limits, repeat, dueDate: first < task.dueDate ? first : task.dueDate };
  }
  return { ...task, repeat: { text: task.recurrenceText, until: null }, dueDate: firstDay(rule, later(today, from)) };
}

/**
 * Turns recurring on for a task with a deadline: up to that, from the present period on. What comes once a year and first on
 * that very day goes on without end: an end there would leave a series of one. null: it cannot be counted.
 *
 * @param from As in `begun`.
 */
export function recurringFrom(text: string, until: string | null, today: string, from?: string | null) {
  const rule = repeatOf(text);
  const first = rule && firstDay(rule, later(today, from));
  if (!first) return null;
  if (until && rule.rule.includes('INTERVAL=12') && rule.on(dayOf(until)))
    return { repeat: { text, until: null }, dueDate: until };
  return { repeat: { text, until }, dueDate: until && first > until ? until : first };
}

/** The limits of its own that a measure prints beside its recurrence. A date of the reader's own, or of a table, is none. */
function limitsBeside(task: Recurrent): readonly PrintedDeadline[] {
  if (task.deadlines?.length) return task.deadlines;
  if (!task.deadlineText || task.dueByDefault || task.origin === 'hand') return [];
  return [{ text: task.deadlineText, date: task.dueDate }];
}
