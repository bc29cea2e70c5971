import type { Change } from '../anchor/compare';

/** Before the id of a measure that the present version no longer has: no measure of any document has such an id. */
export const GONE = 'gone:';

/** A change of one measure; of a new one there is no task. */
export type TaskChange = Exclude<Change, { readonly kind: 'fact' | 'heading' | 'new' }>;

const isOfTask = (change: Change): change is TaskChange =>
  change.kind !== 'fact' && change.kind !== 'heading' && change.kind !== 'new';

/** The `measureId` that the task of a changed measure carries. */
const taskKey = (change: TaskChange): string => change.after ?? GONE + change.before;

/** What changed for each measure, by the id that its task carries: new ones have no task and are left out. */
export function changesByMeasure(changes: readonly Change[]): Record<string, Change['kind'][]> {
  const changed: Record<string, Change['kind'][]> = {};
  for (const change of changes.filter(isOfTask)) {
    const id = taskKey(change);
    changed[id] = [...(changed[id] ?? []), change.kind];
  }
  return changed;
}

/** What exactly changed for the task that carries this id. */
export const changesOf = (changes: readonly Change[], measureId: string | null): TaskChange[] =>
  changes.filter(isOfTask).filter((change) => taskKey(change) === measureId);
