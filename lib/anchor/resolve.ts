import type { Candidate } from './candidates';
import { atPosition, equalPlaces, occurrences, wholePlace } from './exact';
import { clearPlace } from './fuzzy';
import type { IndexParts, TextIndex } from './index';
import { judge } from './judge';
import { nearLandmark } from './landmark';
import { placesOf } from './long';
import { toPrinted } from './normalise';
import { numberBefore, type Quote, readSelectors } from './quote';
import { agreement } from './structural';
import type { AnchorMethod, Resolution, Selector } from './types';

const ORPHAN: Resolution = { method: 'orphan', span: null, score: 0 };

/**
 * Finds a described passage in a text: verified where it stood; letter by letter elsewhere; by the document's
 * structure; by likeness through the gate; else a candidate for review, or an orphan. Never throws, whatever the
 * selectors hold.
 */
export function resolve(index: TextIndex, selectors: readonly Selector[]): Resolution {
  const read = readSelectors(selectors);
  if (!read.raw) return ORPHAN;
  const standing = read.position && atPosition(index.source.text, read.position, read.raw);
  if (standing) return { method: 'exact', span: standing, score: 1 };
  if (!read.quote) return ORPHAN;

  const { quote } = read;
  const parts = index.parts();
  const equal = occurrences(parts, quote.exact);
  const whole = wholePlace(parts, quote, equal);
  if (whole) return found(parts, quote, 'exact', whole);

  const landmark = quote.landmark ? nearLandmark(parts, quote.landmark) : undefined;
  const clear = clearPlace(parts, quote);
  // The quick way is for what nothing speaks against; an edited place does not do where the quote stands unedited.
  if (clear && (clear.errors === 0 || equal.length === 0) && landmark?.(clear) !== false)
    return found(parts, quote, clear.errors === 0 ? 'exact' : 'fuzzy', clear);

  const all = [...equalPlaces(parts, quote, equal), ...placesOf(parts, quote)];
  const verdict = judge(all, quote, {
    landmark,
    structure: read.structural ? agreement(index, read.structural) : undefined,
  });
  if (verdict.kind === 'none') return ORPHAN;
  if (verdict.kind === 'doubtful') return found(parts, quote, 'review', verdict.candidate);
  if (verdict.structural) return found(parts, quote, 'structural', verdict.candidate);
  return found(parts, quote, verdict.candidate.errors === 0 ? 'exact' : 'fuzzy', verdict.candidate);
}

/**
 * The same for many, in slices: yields null after a piece of preparing, and `[key, resolution]` after each item, so
 * that the caller can pause whenever its time is up. No step takes longer than a few milliseconds.
 */
export function* resolveAll<K>(
  index: TextIndex,
  items: Iterable<readonly [K, readonly Selector[]]>,
): Generator<readonly [K, Resolution] | null, void, void> {
  let prepared = false;
  for (const [key, selectors] of items) {
    const { raw, position } = readSelectors(selectors);
    const standing = raw && position && atPosition(index.source.text, position, raw);
    if (!standing && !prepared) {
      for (const _ of index.prepare()) yield null;
      prepared = true;
    }
    yield [key, standing ? { method: 'exact', span: standing, score: 1 } : resolve(index, selectors)];
  }
}

function found({ normalised }: IndexParts, quote: Quote, method: AnchorMethod, candidate: Candidate): Resolution {
  const start =
    quote.numbered > 0
      ? Math.max(numberBefore(normalised.text, candidate.start), candidate.start - quote.numbered)
      : candidate.start;
  const span = toPrinted(normalised, { start, end: candidate.end });
  return { method, span, score: Math.round(candidate.score * 1000) / 1000 };
}
