import type { Database } from './database';
import type { TaskRecord } from './types';

type Twin = Pick<TaskRecord, 'documentId' | 'measureId' | 'origin' | 'excerpt' | 'selectors' | 'title' | 'source'>;

/** What must not be taken on twice: a measure of a document, or the same passage at the same place. */
export function twinKey(task: Twin): string {
  const { documentId, measureId } = task;
  if (task.origin === 'hand') return JSON.stringify([documentId, task.title, task.source?.name, task.source?.date]);
  if (task.origin === 'measure' && measureId !== null) return JSON.stringify([documentId, measureId]);
  return JSON.stringify([documentId, task.excerpt, task.selectors]);
}

/** The tasks that stand already for what these tasks stand for, by `twinKey`. */
export async function twinsOf(database: Database, tasks: readonly Twin[]): Promise<Map<string, TaskRecord>> {
  const ids = [...new Set(tasks.map(({ documentId }) => documentId))];
  const known = await database.tasks.where('documentId').anyOf(ids).toArray();
  return new Map(known.map((task) => [twinKey(task), task]));
}
