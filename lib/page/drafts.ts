import { describe } from '../anchor/describe';
import type { TextIndex } from '../anchor/index';
import type { Measure, PolicyDocument, Role } from '../policy/types';
import type { NewAnnotation, NewTask } from '../store/port';
import type { Span } from '../text/types';
import { mainDuty } from '../units/ours';
import type { Duty } from '../units/types';
import type { PageReading } from './reading';
import { titleAmong } from './repeated';

/** A document that was read, as far as the facts of a task need it. */
export interface FactSource {
  readonly documentId: string;
  readonly url: string;
  readonly policy: PolicyDocument;
  readonly duties: readonly Duty[];
  /** The text that the policy's spans count in. */
  readonly text: string;
}

/** One revision of a page, as far as drafts need it. */
export interface DraftSource extends Omit<FactSource, 'text'> {
  readonly index: TextIndex;
}

/** Longest excerpt and quote kept, in characters; a whole chapter is no passage. */
const MAX_EXCERPT = 4000;
const MAX_TITLE = 80;

/** The source of drafts from what is known of a page; null before it was read. */
export function draftSource(reading: PageReading | null, url: string, duties: readonly Duty[]): DraftSource | null {
  if (!reading) return null;
  const { identity, policy, index } = reading;
  return { documentId: identity.id, url, policy, duties, index };
}

/** A task for a measure, as the store takes it. */
export function taskOfMeasure(source: DraftSource, measure: Measure): NewTask {
  const text = source.index.source.text;
  return { ...factsOfMeasure({ ...source, text }, measure), selectors: describe(source.index, measure.span) };
}

/**
 * What is known of a measure as a task not yet taken on, without where to find it again. The document's default deadline
 * counts only for a measure without a limit of its own: 长期坚持 has no date, and gets none.
 */
export function factsOfMeasure(source: FactSource, measure: Measure): Omit<NewTask, 'selectors'> {
  const own = measure.deadlines.find(({ isDefault }) => !isDefault);
  const deadline = own ?? measure.deadlines[0] ?? source.policy.defaultDeadline;
  const units = (role: Role) => measure.assignments.filter((a) => a.role === role).map((a) => a.unit);
  const excerpt = printed(source.text, measure.span);
  return {
    documentId: source.documentId,
    origin: 'measure',
    measureId: measure.id,
    path: measure.path,
    number: measure.number,
    title: titleOf(titleAmong(source.policy, measure) ?? firstSentence(measure.text || excerpt)),
    excerpt,
    url: source.url,
    ...dutyFacts(source.duties, measure.id),
    lead: units('lead'),
    participants: units('participant'),
    responsible: units('responsible'),
    deadlineText: deadline?.text ?? null,
    recurrenceText: measure.recurrences[0]?.text ?? null,
    dueDate: deadline?.date ?? null,
    ...(deadline && !own ? { dueByDefault: true } : {}),
    status: 'open',
    tags: [],
    note: '',
  };
}

/** How a measure concerns us, over all profiles: as its main duty says. */
export function dutyFacts(duties: readonly Duty[], measure: string): Pick<NewTask, 'role' | 'certainty'> {
  const duty = mainDuty(duties.filter((candidate) => candidate.measure === measure));
  return { role: duty?.role ?? null, certainty: duty?.certainty ?? null };
}

/** A task for a passage the reader selected: with the facts of the measure it stands in, where it stands in one. */
export function taskOfSpan(source: DraftSource, span: Span): NewTask {
  const measure = measureAt(source.policy, span);
  const excerpt = printed(source.index.source.text, span);
  const own = { origin: 'selection', title: titleOf(firstSentence(excerpt)), excerpt } as const;
  if (measure) return { ...taskOfMeasure(source, measure), ...own, selectors: describe(source.index, span) };
  return {
    documentId: source.documentId,
    measureId: null,
    path: sectionPath(source.policy, span),
    number: null,
    selectors: describe(source.index, span),
    url: source.url,
    role: null,
    certainty: null,
    lead: [],
    participants: [],
    responsible: [],
    deadlineText: null,
    recurrenceText: null,
    dueDate: null,
    status: 'open',
    tags: [],
    note: '',
    ...own,
  };
}

export function annotationOfSpan(source: DraftSource, span: Span): NewAnnotation {
  const measure = measureAt(source.policy, span);
  return {
    documentId: source.documentId,
    quote: printed(source.index.source.text, span),
    selectors: describe(source.index, span),
    path: measure?.path ?? sectionPath(source.policy, span),
    number: measure?.number ?? null,
    note: '',
    tags: [],
    colour: 'yellow',
    url: source.url,
    resolution: { method: 'exact', span, score: 1 },
  };
}

/** A passage as it is quoted: line breaks joined, none where Chinese signs meet, blanks single. */
export function joined(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…])/g,
      '$1',
    )
    .trim();
}

/**
 * A passage as it is kept: one line for each paragraph, table cell or assignment line, so that they do not run into one
 * another. A line of paper width that ends in the middle of a sentence is joined with the next.
 */
export function passage(text: string): string {
  const lines: string[] = [];
  let wrapped = false;
  for (const line of text
    .split(/[\n\r]+/)
    .map(joined)
    .filter(Boolean)) {
    if (wrapped && !OPENS.test(line)) lines.push(joined(`${lines.pop()}\n${line}`));
    else lines.push(line);
    wrapped = line.length >= PAPER && !/[。；：！？.;:!?”）)]$/.test(line);
    wrapped ||= /[、，]$/.test(line);
  }
  return lines.join('\n');
}

/** Characters from which on a line may have been broken by the paper's width. */
const PAPER = 20;
/** How a line begins that is one of its own: a number, or a label. */
const OPENS = /^(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．﹒]|[^，。、；]{2,12}[：:])/;

function printed(text: string, { start, end }: Span): string {
  return passage(text.slice(start, Math.min(end, start + MAX_EXCERPT)));
}

function firstSentence(text: string): string {
  const bare = text.replace(/^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．﹒]\s*)+/, '');
  return /^[^。；！？\n]+/.exec(bare)?.[0] ?? bare;
}

function titleOf(text: string): string {
  const line = joined(text);
  return line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE - 1)}…` : line;
}

function measureAt(policy: PolicyDocument, span: Span): Measure | null {
  return policy.measures.find((measure) => measure.span.start <= span.start && span.start < measure.span.end) ?? null;
}

function sectionPath({ sections }: PolicyDocument, span: Span): string[] {
  const path: string[] = [];
  let at = sections.filter((section) => section.span.start <= span.start).pop() ?? null;
  while (at) {
    path.unshift(at.heading);
    const parent: number | null = at.parent;
    at = parent === null ? null : (sections.find(({ id }) => id === parent) ?? null);
  }
  return path;
}
