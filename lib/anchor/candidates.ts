import search from 'approx-string-match';
import { distance, edge } from './edges';
import { bucketAt, GRAM, type GramIndex } from './grams';
import type { IndexParts } from './index';
import { likeness, type Pattern } from './likeness';
import type { Context, Quote } from './quote';

/**
 * How alike the text beside a place and the quote's context on that side are, 0 to 1; null where there is no context.
 * The parts are compared when asked for: most places are out of question before.
 */
export interface Side {
  readonly all: number | null;
  readonly item: number | null;
  readonly sentence: number | null;
}

/** A place where a quote may stand, in normalised offsets, with the evidence for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Edits between the quote and the text here. */
  readonly errors: number;
  readonly prefix: Side;
  readonly suffix: Side;
  /** 0 to 1, of quote and contexts together. */
  readonly score: number;
}

/** The share of a quote that may differ (decision 3 of the design). */
export const MAX_ERROR_SHARE = 0.3;

/** What quote and contexts count in the score; a context that belongs to another item says little. */
const QUOTE_WEIGHT = 0.5;
const ITEM_WEIGHT = 0.25;
const OTHER_WEIGHT = 0.08;

/** Weighs the quote against the text at a place. */
export function weigh(text: string, quote: Quote, start: number, end: number, errors: number): Candidate {
  const prefix = new WeighedSide(text, quote.prefix, start, -1);
  const suffix = new WeighedSide(text, quote.suffix, end, 1);
  const alike = Math.max(0, 1 - errors / quote.exact.length);
  const score = alike * QUOTE_WEIGHT + (prefix.all ?? 0) * prefix.weight + (suffix.all ?? 0) * suffix.weight;
  return { start, end, errors, prefix, suffix, score: score / (QUOTE_WEIGHT + prefix.weight + suffix.weight) };
}

class WeighedSide implements Side {
  readonly all: number | null;
  readonly weight: number;

  constructor(
    private readonly text: string,
    private readonly context: Context,
    private readonly edge: number,
    private readonly direction: -1 | 1,
  ) {
    this.all = likeness(context.all, text, edge, direction);
    this.weight = this.all === null ? 0 : context.item.length === 0 ? OTHER_WEIGHT : ITEM_WEIGHT;
  }

  get item() {
    return this.part(this.context.item);
  }

  get sentence() {
    return this.part(this.context.sentence);
  }

  /** Where all of the context is the same, so are its parts. */
  private part(own: Pattern) {
    return this.all === 1 && own.length > 0 ? 1 : likeness(own, this.text, this.edge, this.direction);
  }
}

/** More equal passages than this are told apart by their surroundings first (`alike`). */
const MAX_OCCURRENCES = 48;

/** The places where the quote stands letter by letter; null when it is so short or so common that there is no telling. */
export function occurrences({ normalised, grams }: IndexParts, exact: string): number[] | null {
  const { text } = normalised;
  if (exact.length < GRAM) return null;
  let rarest = 0;
  let fewest = Number.POSITIVE_INFINITY;
  const step = Math.max(1, Math.floor(exact.length / 64));
  for (let at = 0; at + GRAM <= exact.length; at += step) {
    const count = countOf(grams, bucketAt(exact, at));
    if (count < fewest) {
      fewest = count;
      rarest = at;
    }
  }
  const found: number[] = [];
  const bucket = bucketAt(exact, rarest);
  for (let i = grams.first[bucket]!; i < grams.first[bucket + 1]!; i++) {
    const start = grams.positions[i]! - rarest;
    if (start < 0 || !text.startsWith(exact, start)) continue;
    if (found.length === MAX_OCCURRENCES) return null;
    found.push(start);
  }
  return found;
}

export interface Place {
  readonly start: number;
  readonly votes: number;
}

/** Diagonals are counted in buckets of this many characters: it bears a few insertions and deletions. */
const WIDTH = 16;
/** Sequences that stand more often than this say little about where we are and cost the most. */
const COMMON = 80;
/** Places looked at closely. */
const PLACES = 6;

/**
 * Places that share most three-character sequences with the quote in its context: each common sequence votes for the
 * offset between pattern and text at which both would lie on each other. Returns where the quote would begin, the
 * likeliest first, with its votes.
 */
export function seeds({ normalised, grams }: IndexParts, quote: Quote): Place[] {
  const pattern = quote.prefix.text + quote.exact + quote.suffix.text;
  const votes = ballot(Math.ceil((normalised.text.length + pattern.length) / WIDTH) + 2);
  const touched: number[] = [];
  const step = Math.max(1, Math.floor(pattern.length / 1024));
  for (let at = 0; at + GRAM <= pattern.length; at += step) {
    const bucket = bucketAt(pattern, at);
    if (countOf(grams, bucket) > COMMON) continue;
    for (let i = grams.first[bucket]!; i < grams.first[bucket + 1]!; i++) {
      const diagonal = Math.floor((grams.positions[i]! - at + pattern.length) / WIDTH);
      if (votes[diagonal]!++ === 0) touched.push(diagonal);
    }
  }
  const strength = (diagonal: number) => votes[diagonal]! + votes[diagonal + 1]!;
  const enough = Math.max(2, (pattern.length / step) * 0.08);
  const best = touched.filter((diagonal) => strength(diagonal) >= enough);
  best.sort((a, b) => strength(b) - strength(a));
  const places: Place[] = [];
  for (const diagonal of best) {
    if (places.length === PLACES) break;
    const start = (diagonal + 1) * WIDTH - pattern.length + quote.prefix.text.length;
    if (places.every((other) => Math.abs(other.start - start) > 2 * WIDTH))
      places.push({ start, votes: strength(diagonal) });
  }
  for (const diagonal of touched) votes[diagonal] = 0;
  return places;
}

let urn = new Uint16Array(1 << 14);

/** Counters, all zero: one array for all searches, since clearing what was touched is cheaper than a new one. */
function ballot(length: number): Uint16Array {
  if (urn.length < length) urn = new Uint16Array(length * 2);
  return urn;
}

/** How far the quote may stand from where its seeds put it. */
const SLACK = 40;
const MAX_MATCHES = 6;
/** A quote shorter than this is sought together with this much of its context on either side. */
const SHORT = 16;
const FRAME = 12;

/** The best matches of the quote near `place`, weighed; at most 30 % of what is sought may differ. */
export function matchesNear(parts: IndexParts, quote: Quote, place: number): Candidate[] {
  const { exact } = quote;
  if (exact.length >= SHORT) return searchNear(parts, quote, place, '', '');
  const before = quote.prefix.text.slice(-FRAME);
  const after = quote.suffix.text.slice(0, FRAME);
  const framed = searchNear(parts, quote, place, before, after);
  if (framed.length > 0) return framed;
  // At the limit of an item that moved, one side of the frame is another's.
  return [...searchNear(parts, quote, place, before, ''), ...searchNear(parts, quote, place, '', after)];
}

/** Searches for the quote between two pieces of its context, then finds its edges again. */
function searchNear({ normalised }: IndexParts, quote: Quote, place: number, before: string, after: string) {
  const { text } = normalised;
  const { exact } = quote;
  const sought = before + exact + after;
  const allowed = Math.floor(sought.length * MAX_ERROR_SHARE);
  const from = Math.max(0, place - before.length - SLACK - allowed);
  const to = Math.min(text.length, place + exact.length + after.length + SLACK + allowed);
  if (to <= from) return [];
  const matches = search(text.slice(from, to), sought, allowed);
  if (matches.length > MAX_MATCHES) {
    const away = (match: { start: number }) => Math.abs(from + match.start + before.length - place);
    matches.sort((a, b) => away(a) - away(b));
    matches.length = MAX_MATCHES;
  }
  return matches.map((match) => {
    const start = edge(text, quote.prefix.text, exact, from + match.start + before.length, 'right');
    const end = Math.max(start, edge(text, exact, quote.suffix.text, from + match.end - after.length, 'left'));
    const errors = exact.length < SHORT ? distance(exact, text.slice(start, end)) : match.errors;
    return weigh(text, quote, start, end, errors);
  });
}

function countOf(grams: GramIndex, bucket: number): number {
  return grams.first[bucket + 1]! - grams.first[bucket]!;
}
