import type { Span } from '../text/types';
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
