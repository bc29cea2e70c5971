import { nameLength } from '../names/name-length';
import { endsOfSentence } from '../text/sentence';
import { Placed } from './account';
import { isPlainUnit, tailStart } from './forms/units-last';
import type { Reading } from './readings';
import { isPlan } from './sections';
import type { Measure, Unread } from './types';

/** Most that is listed, as in the account. */
const most = 2000;
/** So many paragraphs are looked at between two breaths. */
const breath = 256;
/** Shortest point that says what is to be done and who does it; longest text that is told whole. */
const [shortest, longest] = [6, 60];
/** Shortest name of a unit. */
const shortestName = 2;

/**
 * The net below the last net: a paper whose title lays work out and of which no division of work was understood. Where half of its points begin
 * or end with a unit, or say 由 and a unit, that is how it divides its work, whatever form it is: every such point is told as unread. Cost: linear.
 *
 * @param told what is listed as unread already
 * @param body where the text behind the title begins
 */
export function* unheldPoints(
  readings: readonly Reading[],
  measures: readonly Measure[],
  told: readonly Unread[],
  body: number,
): Generator<void, Unread[], void> {
  const known = new Placed([...told, ...measures.flatMap((m) => m.assignments)].map(({ span }) => span));
  const points = pointsOf(readings, body);
  const out: Unread[] = [];
  const names = new Set<string>();
  let named = 0;
  for (const [n, { paragraph }] of points.entries()) {
    if (n % breath === breath - 1) yield;
    const { strand, marker } = paragraph;
    const from = marker?.length ?? 0;
    const end = endsOfSentence(strand.text);
    const start = unitIn(strand.text, from, end) ?? tailStart(strand, from, end);
    if (start < from) continue;
    named++;
    names.add(strand.text.slice(start, start + 3));
    const [first, last] = end - from <= longest ? [from, end] : [start, Math.min(end, start + longest)];
    const span = strand.span(first, last);
    // Of a point that says somebody else's part the unit at its head is lost all the same.
    if (out.length < most && !known.holds(strand.span(0, Math.min(end, start + shortestName))))
      out.push({ text: strand.text.slice(first, last), span, measure: null, reason: 'no-measure' });
  }
  // One unit named again and again is what the paper is about.
  return [...(names.size > 1 && named * 2 >= points.length ? out : []), ...unitsAlone(readings, known, body)];
}

/** What is nothing but units and stands in a cell or a line: 县农业农村局、 of a table that a page broke into lines. Told where nothing else is. */
function unitsAlone(readings: readonly Reading[], known: Placed, body: number): Unread[] {
  const out: Unread[] = [];
  for (const { paragraph, kind } of readings) {
    const { strand, furniture } = paragraph;
    // The first row of a table is its head.
    if (
      paragraph.cell?.row === 0 ||
      furniture ||
      (kind !== 'cell' && kind !== 'text') ||
      !strand.length ||
      strand.offset(0) < body
    )
      continue;
    const names = strand.text.replace(/[、，。；]$/, '').split(/[、，]/);
    if (strand.length > longest || names.some((name) => !isPlainUnit(name)) || known.holds(strand.span())) continue;
    if (out.length < most) out.push({ text: strand.text, span: strand.span(), measure: null, reason: 'no-measure' });
  }
  return out.length >= fewestAlone ? out : [];
}
/** One or two lines of units may sign the paper. */
const fewestAlone = 3;

/** Where the part of a report begins that says what is to be done (三、下一步工作); null where it has none. */
export function behindPlan(readings: readonly Reading[]): number | null {
  const at = readings.findIndex(({ kind, paragraph: { strand, marker } }) => {
    return kind === 'node' && isPlan(strand.text.slice(marker!.length).replace(/[。：:]$/, ''));
  });
  const next = at < 0 ? undefined : readings.slice(at + 1).find(({ paragraph }) => paragraph.strand.length > 0);
  return next ? next.paragraph.strand.offset(0) : null;
}

/** Points by number; where there are none, the paragraphs behind the title. */
function pointsOf(readings: readonly Reading[], body: number): readonly Reading[] {
  const text = readings.filter(
    ({ kind, paragraph: { furniture, strand } }) =>
      kind !== 'cell' && !furniture && strand.length >= shortest && strand.offset(0) >= body,
  );
  const nodes = text.filter(({ kind }) => kind === 'node');
  return nodes.length > 1 ? nodes : text;
}

/** Where a unit stands at the head of a point, or behind 由 or 请; null where none does. */
function unitIn(text: string, from: number, end: number): number | null {
  const by = /[由请]/.exec(text.slice(from, end));
  for (const at of by ? [from, from + by.index + 1] : [from]) {
    const length = nameLength(text.slice(at, end));
    if (length && isPlainUnit(text.slice(at, at + length))) return at;
  }
  return null;
}
