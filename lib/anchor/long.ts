import { type Candidate, MAX_ERROR_SHARE, weigh } from './candidates';
import { alikePlaces } from './fuzzy';
import { bucketAt, GRAM } from './grams';
import type { IndexParts } from './index';
import { Pattern } from './likeness';
import type { Context, Quote } from './quote';

/** Quotes longer than this are found by their two ends: the cost of comparing wholly grows with the square. */
const LONG = 1000;
/** Of either end as much is sought, with as much of the quote itself as its context. */
const END = 64;
const PAIRS = 4;

/** The places where text like the quote stands, whatever its length. */
export function placesOf(parts: IndexParts, quote: Quote): Candidate[] {
  return quote.exact.length > LONG ? longPlaces(parts, quote) : alikePlaces(parts, quote);
}

/**
 * Places of a long quote: both ends are sought as quotes of their own, and what stands between them is measured by the
 * three-character sequences it shares with the quote. An edit destroys three of them, hence the cube root.
 */
function longPlaces(parts: IndexParts, quote: Quote): Candidate[] {
  const { text } = parts.normalised;
  const { exact, prefix, suffix } = quote;
  const end = exact.length - END;
  const heads = alikePlaces(parts, {
    ...quote,
    exact: exact.slice(0, END),
    suffix: bare(exact.slice(END, 2 * END), 1),
  });
  const tails = alikePlaces(parts, {
    ...quote,
    exact: exact.slice(end),
    prefix: bare(exact.slice(end - END, end), -1),
  });
  const pairs = heads.flatMap((head) =>
    tails
      .map((tail) => ({ start: head.start, end: tail.end, score: head.score + tail.score }))
      .filter(({ start, end }) => Math.abs(end - start - exact.length) <= exact.length * MAX_ERROR_SHARE),
  );
  pairs.sort((a, b) => b.score - a.score);
  const own = sequences(exact);
  return pairs.slice(0, PAIRS).map(({ start, end }) => {
    const errors = Math.round(
      exact.length * (1 - Math.cbrt(shared(own, text, start, end) / (exact.length - GRAM + 1))),
    );
    return weigh(text, { ...quote, prefix, suffix }, start, end, errors);
  });
}

/** A context without parts: text of the quote itself has no limits of item or sentence that matter here. */
function bare(text: string, direction: -1 | 1): Context {
  const none = new Pattern('', direction);
  return { text, all: new Pattern(text, direction), item: none, sentence: none };
}

function sequences(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const bucket = bucketAt(text, at);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

function shared(own: ReadonlyMap<number, number>, text: string, start: number, end: number): number {
  const left = new Map(own);
  let count = 0;
  for (let at = start; at + GRAM <= end; at++) {
    const bucket = bucketAt(text, at);
    const more = left.get(bucket) ?? 0;
    if (more === 0) continue;
    left.set(bucket, more - 1);
    count++;
  }
  return count;
}
