import type { PolicyDocument } from '../../../lib/policy/types';
import type { Span } from '../../../lib/text/types';
import { oursIn } from '../../../lib/units/ours';
import type { Duty } from '../../../lib/units/types';

/** One line of the outline: a heading, or a measure under it. */
export interface Entry {
  readonly key: string;
  readonly kind: 'section' | 'measure';
  /** From 1. */
  readonly level: number;
  readonly text: string;
  /** Of the heading, or of the whole measure. */
  readonly span: Span;
  /** A measure's own: surely ours, or possibly. */
  readonly ours: 'sure' | 'possible' | null;
  /** Position of the section it stands under; null at the top. */
  readonly parent: number | null;
  readonly hasChildren: boolean;
  /** Measures below it, at any depth, that are surely ours. */
  readonly oursBelow: number;
}

/**
 * The document's sections and measures in the order they are printed. A measure that is itself a heading of the outline
 * stands once, as a measure.
 */
export function outlineOf(policy: PolicyDocument, duties: readonly Duty[]): Entry[] {
  const ofMeasure = new Map<string, Duty[]>();
  for (const duty of duties) ofMeasure.set(duty.measure, [...(ofMeasure.get(duty.measure) ?? []), duty]);
  const starts = new Set(policy.measures.map(({ span }) => span.start));
  const drafts = [
    ...policy.sections
      .filter(({ span }) => !starts.has(span.start))
      .map((section) => ({ section: section.id, above: section.parent, span: section.span, text: section.heading })),
    ...policy.measures.map((measure) => ({ measure, above: measure.section, span: measure.span })),
  ].sort((a, b) => a.span.start - b.span.start);

  const places = new Map<number, number>();
  const parents = new Map(policy.sections.map(({ id, parent }) => [id, parent]));
  const entries: (Omit<Entry, 'hasChildren' | 'oursBelow'> & { hasChildren: boolean; oursBelow: number })[] = [];
  for (const draft of drafts) {
    // The nearest section above that is in the list and stands before.
    let above = draft.above;
    while (above !== null && !places.has(above)) above = parents.get(above) ?? null;
    const parent = above === null ? null : (places.get(above) ?? null);
    const level = parent === null ? 1 : entries[parent]!.level + 1;
    const rest = { level, span: draft.span, parent, hasChildren: false, oursBelow: 0 };
    if ('measure' in draft) {
      const { measure } = draft;
      const { sure, possible } = oursIn(ofMeasure.get(measure.id) ?? []);
      const ours = sure.size > 0 ? 'sure' : possible.size > 0 ? 'possible' : null;
      const text = [measure.number, measure.title ?? short(measure.text)].filter(Boolean).join(' ');
      entries.push({ ...rest, key: `m ${measure.id}`, kind: 'measure', text, ours });
      for (let at = parent; at !== null; at = entries[at]!.parent) if (ours === 'sure') entries[at]!.oursBelow++;
    } else {
      places.set(draft.section, entries.length);
      entries.push({ ...rest, key: `s ${draft.section}`, kind: 'section', text: draft.text, ours: null });
    }
    if (parent !== null) entries[parent]!.hasChildren = true;
  }
  return entries;
}

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Those that are shown while some sections (by key) are closed; positions in the full list. */
export function openEntries(entries: readonly Entry[], closed: ReadonlySet<string>): number[] {
  const hidden = new Set<number>();
  return entries.flatMap(({ parent }, index) => {
    if (parent !== null && (hidden.has(parent) || closed.has(entries[parent]!.key))) {
      hidden.add(index);
      return [];
    }
    return [index];
  });
}

/** The entry that the reader is in, by the offset at the top of what is seen; -1 before the first. */
export function entryAt(entries: readonly Entry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
