import type { Measure, PolicyDocument, Section } from '../policy/types';
import type { Span } from '../text/types';
import type { TextIndex } from './index';
import { fold, toNormalised } from './normalise';
import type { StructuralSelector } from './types';

/** Where a span stands in the document's own structure; null when the document was not parsed. */
export function structuralOf(index: TextIndex, span: Span): StructuralSelector | null {
  const { policy } = index;
  if (!policy) return null;
  const { normalised } = index.parts();
  const distance = (from: number) => toNormalised(normalised, span.start) - toNormalised(normalised, from);
  const measure = measureAt(policy, span.start);
  if (measure) {
    const { path, number, part } = measure;
    return { type, docNumber: policy.docNumber, path, number, part, offset: distance(measure.span.start) };
  }
  const section = sectionAt(policy, span.start);
  return {
    type,
    docNumber: policy.docNumber,
    path: section ? pathOf(policy, section) : [],
    number: null,
    part: null,
    offset: distance(section?.span.start ?? 0),
  };
}

const type = 'DutymarkStructuralSelector';

/** How far a passage may slide within its measure: others in front of it grow and shrink. */
const SLIDE = 16;

/**
 * Tells whether a place (in normalised offsets) is where `selector` says: in a measure of the same number and part
 * under the same last heading, at about the same distance from its start.
 */
export function agreement(index: TextIndex, selector: StructuralSelector): (place: Span) => boolean {
  if (selector.number === null) return () => false;
  const allowed = SLIDE + selector.offset * 0.1;
  // The structure is looked at only when a place is asked about: most are found without.
  return (place) => {
    const { policy } = index;
    if (!policy) return false;
    return (limitsOf(index, policy).get(keyOf(selector)) ?? []).some(
      ({ start, end }) =>
        place.start >= start && place.start < end && Math.abs(place.start - start - selector.offset) <= allowed,
    );
  };
}

/** What a measure is known by across versions. */
function keyOf({ path, number, part }: Pick<Measure, 'path' | 'number' | 'part'>): string {
  return `${number}/${part}/${lastHeading(path)}`;
}

const limits = new WeakMap<TextIndex, Map<string, Span[]>>();

/** The measures of a revision by their keys, in normalised offsets; made once for all annotations. */
function limitsOf(index: TextIndex, { measures }: PolicyDocument): Map<string, Span[]> {
  const known = limits.get(index);
  if (known) return known;
  const { normalised } = index.parts();
  const made = new Map<string, Span[]>();
  for (const measure of measures) {
    const { start, end } = measure.span;
    const span = { start: toNormalised(normalised, start), end: toNormalised(normalised, end) };
    const key = keyOf(measure);
    const same = made.get(key);
    if (same) same.push(span);
    else made.set(key, [span]);
  }
  limits.set(index, made);
  return made;
}

/** Without its number, which changes when a section is put in before it. */
function lastHeading(path: readonly string[]): string {
  const heading = fold(path.at(-1) ?? '');
  return heading.replace(/^(?:第?[(]?[一二三四五六七八九十百\d]{1,4}[)]?[章节条部分、,.]{0,2})/, '');
}

/** The innermost measure that covers an offset: measures are in document order. */
function measureAt({ measures }: PolicyDocument, offset: number): Measure | null {
  let low = 0;
  let high = measures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (measures[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const measure = measures[low - 1];
  return measure && offset < measure.span.end ? measure : null;
}

function sectionAt({ sections }: PolicyDocument, offset: number): Section | null {
  return sections.findLast(({ span }) => span.start <= offset) ?? null;
}

function pathOf({ sections }: PolicyDocument, section: Section): string[] {
  const path: string[] = [];
  // A damaged record could name a section as its own parent: never go round.
  for (let at: Section | undefined = section; at && path.length < 32; at = sections.find(({ id }) => id === at?.parent))
    path.unshift(at.heading);
  return path;
}
