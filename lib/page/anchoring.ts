import type { TextIndex } from '../anchor/index';
import { resolveAll } from '../anchor/resolve';
import type { Resolution, Selector } from '../anchor/types';
import type { Store, StoreChange } from '../store/port';
import type { AnnotationRecord, TaskRecord } from '../store/types';
import { tasksIn } from '../store/versions';
import { drain } from '../text/pause';
import type { PageReading } from './reading';

/** What is kept of a document. */
export interface Kept {
  readonly annotations: readonly AnnotationRecord[];
  readonly tasks: readonly TaskRecord[];
}

export const nothingKept: Kept = { annotations: [], tasks: [] };

export const isEmpty = ({ annotations, tasks }: Kept): boolean => annotations.length + tasks.length === 0;

/** Could a write have changed what is kept of this document? A change without document ids may concern any. */
export const concerns = ({ tables, documentIds }: StoreChange, id: string): boolean =>
  (documentIds.length === 0 || documentIds.includes(id)) &&
  (tables.includes('annotations') || tables.includes('tasks'));

/** Finds the passages of all that is kept in one revision of the text; by id. Never keeps the page waiting. */
export async function anchorAll(
  index: TextIndex,
  { annotations, tasks }: Kept,
  signal: AbortSignal,
  known: Readonly<Record<string, Resolution>> = {},
): Promise<Record<string, Resolution>> {
  const found: Record<string, Resolution> = {};
  const items: [string, readonly Selector[]][] = [];
  for (const { id, selectors, resolution } of [...annotations, ...tasks]) {
    const before = resolution?.letGo ? resolution : known[id];
    if (before) found[id] = before;
    else items.push([id, selectors]);
  }
  await drain(resolveAll(index, items), { signal }, (step) => {
    if (step) found[step[0]] = step[1];
  });
  return found;
}

/** What is kept of a document, and where it was found in the text. */
export interface Found {
  readonly kept: Kept;
  readonly anchors: Readonly<Record<string, Resolution>>;
}

/**
 * Asks the store for what is kept of a document and finds it; what is found already in this revision stays. Where the page
 * shows another version than the store's present one (an older copy, a change not yet told of), tasks carry the ids that
 * their measures have here.
 *
 * @throws the abort reason, or what the store throws.
 */
export async function findKept(
  store: Pick<Store, 'annotations' | 'tasks' | 'document'>,
  { identity, policy, index }: PageReading,
  before: Found,
  signal: AbortSignal,
): Promise<Found> {
  const { id, fingerprint } = identity;
  const [annotations, stored] = await Promise.all([store.annotations(id), store.tasks(id)]);
  signal.throwIfAborted();
  const present = stored.length > 0 ? await store.document(id) : null;
  signal.throwIfAborted();
  const other = present !== null && present.fingerprint !== fingerprint;
  const kept = { annotations, tasks: other ? tasksIn(policy, stored, present.policy) : stored };
  const anchors = await anchorAll(index, kept, signal, stillKnown(before.anchors, before.kept, kept));
  signal.throwIfAborted();
  return { kept, anchors };
}

/** What is known of records that are still anchored by the same selectors; one that was placed anew is to be found anew. */
export function stillKnown(
  known: Readonly<Record<string, Resolution>>,
  before: Kept,
  after: Kept,
): Record<string, Resolution> {
  const all = ({ annotations, tasks }: Kept) => [...annotations, ...tasks];
  const way = ({ selectors, resolution }: AnnotationRecord | TaskRecord) =>
    JSON.stringify([selectors, resolution?.letGo ?? false]);
  const earlier = new Map(all(before).map((record) => [record.id, way(record)]));
  const kept: Record<string, Resolution> = {};
  for (const record of all(after)) {
    const { id } = record;
    const resolution = known[id];
    // Records come anew from the store at every change: their contents tell, not their identity.
    if (resolution && earlier.get(id) === way(record)) kept[id] = resolution;
  }
  return kept;
}
