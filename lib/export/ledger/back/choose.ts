import type { TaskPatch } from '../../../store/port';
import type { Editable, EditableField } from '../fields';
import type { LedgerDiff } from './diff';
import type { Place } from './grid';

/** One thing that a ledger which came back would change, to be taken over or not. */
export interface Offer {
  /** Unique among the offers of one file. */
  readonly key: string;
  readonly id: string;
  readonly field: EditableField;
  readonly place: Place;
  readonly before: Editable[EditableField];
  readonly after: Editable[EditableField];
  /** Why it needs a decision of its own; null for a plain change. */
  readonly conflict: 'both' | 'twice' | null;
}

/** Every change and every side of every conflict, in the order of the file. */
export function offersOf({ changed, conflicts }: LedgerDiff): Offer[] {
  const plain = changed.flatMap(({ id, place, changes }) =>
    changes.map(({ field, before, after }): Offer => {
      return { key: `${id}/${field}`, id, field, place, before, after, conflict: null };
    }),
  );
  const disputed = conflicts.flatMap(({ id, field, why, here, there }) =>
    there.map(({ place, value }, at): Offer => {
      return { key: `${id}/${field}/${at}`, id, field, place, before: here, after: value, conflict: why };
    }),
  );
  return [...plain, ...disputed];
}

/** What is taken over unless somebody says otherwise: changes, never a side of a conflict. */
export const firstChoice = (offers: readonly Offer[]): ReadonlySet<string> =>
  new Set(offers.filter(({ conflict }) => conflict === null).map(({ key }) => key));

/** Takes an offer in or out. Of several for one field only one can be in. */
export function toggled(
  chosen: ReadonlySet<string>,
  offers: readonly Offer[],
  { key, id, field }: Offer,
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (next.delete(key)) return next;
  for (const other of offers) if (other.id === id && other.field === field) next.delete(other.key);
  return next.add(key);
}

/** What is chosen as changes to the store, by task. */
export function patchesOf(offers: readonly Offer[], chosen: ReadonlySet<string>): Map<string, TaskPatch> {
  const patches = new Map<string, TaskPatch>();
  for (const { key, id, field, after } of offers) {
    if (!chosen.has(key)) continue;
    // A date that comes from a colleague is no default of the document's.
    const patch = { ...patches.get(id), [field]: after, ...(field === 'dueDate' && { dueByDefault: false }) };
    patches.set(id, patch);
  }
  return patches;
}
