import type { Resolution } from '../../lib/anchor/types';
import type { Measure, PolicyDocument, Section, Unread } from '../../lib/policy/types';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import { mainDuty } from '../../lib/units/ours';
import type { Duty, DutyDecision } from '../../lib/units/types';
import { fits, termsOf } from '../records/terms';
import type { Filter } from './filter';
import { isFiltering, passes } from './filter';
import { dutyKey } from './types';

export type GroupKey = 'lead' | 'participant' | 'responsible' | 'collective' | 'possible' | 'set-aside';

/** One line of the list; keys are unique in it and stay while the thing stays. */
export type Row =
  | { readonly kind: 'section'; readonly key: string; readonly section: Section; readonly count: number }
  | { readonly kind: 'group'; readonly key: string; readonly group: GroupKey; readonly count: number }
  | { readonly kind: 'measure'; readonly key: string; readonly measure: Measure; readonly duty: Duty | null }
  | { readonly kind: 'set-aside'; readonly key: string; readonly decision: DutyDecision; readonly title: string }
  | { readonly kind: 'unread'; readonly key: string; readonly unread: Unread }
  | { readonly kind: 'task'; readonly key: string; readonly task: TaskRecord }
  | { readonly kind: 'annotation'; readonly key: string; readonly annotation: AnnotationRecord };

export type MeasureRow = Extract<Row, { kind: 'measure' }>;

/**
 * The document in its own order and outline: each section's heading, its measures, and what could not be read in them.
 * Headings without a measure that passes are left out while filtering.
 *
 * @param taken Ids of the measures taken on.
 * @param folded Keys of the rows whose content is folded away.
 */
export function outlineRows(
  policy: PolicyDocument,
  filter: Filter,
  taken: ReadonlySet<string>,
  folded: ReadonlySet<string>,
  dutiesOf: ReadonlyMap<string, readonly Duty[]>,
): Row[] {
  const terms = termsOf(filter.text);
  const filtering = isFiltering(filter);
  const inSection = new Map<number | null, Measure[]>();
  for (const measure of policy.measures) {
    if (passes(measure, filter, terms, taken)) push(inSection, measure.section, measure);
  }
  const unreadIn = new Map<string | null, Unread[]>();
  for (const unread of policy.unread) push(unreadIn, unread.measure, unread);

  const counts = countsWithin(policy.sections, inSection);
  const hidden = new Set<number>();
  const rows: Row[] = [];
  const add = (measures: readonly Measure[] = []) => {
    for (const measure of measures) {
      rows.push({ kind: 'measure', key: `m:${measure.id}`, measure, duty: mainDuty(dutiesOf.get(measure.id) ?? []) });
      for (const unread of unreadIn.get(measure.id) ?? []) rows.push(unreadRow(unread));
    }
  };
  add(inSection.get(null));
  for (const section of policy.sections) {
    const count = counts.get(section.id) ?? 0;
    if (section.parent !== null && hidden.has(section.parent)) {
      hidden.add(section.id);
      continue;
    }
    if (count === 0) continue;
    const key = `s:${section.id}`;
    rows.push({ kind: 'section', key, section, count });
    if (folded.has(key)) hidden.add(section.id);
    else add(inSection.get(section.id));
  }
  if (!filtering) rows.push(...(unreadIn.get(null) ?? []).map(unreadRow));
  return rows;
}

const order: readonly GroupKey[] = ['lead', 'participant', 'responsible', 'collective', 'possible', 'set-aside'];

/**
 * Duties in groups: by name first, in the order of the roles; then what a collective brings; then what is possible;
 * last what the reader has set aside in this document.
 */
export function dutyRows(
  policy: PolicyDocument,
  duties: readonly Duty[],
  setAside: readonly DutyDecision[],
  filter: Filter,
  taken: ReadonlySet<string>,
  folded: ReadonlySet<string>,
): Row[] {
  const terms = termsOf(filter.text);
  const measures = new Map(policy.measures.map((measure) => [measure.id, measure]));
  const groups = new Map<GroupKey, Row[]>();
  for (const duty of [...duties].sort((a, b) => indexOf(measures, a) - indexOf(measures, b))) {
    const measure = measures.get(duty.measure);
    if (!measure || !passes(measure, { ...filter, role: null }, terms, taken)) continue;
    if (filter.role !== null && duty.role !== filter.role) continue;
    push(groups, groupOf(duty), { kind: 'measure', key: `d:${dutyKey(duty)}`, measure, duty });
  }
  for (const decision of isFiltering(filter) ? [] : setAside) {
    const measure = measures.get(decision.measure ?? '');
    const title = measure
      ? [measure.number, measure.title ?? measure.text].filter(Boolean).join(' ')
      : (decision.unit ?? '');
    push(groups, 'set-aside', { kind: 'set-aside', key: `x:${JSON.stringify(decision)}`, decision, title });
  }
  return order.flatMap((group) => {
    const rows = groups.get(group);
    if (!rows) return [];
    const key = `g:${group}`;
    return [{ kind: 'group' as const, key, group, count: rows.length }, ...(folded.has(key) ? [] : rows)];
  });
}

/** How many duties each group holds, in the order of the list; empty groups left out. */
export function dutyGroups(duties: readonly Duty[]): { readonly group: GroupKey; readonly count: number }[] {
  const counts = new Map<GroupKey, number>();
  for (const duty of duties) counts.set(groupOf(duty), (counts.get(groupOf(duty)) ?? 0) + 1);
  return order.flatMap((group) => (counts.has(group) ? [{ group, count: counts.get(group) ?? 0 }] : []));
}

/** Where a duty is listed. */
export const groupOf = (duty: Duty): GroupKey => (duty.certainty === 'named' ? duty.role : duty.certainty);

const indexOf = (measures: ReadonlyMap<string, Measure>, duty: Duty): number => measures.get(duty.measure)?.index ?? 0;

/** Tasks in the order of the document; those from selections, which belong to no measure, after the rest. */
export function taskRows(policy: PolicyDocument, tasks: readonly TaskRecord[], text: string): Row[] {
  const place = new Map(policy.measures.map(({ id, index }) => [id, index]));
  const at = (task: TaskRecord) => place.get(task.measureId ?? '') ?? Number.POSITIVE_INFINITY;
  const terms = termsOf(text);
  return tasks
    .filter(({ title, excerpt, note, tags, number }) =>
      fits(terms, () => together([title, excerpt, note, ...tags, number ?? '']), number),
    )
    .map((task) => ({ kind: 'task' as const, key: `t:${task.id}`, task }))
    .sort((a, b) => compare(at(a.task), at(b.task)) || compare(a.task.created, b.task.created));
}

/** Annotations as they stand in the text as far as they were found, the others after them. */
export function annotationRows(
  annotations: readonly AnnotationRecord[],
  anchors: Readonly<Record<string, Resolution>>,
  text: string,
): Row[] {
  const at = ({ id }: AnnotationRecord) => anchors[id]?.span?.start ?? Number.POSITIVE_INFINITY;
  const terms = termsOf(text);
  return annotations
    .filter(({ quote, note, tags, number }) => fits(terms, () => together([quote, note, ...tags]), number))
    .map((annotation) => ({ kind: 'annotation' as const, key: `a:${annotation.id}`, annotation }))
    .sort((a, b) => compare(at(a.annotation), at(b.annotation)) || compare(a.annotation.created, b.annotation.created));
}

/** All duties of each measure, of whichever of our units. */
export function dutiesByMeasure(duties: readonly Duty[]): Map<string, readonly Duty[]> {
  const all = new Map<string, Duty[]>();
  for (const duty of duties) push(all, duty.measure, duty);
  return all;
}

/** Measures that pass in each section and in those below it. */
function countsWithin(sections: readonly Section[], inSection: ReadonlyMap<number | null, readonly Measure[]>) {
  const counts = new Map<number, number>();
  // Sections stand in document order, so a child comes after its parent: from the end, each adds to the one above.
  for (const section of [...sections].reverse()) {
    const count = (counts.get(section.id) ?? 0) + (inSection.get(section.id)?.length ?? 0);
    counts.set(section.id, count);
    if (section.parent !== null) counts.set(section.parent, (counts.get(section.parent) ?? 0) + count);
  }
  return counts;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const together = (texts: readonly string[]): string => texts.join('\n').toLowerCase();

/** Key of the row of a stretch that could not be placed. */
export const unreadKey = ({ span }: Unread): string => `u:${span.start}-${span.end}`;

const unreadRow = (unread: Unread): Row => ({
  kind: 'unread',
  key: unreadKey(unread),
  unread,
});

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
