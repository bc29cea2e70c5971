import type { AnnotationRecord, DocumentHead, TaskRecord, TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState, soonDays } from '../due';
import { followText, ofPerson, type PersonFilter } from './people/filter';

export type DueFilter = 'any' | 'overdue' | 'week' | 'month' | 'none';

/** What is shown. Empty text, null and 'any' let everything through. */
export interface Filter {
  readonly text: string;
  readonly status: TaskStatus | null;
  readonly tag: string | null;
  readonly documentId: string | null;
  readonly due: DueFilter;
  readonly person: PersonFilter | null;
}

export const noFilter: Filter = { text: '', status: null, tag: null, documentId: null, due: 'any', person: null };

export const isFiltered = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.status !== null ||
  filter.tag !== null ||
  filter.documentId !== null ||
  filter.due !== 'any' ||
  filter.person !== null;

/** Documents by id, as both lists look them up. */
export type Documents = ReadonlyMap<string, DocumentHead>;

/** Tasks that pass, in the order given. The text is words, all of which must occur somewhere in the task. */
export function filterTasks(
  tasks: readonly TaskRecord[],
  filter: Filter,
  documents: Documents,
  today: string,
): TaskRecord[] {
  const words = wordsOf(filter.text);
  return tasks.filter(
    (task) =>
      (filter.status === null || task.status === filter.status) &&
      common(task, filter) &&
      ofPerson(task, filter.person) &&
      passesDue(task, filter.due, today) &&
      matches(words, () => taskText(task, documents.get(task.documentId))),
  );
}

/** Annotations that pass; status and date say nothing of them. */
export function filterAnnotations(
  annotations: readonly AnnotationRecord[],
  filter: Filter,
  documents: Documents,
): AnnotationRecord[] {
  const words = wordsOf(filter.text);
  return annotations.filter(
    (annotation) =>
      common(annotation, filter) &&
      matches(words, () => annotationText(annotation, documents.get(annotation.documentId))),
  );
}

function common(record: TaskRecord | AnnotationRecord, { tag, documentId }: Filter): boolean {
  return (tag === null || record.tags.includes(tag)) && (documentId === null || record.documentId === documentId);
}

function passesDue(task: TaskRecord, due: DueFilter, today: string): boolean {
  switch (due) {
    case 'any':
      return true;
    case 'none':
      return task.dueDate === null;
    case 'overdue':
      return dueState(task, today) === 'overdue';
    case 'week':
      return within(task, today, soonDays);
    case 'month':
      return within(task, today, 30);
  }
}

function within(task: TaskRecord, today: string, days: number): boolean {
  if (dueState(task, today) === 'none' || task.dueDate === null) return false;
  const left = daysUntil(task.dueDate, today);
  return left >= 0 && left <= days;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function matches(words: readonly string[], text: () => string): boolean {
  if (!words.length) return true;
  const hay = text().toLowerCase();
  return words.every((word) => hay.includes(word));
}

const documentText = (document: DocumentHead | undefined) =>
  document ? [document.title, document.docNumber, document.issuer] : [];

function taskText(task: TaskRecord, document: DocumentHead | undefined): string {
  const { title, excerpt, note, tags, path, lead, participants, responsible, deadlineText } = task;
  const parts = [title, excerpt, note, deadlineText, ...tags, ...path, ...lead, ...participants, ...responsible];
  return [...parts, ...followText(task), ...documentText(document)].join('\n');
}

function annotationText({ quote, note, tags, path }: AnnotationRecord, document: DocumentHead | undefined): string {
  return [quote, note, ...tags, ...path, ...documentText(document)].join('\n');
}
