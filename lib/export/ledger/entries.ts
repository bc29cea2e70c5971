import { localDay } from '../../follow/day';
import { openDeadlines, periodDay } from '../../follow/deadlines';
import { firstDay, repeatOf } from '../../follow/repeat';
import { recurringDeadline } from '../../follow/rounds';
import { titleBegins } from '../../policy/plan-begins';
import type { LedgerRow } from './types';

/** One entry of a calendar: a day, once or again and again. */
export interface Entry {
  readonly uid: string;
  /** ISO calendar date. */
  readonly day: string;
  readonly summary: string;
  readonly rule?: string;
  /** One of several limits, which was met. */
  readonly met?: boolean;
}

/** How many of these have a day in a calendar. */
export const datedRows = (rows: readonly LedgerRow[]): number => rows.filter((row) => entriesOf(row).length > 0).length;

/** The deadline of a duty and its recurrence, where it has them. */
export function entriesOf({ task, document }: LedgerRow): Entry[] {
  const due = isDay(task.dueDate) ? task.dueDate : null;
  const entries = due ? limitsOf(task, due) : [];
  if (task.repeat && due) return recurring(task, due);
  // Recurring was ended by the reader.
  if (task.repeat === null) return entries;
  const yearly = due && recurringDeadline(task);
  if (yearly) return [seriesOf({ ...task, repeat: { text: yearly, until: null } }, due)];
  const repeat = task.recurrenceText ? repeatOf(task.recurrenceText) : null;
  const taken = localDay(task.created);
  const begins = document?.begins ?? titleBegins(document?.title) ?? taken;
  const first = repeat && firstDay(repeat, begins > taken ? begins : taken);
  // What begins on the deadline ends there, too: the deadline says it.
  if (repeat && first && (!due || first < due)) {
    const until = due ? `;UNTIL=${due.replaceAll('-', '')}` : '';
    const summary = `${task.title}（${task.recurrenceText}）`;
    entries.push({ uid: `${task.id}-repeat@dutymark`, day: first, summary, rule: repeat.rule + until });
  }
  return entries;
}

/**
 * A day for each limit, in the order of their days, which is what their uids count: a limit that is met or moved keeps its
 * own. The next one stands on the due date, which the reader may have moved.
 */
function limitsOf(task: LedgerRow['task'], due: string): Entry[] {
  const only = { uid: `${task.id}@dutymark`, day: due, summary: task.title };
  const dated = (task.deadlines ?? []).filter((each) => isDay(each.date));
  if (dated.length < 2) return [only];
  const next = openDeadlines(task)[0];
  return dated
    .sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0))
    .map((each, at) => ({
      uid: at === 0 ? only.uid : `${task.id}-${at + 1}@dutymark`,
      day: each.text === next?.text && each.date === next.date ? due : each.date!,
      summary: `${task.title}（${each.text}）`,
      ...(each.done && { met: true }),
    }));
}

/** A series, and the limits beside it on their own days. */
function recurring(task: LedgerRow['task'], due: string): Entry[] {
  const limits = (task.deadlines ?? []).filter((each) => isDay(each.date));
  if (limits.length === 0) return [seriesOf(task, due)];
  const days = limits
    .sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0))
    .map((each, at) => ({
      uid: `${task.id}${at === 0 ? '' : `-${at + 1}`}@dutymark`,
      day: each.date!,
      summary: `${task.title}（${each.text}）`,
      ...(each.done && { met: true }),
    }));
  const period = periodDay(task);
  return period ? [...days, seriesOf(task, period)] : days;
}

/**
 * A recurring duty: from its present due date on, to its end. Once that is done the series begins later, under the same uid.
 */
function seriesOf({ id, title, repeat }: LedgerRow['task'], due: string): Entry {
  const uid = `${id}-repeat@dutymark`;
  const rule = repeat && repeatOf(repeat.text);
  // What ends before its rule's next day is one day more, and none after it.
  if (!rule?.on(new Date(`${due}T00:00:00Z`))) return { uid, day: due, summary: title };
  const until = repeat?.until ? `;UNTIL=${repeat.until.replaceAll('-', '')}` : '';
  return { uid, day: due, summary: `${title}（${repeat?.text}）`, rule: rule.rule + until };
}

const isDay = (date: string | null): date is string =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
