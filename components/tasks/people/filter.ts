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
