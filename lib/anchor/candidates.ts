import search from 'approx-string-match';
import { bucketAt, GRAM, type GramIndex } from './grams';
import type { IndexParts } from './index';
import { likeness } from './likeness';
import type { Quote } from './quote';

/** A place where a quote may stand, in normalised offsets, with the evidence for it; likenesses run from 0 to 1. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Edits between the quote and the text here. */
  readonly errors: number;
  readonly quote: number;
  /** null: the selector has no such context. */
  readonly prefix: number | null;
  readonly suffix: number | null;
  readonly ownPrefix: number | null;
  readonly ownSuffix: number | null;
  readonly score: number;
}

/** The share of a quote that may differ (decision 3 of the design). */
export const MAX_ERROR_SHARE = 0.3;
/** Own context shorter than this is a number or a label, not evidence. */
const MIN_OWN = 3;

/** Weighs the quote against the text at a place. */
export function weigh(text: string, quote: Quote, start: number, end: number, errors: number): Candidate {
  const own = (context: string, edge: number, direction: -1 | 1) =>
    context.length < MIN_OWN ? null : likeness(context, text, edge, direction);
  const prefix = likeness(quote.prefix, text, start, -1);
  const suffix = likeness(quote.suffix, text, end, 1);
  const alike = 1 - errors / Math.max(quote.exact.length, end - start, 1);
  const weights = 0.5 + (prefix === null ? 0 : 0.25) + (suffix === null ? 0 : 0.25);
  return {
    start,
    end,
    errors,
    quote: alike,
    prefix,
    suffix,
    ownPrefix: prefix === 1 ? 1 : own(quote.ownPrefix, start, -1),
    ownSuffix: suffix === 1 ? 1 : own(quote.ownSuffix, end, 1),
    score: (alike * 0.5 + (prefix ?? 0) * 0.25 + (suffix ?? 0) * 0.25) / weights,
  };
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

/** Diagonals are counted in buckets of this many characters: it bears a few insertions and deletions. */
const WIDTH = 16;
/** Sequences that stand more often than this say little about where we are and cost the most. */
const COMMON = 200;
/** Places looked at closely. */
const PLACES = 6;

/**
 * Places that share most three-character sequences with the quote in its context: each common sequence votes for the
 * offset between pattern and text at which both would lie on each other. Returns where the quote would begin.
 */
export function seeds({ normalised, grams }: IndexParts, quote: Quote): number[] {
  const pattern = quote.prefix + quote.exact + quote.suffix;
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
  const enough = Math.max(2, (pattern.length / step) * 0.04);
  const best = touched.filter((diagonal) => strength(diagonal) >= enough);
  best.sort((a, b) => strength(b) - strength(a));
  const places: number[] = [];
  for (const diagonal of best) {
    if (places.length === PLACES) break;
    const start = (diagonal + 1) * WIDTH - pattern.length + quote.prefix.length;
    if (places.every((other) => Math.abs(other - start) > 2 * WIDTH)) places.push(start);
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

/** The best matches of the quote near `place` within the gate's errors, weighed. */
export function matchesNear({ normalised }: IndexParts, quote: Quote, place: number): Candidate[] {
  const { text } = normalised;
  const allowed = Math.floor(quote.exact.length * MAX_ERROR_SHARE);
  const from = Math.max(0, place - SLACK - allowed);
  const to = Math.min(text.length, place + quote.exact.length + SLACK + allowed);
  if (to <= from) return [];
  const matches = search(text.slice(from, to), quote.exact, allowed);
  if (matches.length > MAX_MATCHES) {
    const distance = (match: { start: number }) => Math.abs(from + match.start - place);
    matches.sort((a, b) => distance(a) - distance(b));
    matches.length = MAX_MATCHES;
  }
  return matches.map(({ start, end, errors }) => weigh(text, quote, from + start, from + end, errors));
}

function countOf(grams: GramIndex, bucket: number): number {
  return grams.first[bucket + 1]! - grams.first[bucket]!;
}
