import { openDeadlines } from '../follow/deadlines';
import type { FollowUp } from '../follow/types';
import { deadlineText } from './words';

/** Of a task, what says by when it is due. */
export interface Timed extends FollowUp {
  readonly status?: 'open' | 'doing' | 'done' | 'dropped';
  readonly dueDate: string | null;
  readonly dueByDefault?: boolean | undefined;
  readonly deadlineText: string | null;
  readonly recurrenceText: string | null;
}

/**
 * The limits as printed; where the due date is no longer what they meant, with the new one behind them: 12月底前（现为2027-01-15）.
 * Nobody is to read two different limits side by side and not know which of them holds.
 */
export function limitText(task: Timed): string | null {
  const words = deadlineText(task);
  if (!words) return words;
  const now = task.dueDate ? `（现为${task.dueDate}）` : '（现不设期限）';
  if (!task.deadlines?.length) return wasMoved(task) ? words + now : words;
  const next = movedLimit(task);
  return task.deadlines.map((each) => each.text + (sameLimit(each, next) ? now : '')).join('；');
}

/** The same without what tells of a new date: what is printed in the document. */
export const withoutNow = (text: string): string => text.replace(/[（(](?:现为\d{4}-\d\d-\d\d|现不设期限)[）)]/g, '');

/**
 * Of a recurring duty the date goes on by itself: its limit was moved only where that is the recurrence, and the present date is where
 * somebody put it. No rule is asked, which every page that can be copied would have to load.
 */
function wasMoved({ dueDate, moves = [], repeat, deadlineText: words }: Timed): boolean {
  if (moves.length === 0) return false;
  if (moves[0]!.from === dueDate) return false;
  return !repeat || (repeat.text === words && moves.at(-1)!.to === dueDate);
}

/** Of several limits the next one, where the task is due on another day than that; of none of them where it recurs beside them. */
function movedLimit(task: Timed) {
  const { dueDate, deadlines = [], moves = [], repeat } = task;
  const next = openDeadlines(task)[0];
  if (!next || next.date === dueDate || repeat) return undefined;
  // An older version knew one limit alone, and its date stands: nobody moved it.
  return moves.length > 0 || (dueDate && !deadlines.some(({ date }) => date === dueDate)) ? next : undefined;
}

const sameLimit = (one: { text: string; date: string | null }, other: typeof one | undefined): boolean =>
  one.text === other?.text && one.date === other.date;

/**
 * By when a task is due, in one cell that needs no other beside it: how often it comes and when next, the printed limits as far as
 * they hold, else the due date.
 */
export function dueWords(task: Timed): string | null {
  const often = task.repeat?.text ?? (task.repeat === null ? null : task.recurrenceText);
  const limit = limitText(task);
  if (!often) return limit || task.dueDate;
  const over = task.status === 'done' || task.status === 'dropped';
  const next = task.repeat && task.dueDate && !over ? `（下次${task.dueDate}）` : '';
  const fixed = limit && withoutNow(limit) !== often ? limit : null;
  // A date of the reader's own, which no limit prints.
  const own = !task.repeat && !fixed ? task.dueDate : null;
  return [often + next, fixed ?? own].filter(Boolean).join('；');
}
