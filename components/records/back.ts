import type { BulkReceipt } from '../../lib/store/port';

/**
 * The patch that brings back what a patch has changed of a record. A date that was the document's own comes back as such.
 */
export function patchBack<Patch extends object>(before: object, patch: Patch): Patch {
  const was = before as Readonly<Record<string, unknown>>;
  const back: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(patch)) back[field] = was[field] ?? (Array.isArray(value) ? [] : null);
  if ('dueDate' in patch) back.dueByDefault = was.dueByDefault === true;
  return back as Patch;
}

/** What the store sets with a status or a date: the day of 办结, an own status word, a next period, the history of dates. */
const entailed = ['status', 'word', 'doneOn', 'dueDate', 'dueByDefault', 'moves', 'rounds'] as const;

/**
 * What takes back a change of one task with all that it entailed; null for a change that entails nothing, for which
 * `patchBack` will do.
 *
 * @param after What the store answered: the task as it is since.
 */
export function entailedBy(before: { readonly id: string }, patch: object, after: unknown): BulkReceipt | null {
  const now = Array.isArray(after) ? after.find((each) => each?.id === before.id) : null;
  if (!now || !('status' in patch || 'dueDate' in patch) || 'tags' in patch) return null;
  const was = before as unknown as Readonly<Record<string, unknown>>;
  const fields = [...new Set([...entailed, ...Object.keys(patch)])]
    .map((field) => ({ field, before: was[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return { changed: 1, changes: [{ id: before.id, fields, added: [], removed: [] }] };
}
