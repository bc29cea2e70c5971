import type { TaskRecord } from '../../store/types';
import type { Exchange } from './file';
import { exchangeKey, heldIn, ofPeriod, periodOf, type Register, registerNames, stampOfRegister } from './join';
import type { ExchangePlan } from './merge';

/** What an office's file says of a field, and what does not stand because somebody changed that field later. */
export interface LeftOut {
  readonly key: string;
  readonly field: Register;
  /** Whose files say so. */
  readonly from: readonly string[];
  /** The task as those files have it. */
  readonly theirs: TaskRecord;
  /** The task as the plan would have it. */
  readonly stands: TaskRecord;
}

/**
 * What exchange files say and the plan does not take: of two offices that filled in one field only the later is offered, and
 * the other's words would be gone with nobody having seen them. What only repeats the state before, was typed by nobody, or
 * is of a period that is over is not among it.
 *
 * @param files those that the plan was made of
 */
export function leftOut(plan: ExchangePlan, files: readonly Pick<Exchange, 'tasks' | 'from'>[]): LeftOut[] {
  const results = [...plan.pairs, ...plan.added.map((after) => ({ before: null, after }))];
  const byKey = new Map(results.map((result) => [exchangeKey(result.after), result]));
  const found = new Map<string, LeftOut>();
  for (const { from, tasks } of files) {
    for (const theirs of tasks) {
      const result = byKey.get(exchangeKey(theirs));
      if (!result) continue;
      for (const field of registerNames.filter((name) => isLeft(name, theirs, result))) {
        const key = JSON.stringify([result.after.id, field, heldIn(theirs, field)]);
        const known = found.get(key);
        const whose = new Set([...(known?.from ?? []), from]);
        found.set(
          key,
          known ? { ...known, from: [...whose] } : { key, field, from: [from], theirs, stands: result.after },
        );
      }
    }
  }
  return [...found.values()];
}

function isLeft(
  name: Register,
  theirs: TaskRecord,
  { before, after }: { readonly before: TaskRecord | null; readonly after: TaskRecord },
): boolean {
  if (stampOfRegister(theirs, name) === '') return false;
  const held = heldIn(theirs, name);
  if (held === heldIn(after, name) || (before && held === heldIn(before, name))) return false;
  return !ofPeriod.has(name) || periodOf(theirs) === periodOf(after);
}
