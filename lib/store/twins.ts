import type { Database } from './database';
import type { TaskRecord } from './types';

type Twin = Pick<
  TaskRecord,
  | 'documentId'
  | 'measureId'
  | 'origin'
  | 'excerpt'
  | 'selectors'
  | 'title'
  | 'source'
  | 'status'
  | 'dueDate'
  | 'note'
  | 'tags'
>;

/**
 * What must not be taken on twice: a measure of a document, or the same passage at the same place; by hand only what says
 * the very same: a report that is due each month has one title, and is another task each month.
 */
export function twinKey(task: Twin): string {
  const { documentId, measureId } = task;
  if (task.origin === 'hand') {
    const { title, status, dueDate, note, tags, source } = task;
    return JSON.stringify([documentId, title, status, dueDate, note, tags, source ?? null]);
  }
  if (task.origin === 'measure' && measureId !== null) return JSON.stringify([documentId, measureId]);
  return JSON.stringify([documentId, task.excerpt, task.selectors]);
}

/** The tasks that stand already for what these tasks stand for, by `twinKey`. */
export async function twinsOf(database: Database, tasks: readonly Twin[]): Promise<Map<string, TaskRecord>> {
  const ids = [...new Set(tasks.map(({ documentId }) => documentId))];
  const known = await database.tasks.where('documentId').anyOf(ids).toArray();
  return new Map(known.map((task) => [twinKey(task), task]));
}

/** Rows whose task stands neither among those that are there nor before them in the list. */
export function eachOnce<Row extends { readonly record: Twin }>(
  rows: readonly Row[],
  there: ReadonlyMap<string, unknown>,
): Row[] {
  const keys = new Set(there.keys());
  return rows.filter(({ record }) => {
    const key = twinKey(record);
    return !keys.has(key) && keys.add(key);
  });
}
