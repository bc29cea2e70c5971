import { localDay } from './day';
import { periodDay } from './deadlines';
import { nextRound } from './rounds';
import { stampsOf } from './stamps';
import type { FollowUp, Move, PrintedDeadline } from './types';

/** Of a task, what following it up depends on. */
export interface Followed extends FollowUp {
  readonly status: 'open' | 'doing' | 'done' | 'dropped';
  readonly dueDate: string | null;
}

type Patch = Partial<Followed>;

/**
 * What setting fields of a task entails: an own status word goes with its status, what is done gets its day (办结日期), a
 * recurring duty that is done goes on to its next due date, and a due date that is moved leaves a line in the history. What
 * the patch says itself stands. Progress told of a task that nobody began begins it: otherwise a report counts it as 未启动.
 *
 * @returns the patch with what it entails
 */
export function settled<Set extends object>(task: Followed, set: Set & Patch, now: Date): Set & Patch {
  const today = localDay(now);
  return withMove(task, withStatus(task, begunByProgress(task, set), today), today);
}

function begunByProgress<Set extends Patch>(task: Followed, set: Set): Set {
  const told = (set.progress?.length ?? 0) > (task.progress?.length ?? 0);
  return told && task.status === 'open' && set.status === undefined ? { ...set, status: 'doing' } : set;
}

function withStatus<Set extends Patch>(task: Followed, set: Set, today: string): Set {
  const { status } = set;
  if (status === undefined || status === task.status) return set;
  const word = set.word === undefined && task.word ? { word: null } : {};
  if (status !== 'done') return { ...word, ...(task.doneOn && { doneOn: null }), ...set };
  const done = set.doneOn ?? today;
  const next = set.dueDate === undefined && set.repeat === undefined ? nextRound(task, today) : null;
  if (next === null) return { ...word, ...set, doneOn: done };
  const { doneOn: _, word: __, ...rest } = set;
  const { met, ofPeriod } = closed(task, done);
  const rounds = [...(task.rounds ?? []), ...(ofPeriod ? [{ due: task.dueDate, done }] : [])];
  // The history of due dates tells of delays; that a period is over is in `rounds`.
  return {
    ...(rest as Set),
    ...(task.word && { word: null }),
    status: 'open',
    dueDate: next,
    dueByDefault: false,
    rounds,
    ...(met && { deadlines: met }),
    moves: task.moves ?? [],
  };
}

/** What is done with a due date of what recurs: the limit that is due on it, the period, or both. */
function closed({ dueDate, repeat, deadlines }: Followed, done: string) {
  const isDue = ({ date, done: met }: PrintedDeadline) => !met && date !== null && date === dueDate;
  const met = deadlines?.some(isDue) ? deadlines.map((each) => (isDue(each) ? { ...each, done } : each)) : null;
  return { met, ofPeriod: !met || periodDay({ dueDate, repeat, deadlines }) === dueDate };
}

function withMove<Set extends Patch>(task: Followed, set: Set, today: string): Set {
  const { dueDate } = set;
  if (dueDate === undefined || dueDate === task.dueDate || task.dueDate === null || set.moves) return set;
  return { ...set, moves: moved(task.moves ?? [], { on: today, from: task.dueDate, to: dueDate, reason: '' }) };
}

/** The history with one more move. A date put back on the same day, where nobody gave a reason, was a slip. */
export function moved(moves: readonly Move[], move: Move): Move[] {
  const last = moves.at(-1);
  const slip = last && !last.reason && !move.reason && last.on === move.on && last.to === move.from;
  if (!slip) return [...moves, move];
  const rest = moves.slice(0, -1);
  return last.from === move.to ? rest : [...rest, { ...last, to: move.to }];
}

/** `at` of a task whose fields are set now. */
export function stamped(
  task: Parameters<typeof stampsOf>[0],
  fields: readonly string[],
  now: Date,
): Record<string, string> {
  const instant = now.toISOString();
  return { ...stampsOf(task), ...Object.fromEntries(fields.map((field) => [field, instant])) };
}
