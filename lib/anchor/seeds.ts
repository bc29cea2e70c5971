import { bucketAt, countOf, GRAM } from './grams';
import type { IndexParts } from './index';
import type { Quote } from './quote';

/** Where a quote may stand, in normalised offsets, and how many sequences speak for it. */
export interface Place {
  readonly start: number;
  readonly votes: number;
}

/** Diagonals are counted in buckets of this many characters: it bears a few insertions and deletions. */
const WIDTH = 16;
/** Sequences that stand more often than this say little about where we are and cost the most. */
const COMMON = 80;
/** Of a long pattern about so many sequences vote. */
const SAMPLES = 96;
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
  const step = Math.max(1, Math.floor(pattern.length / SAMPLES));
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
