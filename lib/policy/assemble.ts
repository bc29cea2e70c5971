import { isCollective, isOrgan } from '../names/organ';
import { resolvedNames } from '../names/resolve';
import { codes } from '../text/chars';
import type { Span } from '../text/types';
import type { Draft, Piece } from './drafts';
import { isBareHeading } from './item-bounds';
import { type Body, deadlinesOf, recurrencesOf } from './item-times';
import type { Item } from './items';
import type { OutlineNode } from './outline';
import { readProse } from './prose';
import type { Reading } from './readings';
import type { DateContext } from './time/calendar';
import type { Assignment, Measure, Role } from './types';

/** Numbering styles whose items open with a heading sentence in the same paragraph. */
export function titledStyles(items: readonly Item[], readings: readonly Reading[]): ReadonlySet<string> {
  const tally = new Map<string, [number, number]>();
  for (const item of items) {
    if (!item.numbered || (item.part ?? 1) > 1) continue;
    const { strand, marker } = readings[item.node.at]!.paragraph;
    const t = tally.get(marker!.scheme) ?? [0, 0];
    t[1]++;
    if (titleEnd(strand.text, marker!.length) > 0) t[0]++;
    tally.set(marker!.scheme, t);
  }
  return new Set([...tally].filter(([, [with_, all]]) => with_ * 2 > all).map(([scheme]) => scheme));
}

const parting = codes('；：:');
const comma = codes('，,');

/** End of a heading sentence that begins at `from`: short, without a comma, with a body after it; -1 where none. */
function titleEnd(text: string, from: number): number {
  const end = text.indexOf('。', from);
  if (end < 0 || end - from > 42 || end - from < 2) return -1;
  let commas = 0;
  for (let at = from; at < end; at++) {
    const c = text.charCodeAt(at);
    if (parting.has(c) || (comma.has(c) && ++commas > 1)) return -1;
  }
  return end;
}

/** Length of the number of an item's first point printed behind its own (7.（1）精简流程), where the second follows below; else 0. */
function firstPoint(text: string, from: number): number {
  const c = text[from];
  if (c !== '（' && c !== '(' && c !== '①') return 0;
  const m = /^(?:[（(][1１][）)]|①)/.exec(text.slice(from, from + 3));
  return m && !/[（(][2２][）)]|②/.test(text) ? m[0].length : 0;
}

export interface Assembly {
  readonly measure: Omit<Measure, 'id' | 'index' | 'section' | 'path'>;
  readonly node: OutlineNode;
}

/** Puts an item together: number, title, body, who, when. */
export function assemble(
  item: Item,
  readings: readonly Reading[],
  titled: ReadonlySet<string>,
  dates: DateContext,
): Assembly | null {
  const { node } = item;
  const first = item.paragraphs[0];
  if (first === undefined) return null;
  const bodies: Body[] = [];
  let numberSpan: Span | null = null;
  let titleSpan: Span | null = null;
  let title: string | null = null;
  const head = node.at >= 0 ? readings[node.at]!.paragraph : null;
  for (const at of item.paragraphs) {
    const reading = readings[at]!;
    if (reading.kind === 'line') continue;
    const { strand, marker } = reading.paragraph;
    const pieces: Piece[] = [];
    for (const p of item.pieces) if (p.at === at) pieces.push(p.piece);
    let from = 0;
    if (at === node.at && item.numbered && marker) {
      const point = firstPoint(strand.text, marker.length);
      from = marker.length + point;
      if (marker.length) numberSpan = strand.span(0, marker.length);
      const end = titled.has(marker.scheme) && !point ? titleEnd(strand.text, from) : -1;
      const more = item.paragraphs.some((i) => i !== at && readings[i]!.kind !== 'line');
      // A heading that stands alone, or before nothing but its division of work.
      const before = pieces[0] ? strand.text.slice(from, pieces[0].start) : '';
      const divided = more && before.length >= 2 && before.length <= 60 && !/[。；：:]./.test(before);
      const alone = !point && (divided || (more && isBareHeading(reading)));
      if (alone || (end > 0 && end < strand.length - 1)) {
        const heading = divided ? before : alone ? strand.text.slice(from) : strand.text.slice(from, end);
        const to = from + heading.replace(/[。：:]$/, '').length;
        if (to > from) {
          title = strand.text.slice(from, to);
          titleSpan = strand.span(from, to);
          from = alone ? strand.length : end + 1;
        }
      }
    }
    bodies.push({ at, strand, from, pieces });
  }
  if (title === null && item.part !== null && item.part > 1 && head?.marker && titled.has(head.marker.scheme)) {
    // A later part of the same numbered item keeps its title; the span stays with the first part.
    const end = titleEnd(head.strand.text, head.marker.length);
    if (end > 0) title = head.strand.text.slice(head.marker.length, end);
  }
  let text = '';
  for (const body of bodies) {
    const own = bodyText(body);
    if (own) text = text ? `${text}\n${own}` : own;
  }
  let only: Span | null = null;
  if (!text && title !== null) {
    // A heading sentence with nothing after it is the body itself.
    text = title;
    title = null;
    only = titleSpan;
    titleSpan = null;
  }
  const whole = wholeSpan(item, readings, node);
  const textSpan = bodiesSpan(bodies) ?? only ?? titleSpan ?? whole;
  if (!text && !title) return null;
  const assignments = apart(withProse(assignmentsOf(item, readings), bodies));
  return {
    node,
    measure: {
      number: item.numbered ? node.marker!.number : null,
      part: item.part,
      title,
      text,
      span: whole,
      numberSpan: (item.part ?? 1) > 1 ? null : numberSpan,
      titleSpan,
      textSpan,
      assignments,
      deadlines: deadlinesOf(item, bodies, readings, dates),
      recurrences: recurrencesOf(item, bodies, readings),
      certainty: item.certainty,
    },
  };
}

function bodyText({ strand, from, pieces }: Body): string {
  let out = '';
  let at = from;
  for (const piece of pieces) {
    if (piece.start > at) out += strand.text.slice(at, piece.start);
    at = Math.max(at, piece.end);
  }
  out += strand.text.slice(at);
  return out.endsWith('。。') ? out.slice(0, -1) : out;
}

/** From the first of the bodies to the end of the last; null where none holds text. */
function bodiesSpan(bodies: readonly Body[]): Span | null {
  let all: Span | null = null;
  for (const body of bodies) {
    const own = bodySpan(body);
    if (own) all = all ? { start: all.start, end: own.end } : own;
  }
  return all;
}

function bodySpan({ strand, from, pieces }: Body): Span | null {
  let start = from;
  let end = strand.length;
  for (const piece of pieces) {
    if (piece.start <= start) start = Math.max(start, piece.end);
    if (piece.end >= end - 1) end = Math.min(end, piece.start);
  }
  return end > start ? strand.span(start, end) : null;
}

function wholeSpan(item: Item, readings: readonly Reading[], node: OutlineNode): Span {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const at of item.paragraphs) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  // What a heading above says for all its items stands outside each of them.
  for (const { at } of item.pieces) if (at > last) last = at;
  const a = readings[first]!.paragraph.strand;
  const b = readings[last]!.paragraph.strand;
  let lastPiece: Piece | null = null;
  for (const { at, piece } of item.pieces) if (at === last) lastPiece = piece;
  const end = lastPiece && item.node === node ? Math.max(lastPiece.end, 1) : b.length;
  const to = lastPiece && readings[last]!.kind !== 'line' ? end : b.length;
  return { start: a.offset(0), end: b.offset(Math.max(1, to) - 1) + 1 };
}

/** A name with its white space out and rare brackets as the usual ones: 各乡镇〖街道〗 → 各乡镇（街道）. */
function asPrinted(name: string, spaced: boolean): string {
  const plain = spaced ? name.replace(/\s/g, '') : name;
  return rare.test(plain) ? plain.replace(/[〖｛{「『]/g, '（').replace(/[〗｝}」』]/g, '）') : plain;
}
const rare = /[〖〗｛｝{}「」『』]/;

/** Each unit once in a role; most items name few, so a search costs less than a set. */
function assignmentsOf(item: Item, readings: readonly Reading[]): Assignment[] {
  const out: Assignment[] = [];
  let count = 0;
  let spaced = false;
  for (const { piece } of item.pieces) {
    count += piece.drafts.length;
    for (const { name } of piece.drafts) spaced ||= name.includes(' ');
  }
  const seen = count > 24 || spaced ? new Set<string>() : null;
  const again = ({ role, name }: Draft): boolean => {
    if (!seen) return out.some((one) => one.role === role && one.unit === name);
    const key = `${role}|${name}`;
    return seen.has(key) || !seen.add(key);
  };
  for (const { at, piece } of item.pieces) {
    const { drafts } = piece;
    if (drafts.length === 0) continue;
    const { strand } = readings[at]!.paragraph;
    const resolved = resolvedNames(drafts, strand.text);
    for (let k = 0; k < drafts.length; k++) {
      const d = drafts[k]!;
      if (again(d)) continue;
      out.push({
        role: d.role,
        unit: asPrinted(d.name, spaced),
        span: strand.span(d.start, d.end),
        resolved: resolved[k] ?? null,
        collective: isCollective(d.name),
        form: d.form,
        certainty: d.certainty,
        openList: d.open,
      });
    }
  }
  return out;
}

/** Which role says most of a unit that several sentences name. */
const weight: Readonly<Record<Role, number>> = { lead: 2, responsible: 1, participant: 0 };

/**
 * Duties told in the body beside (or without) a division of work; a unit that has a role already keeps that one. Of
 * several sentences about one unit that counts which asks most of it.
 */
function withProse(assignments: Assignment[], bodies: readonly Body[]): Assignment[] {
  const divided = new Set(assignments.map((a) => a.unit));
  const told = new Map<string, Assignment>();
  const options = { onlyBy: assignments.length > 0, weak: assignments.length === 0 };
  for (const { strand, from, pieces } of bodies) {
    for (const d of readProse(strand, from, pieces, options)) {
      const before = told.get(d.name);
      if (divided.has(d.name) || (before && weight[before.role] >= weight[d.role])) continue;
      told.set(d.name, {
        role: d.role,
        unit: d.name,
        span: strand.span(d.start, d.end),
        resolved: null,
        collective: isCollective(d.name),
        form: 'prose',
        certainty: d.certainty,
        openList: d.open,
      });
    }
  }
  return told.size ? [...assignments, ...told.values()] : assignments;
}

/**
 * Where two readings took the same place (a label inside a bracket, a bracket inside a field), the better name stays:
 * one place on the page names one unit.
 */
function apart(assignments: Assignment[]): Assignment[] {
  if (assignments.every((next, k) => k === 0 || next.span.start >= assignments[k - 1]!.span.end)) return assignments;
  const lost = new Set<Assignment>();
  const better = (a: Assignment, b: Assignment): boolean => {
    const [left, right] = [isOrgan(a.unit), isOrgan(b.unit)];
    return left === right ? a.certainty > b.certainty : left;
  };
  let last: Assignment | null = null;
  for (const next of [...assignments].sort((a, b) => a.span.start - b.span.start)) {
    if (last && next.span.start < last.span.end) {
      if (!better(next, last)) {
        lost.add(next);
        continue;
      }
      lost.add(last);
    }
    last = next;
  }
  return lost.size ? assignments.filter((each) => !lost.has(each)) : assignments;
}
