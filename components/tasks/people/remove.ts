import { type People, type PeopleField, peopleFields } from '../../../lib/follow/types';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';

/** Somebody whom some of the chosen tasks are given to. */
export interface OneName {
  readonly key: string;
  readonly field: PeopleField;
  readonly name: string;
  /** Of the chosen tasks, how many. */
  readonly count: number;
}

const keyOf = (field: PeopleField, name: string): string => `${field}:${name}`;

/** Everybody whom these tasks are given to, those of most of them first. */
export function namesOf(tasks: readonly People[]): OneName[] {
  return peopleFields.flatMap((field) => {
    const counts = new Map<string, number>();
    for (const task of tasks) for (const name of task[field] ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
      .map(([name, count]) => ({ key: keyOf(field, name), field, name, count }))
      .sort((a, b) => b.count - a.count);
  });
}

/**
 * The people of each task without some of them. Where others are named for a field, those take the place of all.
 *
 * @param gone Keys of `namesOf`.
 */
export function peopleGone(
  tasks: readonly TaskRecord[],
  gone: ReadonlySet<string>,
  said: People,
): Map<string, TaskPatch> {
  const patches = new Map<string, TaskPatch>();
  for (const task of tasks) {
    const left = peopleFields.flatMap((field) => {
      const before = task[field] ?? [];
      const after = before.filter((name) => !gone.has(keyOf(field, name)));
      return after.length < before.length ? [[field, after] as const] : [];
    });
    const patch: TaskPatch = { ...Object.fromEntries(left), ...said };
    if (Object.keys(patch).length > 0) patches.set(task.id, patch);
  }
  return patches;
}
