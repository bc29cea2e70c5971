import { codes } from '../text/chars';
import type { Span } from '../text/types';
import { saysAction } from './acting';
import { apart, assignmentsOf, withProse } from './assignments';
import { cardLabel } from './card-labels';
import type { Piece } from './drafts';
import { isBareHeading } from './item-bounds';
import { type Body, deadlinesOf, recurrencesOf } from './item-times';
import type { Item } from './items';
import type { OutlineNode } from './outline';
import type { Reading } from './readings';
import type { DateContext } from './time/calendar';
import type { Measure } from './types';

/** Numbering styles whose items open with a heading sentence in the same paragraph. */
export function titledStyles(items: readonly Item[], readings: readonly Reading[]): ReadonlySet<string> {
  const tally = new Map<string, [number, number]>();
  for (const item of items) {
    if (!item.numbered || (item.part ?? 1) > 1) continue;
    const { strand, marker } = readings[item.node.at]!.paragraph;
    // A paragraph without a number has no heading sentence: its first may ask as much as its last.
    if (marker!.scheme === 'unit') continue;
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

/** What the paragraph that bears an item's number gives: where its body begins, and its heading sentence, if any. */
interface Head {
  readonly from: number;
  readonly numberSpan: Span | null;
  readonly titleSpan: Span | null;
  readonly title: string | null;
}

/** Number and heading sentence at the head of an item; its body begins behind them. */
function headOf(
  item: Item,
  readings: readonly Reading[],
  titled: ReadonlySet<string>,
  pieces: readonly Piece[],
): Head | null {
  const { at } = item.node;
  const reading = readings[at]!;
  const { strand, marker } = reading.paragraph;
  if (!item.numbered || !marker) return null;
  const point = firstPoint(strand.text, marker.length);
  const from = marker.length + point;
  const numberSpan = marker.length ? strand.span(0, marker.length) : null;
  const end = titled.has(marker.scheme) && !point ? titleEnd(strand.text, from) : -1;
  const more = item.paragraphs.some((i) => i !== at && readings[i]!.kind !== 'line');
  // A heading that stands alone, or before nothing but its division of work.
  const before = pieces[0] ? strand.text.slice(from, pieces[0].start) : '';
  const divided = more && before.length >= 2 && before.length <= 60 && !/[。；：:]./.test(before);
  const alone = !point && (divided || (more && isBareHeading(reading)));
  const untitled: Head = { from, numberSpan, titleSpan: null, title: null };
  if (!alone && (end <= 0 || end >= strand.length - 1)) return untitled;
  const heading = divided ? before : strand.text.slice(from, alone ? undefined : end);
  const to = from + heading.replace(/[。：:]$/, '').length;
  if (to <= from) return untitled;
  return {
    from: alone ? strand.length : end + 1,
    numberSpan,
    titleSpan: strand.span(from, to),
    title: strand.text.slice(from, to),
  };
}

/** A line of a card: behind its label stands the title, or text; `alone`: the item has a title, or nothing else that could be its text. */
function cardHead(reading: Reading, alone: boolean): Head | null {
  const label = cardLabel(reading);
  if (!label) return null;
  const { strand } = reading.paragraph;
  if (label.kind === 'text' || alone) return { from: label.length, numberSpan: null, titleSpan: null, title: null };
  const span = strand.span(label.length);
  const value = strand.text.slice(label.length).replace(/[。；]$/, '');
  if (label.kind === 'number') return { from: strand.length, numberSpan: span, titleSpan: null, title: null };
  return { from: strand.length, numberSpan: null, titleSpan: span, title: value };
}

const isAim = ({ paragraph: { strand } }: Reading): boolean =>
  /^[\u4e00-\u9fff]{0,4}[目指]标[：:]/.test(strand.text.slice(0, 8));

/** The head of an item, and its paragraphs without what stands in the head; own lines of the division are left out. */
function bodiesOf(
  item: Item,
  readings: readonly Reading[],
  titled: ReadonlySet<string>,
): { head: Head | null; bodies: Body[] } {
  const bodies: Body[] = [];
  let head = null as Head | null;
  for (const at of item.paragraphs) {
    const reading = readings[at]!;
    if (reading.kind === 'line') continue;
    const pieces: Piece[] = [];
    for (const p of item.pieces) if (p.at === at) pieces.push(p.piece);
    // 整改目标：… is no title of an item that has a number and says itself what it is about.
    const alone = item.paragraphs.length < 2 || Boolean(head?.title) || (item.node.at >= 0 && isAim(reading));
    const own = at === item.node.at ? headOf(item, readings, titled, pieces) : cardHead(reading, alone);
    head = head?.title ? head : (own ?? head);
    const { strand } = reading.paragraph;
    // A sentence that says what is done as well as who does it stays in the text.
    bodies.push({ at, strand, from: own?.from ?? 0, pieces: pieces.filter((piece) => !saysAction(piece, strand)) });
  }
  return { head, bodies };
}

/** The heading sentence of a numbered item as a later part of it repeats it; the span stays with the first part. */
function titleOfLaterPart(item: Item, readings: readonly Reading[], titled: ReadonlySet<string>): string | null {
  if (item.part === null || item.part <= 1 || item.node.at < 0) return null;
  const { strand, marker } = readings[item.node.at]!.paragraph;
  if (!marker || !titled.has(marker.scheme)) return null;
  const end = titleEnd(strand.text, marker.length);
  return end > 0 ? strand.text.slice(marker.length, end) : null;
}

/** The text of all bodies, a line each. */
function textOf(bodies: readonly Body[]): string {
  let text = '';
  for (const body of bodies) {
    const own = bodyText(body);
    if (own) text = text ? `${text}\n${own}` : own;
  }
  return text;
}

/** 四、县应急局要举一反三，全面排查。…: where nobody is named behind it, the heading is a sentence as well. */
const withTitle = (bodies: readonly Body[], { node }: Item, readings: readonly Reading[]): readonly Body[] =>
  bodies.map((body) =>
    body.at === node.at ? { ...body, from: readings[body.at]!.paragraph.marker?.length ?? 0 } : body,
  );

/** What holds for all items of a document. */
export interface AssemblyContext {
  /** Numbering styles whose items open with a heading sentence. */
  readonly titled: ReadonlySet<string>;
  readonly dates: DateContext;
  /** It is the minutes of a meeting. */
  readonly decided: boolean;
}

/** Puts an item together: number, title, body, who, when. Null where it holds no text. */
export function assemble(
  item: Item,
  readings: readonly Reading[],
  { titled, dates, decided: all }: AssemblyContext,
): Assembly | null {
  const { node, decided = all } = item;
  if (item.paragraphs.length === 0) return null;
  const { head, bodies } = bodiesOf(item, readings, titled);
  const title = head?.title ?? titleOfLaterPart(item, readings, titled);
  const titleSpan = head?.titleSpan ?? null;
  const text = textOf(bodies);
  if (!text && !title) return null;
  // A heading sentence with nothing after it is the body itself.
  const only = !text;
  const whole = wholeSpan(item, readings, node);
  const how = { decided, from: whole.start };
  const told = withProse(assignmentsOf(item, readings), bodies, how);
  return {
    node,
    measure: {
      number: item.numbered ? node.marker!.number : null,
      part: item.part,
      title: only ? null : title,
      text: text || title!,
      span: whole,
      numberSpan: (item.part ?? 1) > 1 ? null : (head?.numberSpan ?? null),
      titleSpan: only ? null : titleSpan,
      textSpan: bodiesSpan(bodies) ?? titleSpan ?? whole,
      assignments: apart(told.length ? told : withProse(told, withTitle(bodies, item, readings), how)),
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
  // The dash before who does it goes with them.
  if (pieces.length) out = out.replace(/[—–]{2,}$/, '');
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
