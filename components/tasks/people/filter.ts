import { type People, type PeopleField, peopleFields } from '../../../lib/follow/types';
import type { TaskRecord } from '../../../lib/store/types';

/** Tasks of a person or office; `name` null: of nobody in this field. */
export interface PersonFilter {
  readonly field: PeopleField;
  readonly name: string | null;
}

export function ofPerson(task: People, person: PersonFilter | null): boolean {
  if (!person) return true;
  const names = task[person.field] ?? [];
  return person.name === null ? names.length === 0 : names.includes(person.name);
}

/** Every word of following a task up that a search may look for. */
export const followText = (task: TaskRecord): string[] => [
  ...peopleFields.flatMap((field) => task[field] ?? []),
  task.word ?? '',
  task.source?.name ?? '',
  ...(task.evidence ?? []),
  ...(task.steps ?? []).map(({ text }) => text),
  ...(task.progress ?? []).flatMap(({ text, problem, next }) => [text, problem, next]),
];

/** One person's tasks, counted. */
export interface PersonGroup {
  readonly name: string | null;
  readonly count: number;
  readonly late: number;
}

/**
 * Tasks by a kind of people, the one with most first, nobody's last. A task of two counts for both.
 *
 * @param isLate whether a task is overdue
 */
export function groupsBy(
  tasks: readonly TaskRecord[],
  field: PeopleField,
  isLate: (task: TaskRecord) => boolean,
): PersonGroup[] {
  const groups = new Map<string | null, { count: number; late: number }>();
  for (const task of tasks) {
    const names: readonly (string | null)[] = task[field]?.length ? task[field] : [null];
    for (const name of names) {
      const group = groups.get(name) ?? { count: 0, late: 0 };
      group.count += 1;
      if (isLate(task)) group.late += 1;
      groups.set(name, group);
    }
  }
  return [...groups]
    .map(([name, counted]) => ({ name, ...counted }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.count - a.count);
}
