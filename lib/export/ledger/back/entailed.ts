import { settled } from '../../../follow/settle';
import type { TaskPatch } from '../../../store/port';
import type { TaskRecord } from '../../../store/types';

/**
 * What writing changes of a task beside the cells that are taken over.
 *
 * - next: its period is done, and the task goes on to the next date.
 * - status: progress begins it.
 * - doneOn: the day of 办结 is set, or taken away.
 */
export type Entailed = { readonly id: string } & (
  | { readonly kind: 'next' | 'doneOn'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'status'; readonly before: TaskRecord['status']; readonly after: TaskRecord['status'] }
);

/** What the store will do beside what is chosen, so that it can be shown before. In the order of the tasks. */
export function entailed(
  tasks: readonly TaskRecord[],
  patches: ReadonlyMap<string, TaskPatch>,
  now = new Date(),
): Entailed[] {
  return tasks.flatMap((task): Entailed[] => {
    const patch = patches.get(task.id);
    if (!patch) return [];
    const { id } = task;
    const set: TaskPatch = settled(task, patch, now);
    if ((set.rounds?.length ?? 0) > (task.rounds?.length ?? 0))
      return [{ id, kind: 'next', before: task.dueDate, after: set.dueDate ?? null }];
    const lines: Entailed[] = [];
    if (patch.status === undefined && set.status !== undefined && set.status !== task.status)
      lines.push({ id, kind: 'status', before: task.status, after: set.status });
    const doneOn = task.doneOn ?? null;
    if (patch.doneOn === undefined && set.doneOn !== undefined && set.doneOn !== doneOn)
      lines.push({ id, kind: 'doneOn', before: doneOn, after: set.doneOn });
    return lines;
  });
}
