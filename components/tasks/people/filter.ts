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

/** Whether a text that follows a task up passes, for a search. */
export const holdsFollowed = (task: TaskRecord, passes: (text: string) => boolean): boolean =>
  peopleFields.some((field) => task[field]?.some(passes)) ||
  (!!task.word && passes(task.word)) ||
  (!!task.source?.name && passes(task.source.name)) ||
  !!task.evidence?.some(passes) ||
  !!task.steps?.some(({ text }) => passes(text)) ||
  !!task.progress?.some(({ text, problem, next }) => passes(text) || passes(problem) || passes(next));
