import type { Span } from '../text/types';
import { equalPlaces, occurrences } from './exact';
import type { IndexParts, TextIndex } from './index';
import { landmarkOf } from './landmark';
import { placesOf } from './long';
import { toNormalised } from './normalise';
import { type Quote, readSelectors } from './quote';
import { structuralOf } from './structural';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './types';

/** Context on either side, in characters that are no white space: at least, and at most to reach a sentence's limit. */
const MIN_CONTEXT = 32;
const MAX_CONTEXT = 64;
/** And as printed: a page may set a kilometre of blanks. */
const MAX_PRINTED = 256;

/**
 * Everything needed to find `span` again: quote with context, position and, where the document was parsed, its place in
 * the structure. The quote also records how alike the most similar other passage is (`rival`) and what its item opens
 * with (`landmark`), which is what later tells the passage from its twins. A span outside the text is brought inside.
 */
export function describe(index: TextIndex, span: Span): Selector[] {
  const { text } = index.source;
  const start = clamp(span.start, 0, text.length);
  const end = clamp(span.end, start, text.length);
  const parts = index.parts();
  const bare: TextQuoteSelector = {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(prefixStart(parts, text, start), start),
    suffix: text.slice(end, suffixEnd(parts, text, end)),
  };
  const { quote } = readSelectors([bare]);
  const position: TextPositionSelector = { type: 'TextPositionSelector', start, end };
  const structural = structuralOf(index, { start, end });
  const landmark = landmarkOf(parts, toNormalised(parts.normalised, start));
  const known: TextQuoteSelector = {
    ...bare,
    ...(quote ? { rival: rivalOf(parts, quote, end) } : {}),
    ...(landmark ? { landmark } : {}),
  };
  const selectors: Selector[] = [known, position];
  if (structural) selectors.push(structural);
  return selectors;
}

const SENTENCE_END = /[。！？；!?;]/;

function prefixStart({ normalised }: IndexParts, text: string, start: number): number {
  const edge = toNormalised(normalised, start);
  const nearest = Math.max(0, edge - MIN_CONTEXT);
  const farthest = Math.max(0, edge - MAX_CONTEXT);
  let from = nearest;
  while (from > farthest && !SENTENCE_END.test(text[normalised.starts[from - 1]!]!)) from--;
  const snapped = from > farthest || farthest === 0 ? from : nearest;
  const printed = snapped === 0 ? 0 : normalised.starts[snapped]!;
  return Math.min(start, Math.max(printed, start - MAX_PRINTED));
}

function suffixEnd({ normalised }: IndexParts, text: string, end: number): number {
  const edge = toNormalised(normalised, end);
  const last = normalised.text.length;
  const nearest = Math.min(last, edge + MIN_CONTEXT);
  const farthest = Math.min(last, edge + MAX_CONTEXT);
  let to = nearest;
  while (to < farthest && !(to > edge && SENTENCE_END.test(text[normalised.starts[to - 1]!]!))) to++;
  const snapped = to < farthest || farthest === last ? to : nearest;
  return Math.max(end, Math.min(normalised.starts[snapped]!, end + MAX_PRINTED));
}

/** The score of the most similar passage elsewhere, 0 when there is none within the gate's errors; two decimals. */
function rivalOf(parts: IndexParts, quote: Quote, end: number): number {
  const { normalised } = parts;
  const own = toNormalised(normalised, end);
  let best = 0;
  for (const place of [...equalPlaces(parts, quote, occurrences(parts, quote.exact)), ...placesOf(parts, quote)]) {
    const elsewhere = Math.abs(place.end - own) >= quote.exact.length;
    if (elsewhere) best = Math.max(best, place.score);
  }
  return Math.round(best * 100) / 100;
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), low), high) : low;
}
