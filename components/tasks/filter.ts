import { deadlinesText } from '../../lib/follow/deadlines';
import { holderOf } from '../../lib/follow/holder';
import type { Role } from '../../lib/policy/types';
import type { AnnotationRecord, DocumentHead, TaskRecord, TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState, soonDays } from '../due';
import { numberTest, termsOf } from '../records/terms';
import { holdsFollowed, ofPerson, type PersonFilter } from './people/filter';
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
  /** Of a document, or of a source by its name (`holderOf`). */
  readonly documentId: string | null;
  readonly due: DueFilter;
  /** ISO dates of a range, the ends included; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly person: PersonFilter | null;
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
  person: null,
};

export const isFiltered = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.status !== null ||
  filter.role !== null ||
  filter.tag !== null ||
  filter.documentId !== null ||
  filter.due !== 'any' ||
  filter.person !== null;

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
  const holds = holdsAll(tasks, termsOf(filter.text), documents, { places: placesIn(filter.where), narrow });
  const { text, where, ...rest } = filter;
  // Mostly words alone are looked for: then nothing else is asked of a hundred thousand tasks.
  const wordsAlone = Object.entries(rest).every(([part, value]) => value === noFilter[part as keyof Filter]);
  if (wordsAlone) return through(tasks, holds);
  return through(
    tasks,
    (task, at) =>
      holds(task, at) &&
      (filter.status === null || task.status === filter.status) &&
      (filter.role === null || task.role === filter.role) &&
      common(task, filter) &&
      ofPerson(task, filter.person) &&
      passesDue(task, filter, today),
  );
}

/** How many tasks have some words in the names of units, and how many elsewhere. */
export type InPlaces = Readonly<Record<'units' | 'rest', number>>;

/** Tasks counted between two rests. */
const STEP = 100;

/** Counts where words stand, with rests in between: without the units the words of all tasks are put together anew. */
export function* countPlaces(
  tasks: readonly TaskRecord[],
  text: string,
  documents: Documents,
  narrow: Narrow<TaskRecord> = all,
): Generator<void, InPlaces> {
  const terms = termsOf(text);
  const counts = { units: 0, rest: 0 };
  if (terms.length === 0) return counts;
  for (const where of ['units', 'rest'] as const) {
    const holds = holdsAll(tasks, terms, documents, { places: placesIn(where), narrow });
    for (let at = 0; at < tasks.length; at++) {
      if (at % STEP === 0) yield;
      if (holds(tasks[at]!, at)) counts[where] += 1;
    }
  }
  return counts;
}

/** Annotations that pass; status, role and date say nothing of them. */
export function filterAnnotations(
  annotations: readonly AnnotationRecord[],
  filter: Filter,
  documents: Documents,
  narrow: Narrow<AnnotationRecord> = all,
): readonly AnnotationRecord[] {
  const holds = holdsAll(annotations, termsOf(filter.text), documents, {
    places: { some: inAnnotation, document: true },
    narrow,
  });
  return through(annotations, (annotation, at) => holds(annotation, at) && common(annotation, filter));
}

/** The same list where all pass: nothing that was made of it is made anew. */
function through<Item>(items: readonly Item[], passes: (item: Item, at: number) => boolean): readonly Item[] {
  const passed = items.filter(passes);
  return passed.length === items.length ? items : passed;
}

function common(record: TaskRecord | AnnotationRecord, { tag, documentId }: Filter): boolean {
  return (tag === null || record.tags.includes(tag)) && (documentId === null || holderOf(record) === documentId);
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

/** Whether a text is what is looked for. */
type Test = (text: string) => boolean;

/** What is looked into: of the record, and whether its document as well. */
interface Places<Item> {
  /**
   * Whether one of its texts passes. They are handed over one by one, those that mostly hold what is looked for first, and nothing is
   * put together for it: of a hundred thousand records that would be most of what the reader waits for.
   */
  readonly some: (item: Item, passes: Test) => boolean;
  readonly document: boolean;
}

interface Looking<Item> {
  readonly places: Places<Item>;
  readonly narrow: Narrow<Item>;
}

/** Whether a record or its document holds every word. A document is looked into once, however many records it has. */
function holdsAll<Item extends TaskRecord | AnnotationRecord>(
  items: readonly Item[],
  terms: readonly string[],
  documents: Documents,
  { places, narrow }: Looking<Item>,
): (item: Item, at: number) => boolean {
  if (!terms.length) return () => true;
  const tests = terms.map((term) => {
    const may = narrow(items, term);
    const named = numberTest(term);
    if (named) {
      return (item: Item, at: number) =>
        named.isOwn(numberIn(item, places)) || (may(at) && places.some(item, named.isIn));
    }
    const looks = testsOf(term);
    const inItem = (item: Item) => looks.some((look) => places.some(item, look));
    const inDocument = new Set<string>();
    if (places.document)
      for (const [id, document] of documents) if (looks.some((look) => inHead(document, look))) inDocument.add(id);
    const own = (item: Item, at: number) => may(at) && inItem(item);
    // Where no document holds it, a record that may not is passed over without being touched.
    return inDocument.size === 0 ? own : (item: Item, at: number) => inDocument.has(item.documentId) || own(item, at);
  });
  const [only] = tests;
  return tests.length === 1 && only ? only : (item, at) => tests.every((test) => test(item, at));
}

/** A number of its own is none of the names of units. */
const numberIn = <Item extends TaskRecord | AnnotationRecord>(item: Item, { document }: Places<Item>): string | null =>
  document ? item.number : null;

/** What tells that a text holds a word, upper case or lower; the quicker first. @param word In lower case. */
function testsOf(word: string): Test[] {
  const inside: Test = (text) => text.includes(word);
  // Chinese has no case: its texts need not be written out in lower case.
  return word === word.toUpperCase() ? [inside] : [inside, (text) => text.toLowerCase().includes(word)];
}

const passesIf = (text: string | null | undefined, passes: Test): boolean =>
  text !== null && text !== undefined && passes(text);

const inHead = ({ title, docNumber, issuer }: DocumentHead, passes: Test): boolean =>
  passesIf(title, passes) || passesIf(docNumber, passes) || passesIf(issuer, passes);

const inUnits = ({ lead, participants, responsible }: TaskRecord, passes: Test): boolean =>
  lead.some(passes) || participants.some(passes) || responsible.some(passes);

/** All its limits as printed. */
const limitText = ({ deadlines, deadlineText }: TaskRecord): string | null =>
  deadlines?.length ? deadlinesText(deadlines) : deadlineText;

/** What of a task is looked into beside its passage and its units. */
const inRest = (task: TaskRecord, passes: Test): boolean =>
  passesIf(task.note, passes) ||
  task.tags.some(passes) ||
  task.path.some(passes) ||
  passesIf(limitText(task), passes) ||
  passesIf(task.recurrenceText, passes) ||
  holdsFollowed(task, passes);

/** The units stand in the title, or in the passage, more often than not. */
const inTask = (task: TaskRecord, passes: Test): boolean =>
  passes(task.title) || passes(task.excerpt) || inUnits(task, passes) || inRest(task, passes);

/** The excerpt holds the units as printed as well: where they are left out the measure's own words stay. */
function besideUnits(task: TaskRecord, passes: Test): boolean {
  if (passes(task.title) || inRest(task, passes)) return true;
  const { excerpt } = task;
  const units = [...task.lead, ...task.participants, ...task.responsible].filter((unit) => excerpt.includes(unit));
  units.sort((a, b) => b.length - a.length);
  return passes(units.reduce((text, unit) => (unit === '' ? text : text.replaceAll(unit, '\n')), excerpt));
}

const placesIn = (where: Where): Places<TaskRecord> => ({
  some: { any: inTask, units: inUnits, rest: besideUnits }[where],
  document: where !== 'units',
});

const inAnnotation = ({ quote, note, tags, path }: AnnotationRecord, passes: Test): boolean =>
  passes(quote) || passes(note) || tags.some(passes) || path.some(passes);

/** All texts of a record that are looked into, for what is prepared beforehand. */
function textsOf<Item>(some: Places<Item>['some'], item: Item): string[] {
  const texts: string[] = [];
  some(item, (text) => {
    texts.push(text);
    return false;
  });
  return texts;
}

/** What of a task is looked into, its document aside. */
export const taskParts = (task: TaskRecord): readonly string[] => textsOf(inTask, task);
export const annotationParts = (annotation: AnnotationRecord): readonly string[] => textsOf(inAnnotation, annotation);
