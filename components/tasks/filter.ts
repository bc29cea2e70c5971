import type { AnnotationRecord, DocumentHead, TaskRecord, TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState, soonDays } from '../due';

export type DueFilter = 'any' | 'overdue' | 'week' | 'month' | 'none';

/** What is shown. Empty text, null and 'any' let everything through. */
export interface Filter {
  readonly text: string;
  readonly status: TaskStatus | null;
  readonly tag: string | null;
  readonly documentId: string | null;
  readonly due: DueFilter;
}

export const noFilter: Filter = { text: '', status: null, tag: null, documentId: null, due: 'any' };

export const isFiltered = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.status !== null ||
  filter.tag !== null ||
  filter.documentId !== null ||
  filter.due !== 'any';

/** Documents by id, as both lists look them up. */
export type Documents = ReadonlyMap<string, DocumentHead>;

/** Of a list and a word: whether the record in a place of the list may hold it. What may not is not looked into. */
export type Narrow<Item> = (items: readonly Item[], word: string) => (at: number) => boolean;

const all = () => () => true;

/** Tasks that pass, in the order given. The text is words, all of which must occur somewhere in the task. */
export function filterTasks(
  tasks: readonly TaskRecord[],
  filter: Filter,
  documents: Documents,
  today: string,
  narrow: Narrow<TaskRecord> = all,
): readonly TaskRecord[] {
  const holds = holdsAll(tasks, wordsOf(filter.text), documents, taskParts, narrow);
  return through(
    tasks,
    (task, at) =>
      holds(task, at) &&
      (filter.status === null || task.status === filter.status) &&
      common(task, filter) &&
      passesDue(task, filter.due, today),
  );
}

/** Annotations that pass; status and date say nothing of them. */
export function filterAnnotations(
  annotations: readonly AnnotationRecord[],
  filter: Filter,
  documents: Documents,
  narrow: Narrow<AnnotationRecord> = all,
): readonly AnnotationRecord[] {
  const holds = holdsAll(annotations, wordsOf(filter.text), documents, annotationParts, narrow);
  return through(annotations, (annotation, at) => holds(annotation, at) && common(annotation, filter));
}

/** The same list where all pass: nothing that was made of it is made anew. */
function through<Item>(items: readonly Item[], passes: (item: Item, at: number) => boolean): readonly Item[] {
  const passed = items.filter(passes);
  return passed.length === items.length ? items : passed;
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

/** Whether a record or its document holds every word. A document is looked into once, however many records it has. */
function holdsAll<Item extends TaskRecord | AnnotationRecord>(
  items: readonly Item[],
  words: readonly string[],
  documents: Documents,
  partsOf: (item: Item) => readonly Part[],
  narrow: Narrow<Item>,
): (item: Item, at: number) => boolean {
  if (!words.length) return () => true;
  const tests = words.map((word) => {
    const inText = holding(word);
    const inDocument = new Set<string>();
    for (const [id, document] of documents) if (inText(documentParts(document))) inDocument.add(id);
    const may = narrow(items, word);
    const own = (item: Item, at: number) => may(at) && inText(partsOf(item));
    // Where no document holds it, a record that may not is passed over without being touched.
    return inDocument.size === 0 ? own : (item: Item, at: number) => inDocument.has(item.documentId) || own(item, at);
  });
  return (item, at) => tests.every((test) => test(item, at));
}

/** A text, or several. */
type Part = string | null | readonly string[];

/** Whether one of some texts holds a word, upper case or lower. @param word In lower case. */
function holding(word: string): (parts: readonly Part[]) => boolean {
  const inside = (text: string) => text.includes(word);
  const folded = (text: string) => text.toLowerCase().includes(word);
  const some = (parts: readonly Part[], holds: (text: string) => boolean) =>
    parts.some((part) => (typeof part === 'string' ? holds(part) : part?.some(holds)));
  // Chinese has no case: its texts need not be written out in lower case.
  const cased = word !== word.toUpperCase();
  return (parts) => some(parts, inside) || (cased && some(parts, folded));
}

const documentParts = ({ title, docNumber, issuer }: DocumentHead): readonly Part[] => [title, docNumber, issuer];

/** What of a task is looked into, its document aside. */
export function taskParts(task: TaskRecord): readonly Part[] {
  const { title, excerpt, note, tags, path, lead, participants, responsible, deadlineText } = task;
  return [title, excerpt, note, deadlineText, tags, path, lead, participants, responsible];
}

export const annotationParts = ({ quote, note, tags, path }: AnnotationRecord): readonly Part[] => [
  quote,
  note,
  tags,
  path,
];
