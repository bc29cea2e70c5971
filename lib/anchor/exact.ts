import type { Span } from '../text/types';
import { type Candidate, weigh } from './candidates';
import { bucketAt, countOf, GRAM } from './grams';
import type { IndexParts } from './index';
import type { Quote } from './quote';
import type { TextPositionSelector, TextQuoteSelector } from './types';

/**
 * The quote at its old offsets with its old context around it, letter by letter: the case of an unchanged page, and the
 * one that costs next to nothing. null when anything differs.
 */
export function atPosition(text: string, position: TextPositionSelector, quote: TextQuoteSelector): Span | null {
  const { start, end } = position;
  const prefix = quote.prefix ?? '';
  const suffix = quote.suffix ?? '';
  const stands =
    end - start === quote.exact.length &&
    end <= text.length &&
    start >= prefix.length &&
    text.startsWith(quote.exact, start) &&
    text.startsWith(suffix, end) &&
    text.startsWith(prefix, start - prefix.length);
  // Neither quote nor context: any place would do, so none does, but an empty text.
  const says = quote.exact.length + prefix.length + suffix.length > 0 || text.length === 0;
  return stands && says ? { start, end } : null;
}

/** More equal passages than this are told apart by their surroundings first (`seeds`). */
const MAX_OCCURRENCES = 48;

/** The places where the quote stands letter by letter; null when it is so short or so common that there is no telling. */
function occurrences({ normalised, grams }: IndexParts, exact: string): number[] | null {
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

/** The same, weighed. */
export function equalPlaces(parts: IndexParts, quote: Quote): Candidate[] {
  const { text } = parts.normalised;
  const starts = occurrences(parts, quote.exact) ?? [];
  return starts.map((start) => weigh(text, quote, start, start + quote.exact.length, 0));
}
