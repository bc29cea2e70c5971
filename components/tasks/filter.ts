import type { Role } from '../../lib/policy/types';
import type { AnnotationRecord, DocumentHead, TaskRecord, TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState, soonDays } from '../due';
import { fits, termsOf } from '../records/terms';
import { periodOf } from './period';

/** week, month: within so many days. thisMonth, thisQuarter: of the calendar. range: between two days. */
export type DueFilter = 'any' | 'overdue' | 'week' | 'month' | 'thisMonth' | 'thisQuarter' | 'range' | 'none';

/** Where the words have to be: anywhere, in the names of units, or in anything else. */
export type Where = 'any' | 'units' | 'rest';

/** What is shown. Empty text, null and 'any' let everything through. */
export interface Filter {
  readonly text: string;
  readonly where: Where;
  readonly status: TaskStatus | null;
  readonly role: Role | null;
  readonly tag: string | null;
  readonly documentId: string | null;
  readonly due: DueFilter;
  /** ISO dates of a range, the ends included; null: open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const noFilter: Filter = {
  text: '',
  where: 'any',
  status: null,
  role: null,
  tag: null,
  documentId: null,
  due: 'any',
  from: null,
  to: null,
};

export const isFiltered = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.status !== null ||
  filter.role !== null ||
  filter.tag !== null ||
  filter.documentId !== null ||
  filter.due !== 'any';

/** Documents by id, as both lists look them up. */
export type Documents = ReadonlyMap<string, DocumentHead>;

/** Tasks that pass, in the order given. The text is words, all of which must occur somewhere in the task. */
export function filterTasks(
  tasks: readonly TaskRecord[],
  filter: Filter,
  documents: Documents,
  today: string,
): TaskRecord[] {
  const terms = termsOf(filter.text);
  return tasks.filter(
    (task) =>
      (filter.status === null || task.status === filter.status) &&
      (filter.role === null || task.role === filter.role) &&
      common(task, filter) &&
      passesDue(task, filter, today) &&
      passesText(task, terms, filter.where, documents),
  );
}

/** How many of the tasks have the words in the names of units, and how many elsewhere. */
export function placesOf(
  tasks: readonly TaskRecord[],
  text: string,
  documents: Documents,
): Readonly<Record<'units' | 'rest', number>> {
  const terms = termsOf(text);
  const count = (where: Where) => tasks.filter((task) => passesText(task, terms, where, documents)).length;
  return terms.length === 0 ? { units: 0, rest: 0 } : { units: count('units'), rest: count('rest') };
}

/** Annotations that pass; status, role and date say nothing of them. */
export function filterAnnotations(
  annotations: readonly AnnotationRecord[],
  filter: Filter,
  documents: Documents,
): AnnotationRecord[] {
  const terms = termsOf(filter.text);
  return annotations.filter(
    (annotation) =>
      common(annotation, filter) &&
      fits(terms, () => annotationText(annotation, documents.get(annotation.documentId)), annotation.number),
  );
}

function common(record: TaskRecord | AnnotationRecord, { tag, documentId }: Filter): boolean {
  return (tag === null || record.tags.includes(tag)) && (documentId === null || record.documentId === documentId);
}

function passesDue(task: TaskRecord, filter: Filter, today: string): boolean {
  switch (filter.due) {
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
    case 'thisMonth':
    case 'thisQuarter':
      return between(task.dueDate, ...periodOf(filter.due, today));
    case 'range':
      return between(task.dueDate, filter.from, filter.to);
  }
}

const between = (date: string | null, from: string | null, to: string | null): boolean =>
  date !== null && (from === null || date >= from) && (to === null || date <= to);

function within(task: TaskRecord, today: string, days: number): boolean {
  if (dueState(task, today) === 'none' || task.dueDate === null) return false;
  const left = daysUntil(task.dueDate, today);
  return left >= 0 && left <= days;
}

function passesText(task: TaskRecord, terms: readonly string[], where: Where, documents: Documents): boolean {
  const number = where === 'units' ? null : task.number;
  return fits(terms, () => textOf(task, where, documents.get(task.documentId)), number);
}

/** What can be looked for, in lower case; made once for each record, which is another one after every change. */
const texts = new WeakMap<TaskRecord, Readonly<Record<Where, string>> & { readonly document: unknown }>();

function textOf(task: TaskRecord, where: Where, document: DocumentHead | undefined): string {
  const known = texts.get(task);
  if (known && known.document === document) return known[where];
  const units = unitsText(task);
  const rest = `${ownText(task)}\n${documentText(document)}`;
  const made = { document, units, rest, any: `${units}\n${rest}` };
  texts.set(task, made);
  return made[where];
}

const lower = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('\n').toLowerCase();

const unitsText = ({ lead, participants, responsible }: TaskRecord) =>
  lower([...lead, ...participants, ...responsible]);

/** The excerpt holds the units as printed as well: where they are left out the measure's own words stay. */
function ownText(task: TaskRecord): string {
  const { title, excerpt, note, tags, path, deadlineText, recurrenceText } = task;
  const units = [...task.lead, ...task.participants, ...task.responsible].filter((unit) => excerpt.includes(unit));
  units.sort((a, b) => b.length - a.length);
  const words = units.reduce((text, unit) => (unit === '' ? text : text.replaceAll(unit, '\n')), excerpt);
  return lower([title, words, note, deadlineText, recurrenceText, ...tags, ...path]);
}

const documentText = (document: DocumentHead | undefined) =>
  document ? lower([document.title, document.docNumber, document.issuer]) : '';

function annotationText({ quote, note, tags, path }: AnnotationRecord, document: DocumentHead | undefined): string {
  return `${lower([quote, note, ...tags, ...path])}\n${documentText(document)}`;
}
