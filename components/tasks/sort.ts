import type { PeopleField } from '../../lib/follow/types';
import { type AnnotationRecord, byHand, type TaskRecord, type TaskStatus } from '../../lib/store/types';
import type { Documents } from './filter';

/**
 * due: nearest first, undated last. taken: as they were taken on, those of a table in its order. updated: last changed first. document: by document, then as taken on. By people: those of
 * one name together, nearest first; of nobody last.
 */
export type SortKey = 'due' | 'taken' | 'updated' | 'document' | 'status' | PeopleField;

const statusOrder: Readonly<Record<TaskStatus, number>> = { doing: 0, open: 1, done: 2, dropped: 3 };

/** Made once: `localeCompare` makes one a call, which is what sorting thousands of titles would cost. */
const collator = new Intl.Collator('zh', { numeric: true });

/** A sorted copy. Ties keep the order in which the tasks were taken on, so that a row never jumps by itself. */
export const sortTasks = (tasks: readonly TaskRecord[], key: SortKey, documents: Documents): TaskRecord[] =>
  sortedPlaces(tasks, key, documents).map((place) => tasks[place]!);

/** Where in the list stands what comes first, second and so on when it is sorted. */
export function sortedPlaces(tasks: readonly TaskRecord[], key: SortKey, documents: Documents): number[] {
  const inOrder = comparing(key, documents);
  return tasks.map((_, place) => place).sort((a, b) => inOrder(tasks[a]!, tasks[b]!));
}

function comparing(key: SortKey, documents: Documents): (a: TaskRecord, b: TaskRecord) => number {
  const settled = (task: TaskRecord) => (task.status === 'done' || task.status === 'dropped' ? 1 : 0);
  const taken = (a: TaskRecord, b: TaskRecord) => compare(a.created, b.created) || collator.compare(a.id, b.id);
  const by: Readonly<Record<SortKey, (a: TaskRecord, b: TaskRecord) => number>> = {
    due: (a, b) => settled(a) - settled(b) || compare(a.dueDate ?? '~', b.dueDate ?? '~'),
    taken,
    updated: (a, b) => compare(b.updated, a.updated),
    document: (a, b) => collator.compare(titleOf(a, documents), titleOf(b, documents)),
    leaders: (a, b) => byName('leaders', a, b) || by.due(a, b),
    offices: (a, b) => byName('offices', a, b) || by.due(a, b),
    handlers: (a, b) => byName('handlers', a, b) || by.due(a, b),
    status: (a, b) => statusOrder[a.status] - statusOrder[b.status],
  };
  return (a, b) => by[key](a, b) || taken(a, b);
}

/** Whether all of them come from tables of the office's own, which have an order that somebody gave them. */
export function areImported(tasks: readonly TaskRecord[]): boolean {
  const imports = new Set<string>();
  for (const { id, documentId, source } of tasks) {
    const [, key] = /^(.+)-\d+$/.exec(id) ?? [];
    if (documentId !== byHand || source?.kind !== 'other' || !key) return false;
    imports.add(key);
  }
  // A task by hand came alone; those of a table came together.
  return tasks.length >= 2 * imports.size && tasks.length > 1;
}

/** Annotations: by document, or last changed first. */
export function sortAnnotations(
  annotations: readonly AnnotationRecord[],
  key: SortKey,
  documents: Documents,
): AnnotationRecord[] {
  const newest = (a: AnnotationRecord, b: AnnotationRecord) => compare(b.updated, a.updated) || compare(a.id, b.id);
  const byDocument = (a: AnnotationRecord, b: AnnotationRecord) =>
    collator.compare(titleOf(a, documents), titleOf(b, documents)) || newest(a, b);
  return [...annotations].sort(key === 'document' ? byDocument : newest);
}

function byName(field: PeopleField, a: TaskRecord, b: TaskRecord): number {
  const [one, other] = [a[field]?.[0], b[field]?.[0]];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return collator.compare(one, other);
}

function titleOf({ documentId, url }: { documentId: string; url: string }, documents: Documents): string {
  return documents.get(documentId)?.title ?? url;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
