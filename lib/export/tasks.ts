import type { DocumentHead, TaskRecord } from '../store/types';
import { toCsv } from './csv';
import { taskColumns } from './task-columns';

/**
 * Tasks as CSV, in the order given.
 *
 * @param documents Whose facts fill the columns of the document; a task whose document is missing keeps its own.
 */
export function tasksCsv(tasks: readonly TaskRecord[], documents: readonly DocumentHead[]): string {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return toCsv(
    taskColumns,
    tasks.map((task) => ({ task, document: byId.get(task.documentId) })),
  );
}
