import { daysLater } from './day';
import { openDeadlines } from './deadlines';
import { latestOf } from './latest';
import { repeatOf } from './repeat';
import type { FollowUp } from './types';

/** Of a task, what an agenda looks at. */
export interface Dated extends FollowUp {
  readonly status: 'open' | 'doing' | 'done' | 'dropped';
  readonly dueDate: string | null;
  readonly created: string;
}

/** Days without a word of progress after which a task waits for one. */
export const SILENT_DAYS = 30;

export const agendaParts = ['overdue', 'today', 'week', 'month', 'later', 'waiting'] as const;
export type AgendaPart = (typeof agendaParts)[number];
export type Agenda<Task> = Readonly<Record<AgendaPart, readonly Task[]>>;

/**
 * What a day has to show: overdue, due today, in the rest of this week (to Sunday), in the rest of this month, each once and
 * the nearest first; what comes after that; and what nobody told anything of for 30 days, the longest silence first, whatever its date.
 *
 * @param today ISO calendar date of the reader
 */
export function agendaOf<Task extends Dated>(tasks: readonly Task[], today: string): Agenda<Task> {
  const left = tasks.filter(({ status }) => status === 'open' || status === 'doing');
  const sunday = daysLater(today, 6 - ((weekday(today) + 6) % 7));
  const parts: Record<AgendaPart, Task[]> = { overdue: [], today: [], week: [], month: [], later: [], waiting: [] };
  for (const task of left) {
    const { dueDate } = task;
    if (dueDate === null) continue;
    if (dueDate < today) parts.overdue.push(task);
    else if (dueDate === today) parts.today.push(task);
    else if (dueDate <= sunday) parts.week.push(task);
    else if (dueDate.slice(0, 7) === today.slice(0, 7)) parts.month.push(task);
    else parts.later.push(task);
  }
  for (const part of ['overdue', 'week', 'month', 'later'] as const)
    parts[part].sort((a, b) => order(a.dueDate!, b.dueDate!));
  const silent = left
    .map((task) => [lastWord(task), task] as const)
    .filter(([last]) => last < daysLater(today, -SILENT_DAYS));
  parts.waiting = silent.sort(([a], [b]) => order(a, b)).map(([, task]) => task);
  return parts;
}

/** The day of the last progress; before there was any, of the taking-on. */
const lastWord = (task: Dated): string => latestOf(task)?.on ?? task.created.slice(0, 10);

/** A day of a month, with what is due on it. */
export interface MonthDay<Task> {
  readonly date: string;
  /** Before or after the month itself, to fill its weeks. */
  readonly outside: boolean;
  readonly tasks: readonly Task[];
  /** Recurring duties that will be due again then, once their present period is done, and later limits of what has several. */
  readonly expected: readonly Task[];
}

/**
 * A month in weeks from Monday, with the tasks that are due; what was dropped (不办) is left out.
 *
 * @param month 2026-06
 */
export function monthOf<Task extends Dated>(tasks: readonly Task[], month: string): MonthDay<Task>[] {
  const first = `${month}-01`;
  const start = daysLater(first, -((weekday(first) + 6) % 7));
  const due = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.dueDate === null || task.status === 'dropped') continue;
    const day = due.get(task.dueDate) ?? [];
    due.set(task.dueDate, day);
    day.push(task);
  }
  const recurring = tasks.flatMap((task) => {
    const rule =
      task.repeat && task.dueDate && task.status !== 'done' && task.status !== 'dropped'
        ? repeatOf(task.repeat.text)
        : null;
    return rule ? [{ task, rule }] : [];
  });
  const staged = tasks.flatMap((task) => {
    if (!task.deadlines || !task.dueDate || task.status === 'done' || task.status === 'dropped') return [];
    // The next one stands on the due date, which may have been moved.
    const [next, ...later] = openDeadlines(task);
    // Unless it recurs beside its limits: then its own day is that of a period.
    if (task.repeat && next) later.unshift(next);
    return [{ task, dates: new Set(later.map(({ date }) => date).filter((date) => date !== task.dueDate)) }];
  });
  const days: MonthDay<Task>[] = [];
  for (let at = 0; at < 42; at++) {
    const date = daysLater(start, at);
    if (at > 0 && at % 7 === 0 && date.slice(0, 7) > month) break;
    const expected = recurring
      .filter(
        ({ task, rule }) =>
          date > task.dueDate! &&
          !(task.repeat!.until && date > task.repeat!.until) &&
          rule.on(new Date(`${date}T00:00:00Z`)),
      )
      .map(({ task }) => task);
    const further = staged.filter(({ dates }) => dates.has(date)).map(({ task }) => task);
    days.push({
      date,
      outside: date.slice(0, 7) !== month,
      tasks: due.get(date) ?? [],
      expected: [...expected, ...further],
    });
  }
  return days;
}

/** The month so many months later: 2026-12, 1 → 2027-01. */
export function monthLater(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 0 for Sunday. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
