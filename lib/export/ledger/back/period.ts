import type { Round } from '../../../follow/types';
import type { EditableField } from '../fields';
import { hash, readStamp } from '../stamp';
import type { LedgerTask } from '../types';
import { readDay } from './day';
import type { ReturnedRow } from './returned';

/** Fields that say how one period of a recurring duty stands: of a period that is over they say nothing of the next one. */
export const periodFields: ReadonlySet<EditableField> = new Set(['status', 'word', 'dueDate', 'doneOn']);

/**
 * The period that a row is of, where that is over here by now; null where it is the present one, or nobody knows. The row says
 * it by the due date that it was written with (版本), else by the one that stands in it.
 */
export function passedRound(task: LedgerTask, { stamp, cells }: ReturnedRow): Round | null {
  const rounds = task.rounds ?? [];
  if (rounds.length === 0) return null;
  const sent = stamp === null ? undefined : readStamp(stamp)?.dueDate;
  if (sent !== undefined) {
    if (sent === hash(task.dueDate ?? '')) return null;
    const written = rounds.find(({ due }) => hash(due ?? '') === sent);
    if (written) return written;
  }
  const cell = cells.get('due');
  return (cell && roundOf(task, readDay(cell))) ?? null;
}

/** The period of a task that a due date is of, if it is over; a date that was moved later on lies before the one it was done with. */
export function roundOf({ rounds = [], dueDate }: Pick<LedgerTask, 'rounds' | 'dueDate'>, due: string | null) {
  if (due === null || due === dueDate) return null;
  return rounds.find((round) => round.due !== null && due <= round.due) ?? null;
}
