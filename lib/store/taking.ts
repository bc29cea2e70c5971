import * as v from 'valibot';
import { printedDeadlines, withDeadlines } from '../follow/deadlines';
import type { PrintedDeadline } from '../follow/types';
import type { PolicyDocument } from '../policy/types';
import { date } from './follow-shapes';
import { limits } from './limits';
import type { NewTask } from './port';

/** Limits of a measure, as a page's agent hands them on: what is not so shaped is passed over, the task is none the worse. */
const limitsShape = v.pipe(
  v.array(
    v.object({ text: v.pipe(v.string(), v.maxLength(limits.fact)), date: v.nullable(date), isDefault: v.boolean() }),
  ),
  v.maxLength(limits.followed),
);

/** The limits of the measures of a policy that have several, by the measures' ids. */
export function severalLimits(
  measures: readonly { readonly id: string; readonly deadlines?: unknown }[],
): ReadonlyMap<string, readonly PrintedDeadline[]> {
  return new Map(
    measures.flatMap(({ id, deadlines }) => {
      const read = v.safeParse(limitsShape, deadlines);
      const printed = read.success ? printedDeadlines(read.output) : [];
      return printed.length > 0 ? [[id, printed] as const] : [];
    }),
  );
}

/** Makes drafts of a policy's measures into what is kept of them: with all their limits, and for whom they are taken on. */
export function takenFrom(policy: PolicyDocument, units: readonly string[]): (task: NewTask) => NewTask {
  const known = severalLimits(policy.measures);
  return (task) => {
    const dated = withDeadlines(task, known.get(task.measureId ?? '') ?? []);
    // What concerns none of the reader's units says nothing of them.
    return task.role === null || units.length === 0 || task.takenFor ? dated : { ...dated, takenFor: units };
  };
}
