import { bucketAt, countOf, GRAM, type GramIndex } from './grams';
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
/** Where so many of the sequences stand no more often than this, they alone vote: the others only repeat them. */
const RARE = 6;
const ENOUGH_RARE = 16;
/** Of a long pattern about so many sequences vote. */
const SAMPLES = 96;
/** Places looked at closely. */
const PLACES = 6;

/**
 * Places that share most three-character sequences with the quote in its context: each common sequence votes for the
 * offset between pattern and text at which both would lie on each other. Returns where the quote would begin, the
 * likeliest first, with its votes. `thorough` lets common sequences vote where rare ones would do: they find the twins.
 */
export function seeds({ normalised, grams }: IndexParts, quote: Quote, thorough: boolean): Place[] {
  const pattern = quote.prefix.text + quote.exact + quote.suffix.text;
  const votes = ballot(Math.ceil((normalised.text.length + pattern.length) / WIDTH) + 2);
  const touched: number[] = [];
  const step = Math.max(1, Math.floor(pattern.length / SAMPLES));
  const common = thorough || !hasRare(grams, pattern, step) ? COMMON : RARE;
  let voters = 0;
  for (let at = 0; at + GRAM <= pattern.length; at += step) {
    const bucket = bucketAt(pattern, at);
    if (countOf(grams, bucket) > common) continue;
    voters++;
    for (let i = grams.first[bucket]!; i < grams.first[bucket + 1]!; i++) {
      const diagonal = Math.floor((grams.positions[i]! - at + pattern.length) / WIDTH);
      if (votes[diagonal]!++ === 0) touched.push(diagonal);
    }
  }
  const strength = (diagonal: number) => votes[diagonal]! + votes[diagonal + 1]!;
  const enough = Math.max(2, (common === RARE ? voters : pattern.length / step) * 0.08);
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

/** Whether enough sequences of the pattern are rare, but there. */
function hasRare(grams: GramIndex, pattern: string, step: number): boolean {
  let rare = 0;
  for (let at = 0; at + GRAM <= pattern.length && rare < ENOUGH_RARE; at += step) {
    const count = countOf(grams, bucketAt(pattern, at));
    if (count > 0 && count <= RARE) rare++;
  }
  return rare === ENOUGH_RARE;
}

let urn = new Uint16Array(1 << 14);

/** Counters, all zero: one array for all searches, since clearing what was touched is cheaper than a new one. */
function ballot(length: number): Uint16Array {
  if (urn.length < length) urn = new Uint16Array(length * 2);
  return urn;
}
