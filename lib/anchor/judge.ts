import { type Candidate, MAX_ERROR_SHARE } from './candidates';
import type { Quote } from './quote';

/** A context counts as alike from here on (decision 3 of the design). */
const ALIKE = 0.6;
/** Quotes shorter than this stand in many places by chance: their own sentence has to be alike too. */
const SHORT = 16;
/** Quotes shorter than this may differ only where both contexts hold them. */
const VERY_SHORT = 8;
/** By how much the best place must beat the next. */
const LEAD = 0.03;
/** By how much a place must be more alike than the most similar other passage was when the quote was taken. */
const MARGIN = 0.1;
/** How far the score of a rival may have fallen through edits while we still take it for that rival. */
const RIVAL_WEAR = 0.12;

/** sure: this place, and no other. doubtful: a place a person should look at. none: nothing like it. */
export type Verdict = { readonly kind: 'sure' | 'doubtful'; readonly candidate: Candidate } | { readonly kind: 'none' };

/**
 * Decides among all places found. Sure is only what passes the gate, beats every other place, and cannot be the twin
 * that the quote already had when it was taken.
 *
 * `agrees` says whether a place is where the document's structure puts the quote; it decides among equals and never
 * against the gate.
 */
export function judge(
  candidates: readonly Candidate[],
  quote: Quote,
  agrees?: (candidate: Candidate) => boolean,
): Verdict & { structural?: boolean } {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const best = ranked.find((candidate) => passes(candidate, quote));
  if (best) {
    const next = ranked.find((other) => !overlap(other, best));
    const leads = !next || (best.score - next.score >= LEAD && next.score < best.score);
    if (leads && isNoTwin(best, next, quote)) return { kind: 'sure', candidate: best };
    const agreeing = agrees ? ranked.filter((candidate) => passes(candidate, quote) && agrees(candidate)) : [];
    const [first] = agreeing;
    if (first && bothSides(first) && agreeing.every((other) => overlap(other, first)))
      return { kind: 'sure', candidate: first, structural: true };
  }
  const doubtful = best ?? ranked.find(isWorthALook);
  return doubtful ? { kind: 'doubtful', candidate: doubtful } : { kind: 'none' };
}

/** The gate. */
function passes(candidate: Candidate, quote: Quote): boolean {
  const length = quote.exact.length;
  const { errors, prefix, suffix, ownPrefix, ownSuffix } = candidate;
  if (errors > length * MAX_ERROR_SHARE) return false;
  if (length < SHORT && !((ownPrefix ?? 1) >= ALIKE && (ownSuffix ?? 1) >= ALIKE)) return false;
  if (length < VERY_SHORT && errors > 0 && !bothSides(candidate)) return false;
  if ((prefix ?? 0) >= ALIKE || (suffix ?? 0) >= ALIKE) return true;
  // A long passage that stood only once may stand alone in a new place.
  return errors === 0 && length >= SHORT && quote.rival !== null && quote.rival < 0.5;
}

function bothSides({ prefix, suffix }: Candidate): boolean {
  return (prefix ?? 1) >= ALIKE && (suffix ?? 1) >= ALIKE && (prefix !== null || suffix !== null);
}

/**
 * A stock phrase has twins. When the place found is hardly more alike than the best twin was, then either that twin is
 * seen elsewhere now, or this is it.
 */
function isNoTwin(best: Candidate, next: Candidate | undefined, quote: Quote): boolean {
  // A selector that is not ours does not know its twins: only full surroundings will do.
  if (quote.rival === null) return bothSides(best);
  return best.score >= quote.rival + MARGIN || (next !== undefined && next.score >= quote.rival - RIVAL_WEAR);
}

/** Alike enough to show beside the old passage and ask. */
function isWorthALook({ quote, prefix, suffix }: Candidate): boolean {
  return quote >= 1 - MAX_ERROR_SHARE && Math.max(prefix ?? 0, suffix ?? 0) >= 0.4;
}

function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
