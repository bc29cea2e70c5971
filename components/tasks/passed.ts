import type { TaskRecord } from '../../lib/store/types';
import { dueState } from '../due';

/** A document's own deadline that has passed, and what goes by it. */
export interface Passed {
  /** `DOCUMENT DATE`: by this it is known that it was told. */
  readonly key: string;
  readonly documentId: string;
  readonly date: string;
  readonly ids: readonly string[];
}

/** Default deadlines that have passed of tasks not yet done, most tasks first; those told of are left out. */
export function passedDefaults(tasks: readonly TaskRecord[], today: string, told: readonly string[]): Passed[] {
  const all = new Map<string, { documentId: string; date: string; ids: string[] }>();
  for (const task of tasks) {
    if (!task.dueByDefault || task.dueDate === null || dueState(task, today) !== 'overdue') continue;
    const key = `${task.documentId} ${task.dueDate}`;
    const known = all.get(key);
    if (known) known.ids.push(task.id);
    else all.set(key, { documentId: task.documentId, date: task.dueDate, ids: [task.id] });
  }
  return [...all]
    .filter(([key]) => !told.includes(key))
    .map(([key, passed]) => ({ key, ...passed }))
    .sort((a, b) => b.ids.length - a.ids.length);
}
