import search from 'approx-string-match';
import type { Span } from '../../../lib/text/types';

/**
 * The usual rule of open annotation clients, written from its published description, to measure ours against: exact
 * occurrences if there are any, else matches with at most half of the quote's characters (and 256) in error; the best by
 * quote 50, prefix 20, suffix 20, position 2; no gate.
 */
export function usualRule(text: string, quote: UsualQuote): Span | null {
  if (quote.exact === '') return null;
  const matches = searchEither(text, quote.exact, Math.min(256, quote.exact.length / 2));
  let best: Span | null = null;
  let bestScore = -1;
  for (const match of matches) {
    const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
    const after = text.slice(match.end, match.end + quote.suffix.length);
    const score =
      50 * (1 - match.errors / quote.exact.length) +
      20 * (quote.prefix ? alike(before, quote.prefix) : 1) +
      20 * (quote.suffix ? alike(after, quote.suffix) : 1) +
      2 * (1 - Math.abs(match.start - quote.hint) / text.length);
    if (score > bestScore) {
      bestScore = score;
      best = match;
    }
  }
  return best && { start: best.start, end: best.end };
}

export interface UsualQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly hint: number;
}

/** With the 32 characters of context that such clients keep. */
export function usualQuote(text: string, { start, end }: Span): UsualQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    hint: start,
  };
}

function searchEither(text: string, pattern: string, maxErrors: number) {
  const exact = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, pattern, maxErrors);
}

function alike(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  const [match] = searchEither(text, pattern, pattern.length);
  return match ? 1 - match.errors / pattern.length : 0;
}
