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

/** The places where the quote stands letter by letter; none when it is so short or so common that there is no telling. */
export function occurrences({ normalised, grams }: IndexParts, exact: string): readonly number[] {
  const { text } = normalised;
  if (exact.length < GRAM) return [];
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
    if (found.length === MAX_OCCURRENCES) return [];
    found.push(start);
  }
  return found;
}

/** Contexts of fewer characters are cut off by the text's own limits, and stand in many places. */
export const WHOLE = 24;

/**
 * The one place where the quote stands in both its contexts letter by letter, when no other passage did so before: what
 * `judge` would take, without weighing any twin. null when there is none or more.
 */
export function wholePlace(parts: IndexParts, quote: Quote, starts: readonly number[]): Candidate | null {
  const { text } = parts.normalised;
  const { exact, prefix, suffix, rival } = quote;
  if (rival === null || rival >= 1 || prefix.text.length < WHOLE || suffix.text.length < WHOLE) return null;
  let found = -1;
  for (const start of starts) {
    if (!text.endsWith(prefix.text, start) || !text.startsWith(suffix.text, start + exact.length)) continue;
    if (found >= 0) return null;
    found = start;
  }
  return found < 0 ? null : weigh(text, quote, found, found + exact.length, 0);
}

/** All of them, weighed. */
export function equalPlaces(parts: IndexParts, quote: Quote, starts: readonly number[]): Candidate[] {
  const { text } = parts.normalised;
  return starts.map((start) => weigh(text, quote, start, start + quote.exact.length, 0));
}
