import type { Change } from '../anchor/compare';

/** Before the id of a measure that the present version no longer has: no measure of any document has such an id. */
export const GONE = 'gone:';

/** What changed for each measure, by the id that its task carries: new ones have no task and are left out. */
export function changesByMeasure(changes: readonly Change[]): Record<string, Change['kind'][]> {
  const changed: Record<string, Change['kind'][]> = {};
  for (const change of changes) {
    if (change.kind === 'fact' || change.kind === 'heading' || change.kind === 'new') continue;
    const id = change.after ?? GONE + change.before;
    changed[id] = [...(changed[id] ?? []), change.kind];
  }
  return changed;
}
