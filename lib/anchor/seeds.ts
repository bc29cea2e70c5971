import { bucketAt, countOf, GRAM, type GramIndex } from './grams';
import type { IndexParts } from './index';
import type { Quote } from './quote';

/** Where a quote may stand, in normalised offsets, and how many sequences speak for it. */
export interface Place {
  readonly start: number;
  readonly votes: number;
}

/** Diagonals are counted in buckets of this many characters: it bears a few insertions and deletions. */
const SHIFT = 4;
const WIDTH = 1 << SHIFT;
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
 * offset between pattern and text at which both would lie on each other. Gives where the quote would begin, the
 * likeliest first, with its votes. `thorough` lets common sequences vote where rare ones would do: they find the twins.
 */
export function seeds({ normalised, grams }: IndexParts, quote: Quote, thorough: boolean): Iterable<Place> {
  const pattern = quote.prefix.text + quote.exact + quote.suffix.text;
  const { length } = pattern;
  const { first, positions } = grams;
  const votes = ballot(((normalised.text.length + length) >> SHIFT) + 3);
  const touched: number[] = [];
  const step = Math.max(1, Math.floor(length / SAMPLES));
  const common = thorough || !hasRare(grams, pattern, step) ? COMMON : RARE;
  let voters = 0;
  for (let at = 0; at + GRAM <= length; at += step) {
    const bucket = bucketAt(pattern, at);
    const end = first[bucket + 1]!;
    let i = first[bucket]!;
    if (end - i > common) continue;
    voters++;
    for (; i < end; i++) {
      const diagonal = (positions[i]! - at + length) >> SHIFT;
      if (votes[diagonal]!++ === 0) touched.push(diagonal);
    }
  }
  // Insertions and deletions push a passage over into the next bucket.
  const strengths = touched.map((diagonal) => votes[diagonal]! + votes[diagonal + 1]!);
  for (const diagonal of touched) votes[diagonal] = 0;
  const enough = Math.max(2, (common === RARE ? voters : length / step) * 0.08);
  const start = (diagonal: number) => (diagonal + 1) * WIDTH - length + quote.prefix.text.length;
  return strongest(touched, strengths, enough, start);
}

/** The strongest diagonals one after another, found when asked for: most quotes want only one. */
function* strongest(
  diagonals: readonly number[],
  strengths: number[],
  enough: number,
  start: (diagonal: number) => number,
): Generator<Place, void, void> {
  for (let count = 0; count < PLACES; count++) {
    let best = -1;
    let votes = 0;
    for (let i = 0; i < strengths.length; i++) {
      if (strengths[i]! <= votes) continue;
      best = i;
      votes = strengths[i]!;
    }
    if (best < 0 || votes < enough) return;
    const chosen = diagonals[best]!;
    yield { start: start(chosen), votes };
    for (let i = 0; i < strengths.length; i++) if (Math.abs(diagonals[i]! - chosen) <= 2) strengths[i] = 0;
  }
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
