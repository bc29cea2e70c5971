import type { DocumentHead, TaskRecord } from '../store/types';
import { toCsv } from './csv';
import { taskColumnsFor } from './task-columns';

/**
 * Tasks as CSV, in the order given.
 *
 * @param documents Whose facts fill the columns of the document; a task whose document is missing keeps its own.
 */
export function tasksCsv(tasks: readonly TaskRecord[], documents: readonly DocumentHead[]): string {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const rows = tasks.map((task) => ({ task, document: byId.get(task.documentId) }));
  return toCsv(taskColumnsFor(rows), rows);
}
