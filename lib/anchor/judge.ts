import { type Candidate, MAX_ERROR_SHARE } from './candidates';
import type { Quote } from './quote';

/** A context counts as alike from here on (decision 3 of the design). */
export const ALIKE = 0.6;
/** Quotes shorter than this stand in many places by chance: their own sentence has to be alike too. */
const SHORT = 16;
/** Quotes shorter than this may differ only where both contexts hold them. */
const VERY_SHORT = 8;
/** By how much the best place must beat the next. */
const LEAD = 0.03;
/** By how much a place must be more alike than the most similar other passage was when the quote was taken. */
const MARGIN = 0.06;
/** How far the score of a rival may have fallen through edits while we still take it for that rival. */
const RIVAL_WEAR = 0.04;
/** A rival from here on is a twin: another passage of the same words. */
const TWIN = 0.5;
/** Passages of this length that stood only once need no surroundings to be known. */
const ALONE = 4;
/** The share of a short quote that may differ between two contexts that hold it. */
const FRAMED = 0.7;

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
  const doubtful = best ?? ranked.find((candidate) => isWorthALook(candidate, quote));
  return doubtful ? { kind: 'doubtful', candidate: doubtful } : { kind: 'none' };
}

/** Whether one of the places is already sure, so that no less likely one has to be looked at. */
export function isClear(candidates: readonly Candidate[], quote: Quote): boolean {
  const { rival } = quote;
  return (
    rival !== null && candidates.some((one) => one.score >= rival + MARGIN && bothSides(one) && passes(one, quote))
  );
}

/** The gate. */
function passes(candidate: Candidate, quote: Quote): boolean {
  const { errors, prefix, suffix } = candidate;
  const { length } = quote.exact;
  if (length < SHORT && !isAlike(prefix.sentence, suffix.sentence)) return false;
  // Of a phrase that has twins, what stands in the same item tells them apart, and all of it must.
  const hasTwin = (quote.rival ?? 1) >= TWIN;
  if (hasTwin && !isAlike(prefix.item, suffix.item)) return false;
  if (hasTwin && prefix.item === null && suffix.item === null && !bothSides(candidate)) return false;
  if (errors > length * MAX_ERROR_SHARE) return isFramed(candidate, quote);
  if (length < VERY_SHORT && errors > 0) return bothSides(candidate);
  if (Math.max(prefix.all ?? 0, suffix.all ?? 0, prefix.item ?? 0, suffix.item ?? 0) >= ALIKE) return true;
  // A passage that stood only once, letter by letter, may stand alone in a new place when it is long enough.
  return errors === 0 && length >= ALONE && !hasTwin;
}

/** Whether both are alike, as far as they are known. */
function isAlike(one: number | null, other: number | null): boolean {
  return (one ?? 1) >= ALIKE && (other ?? 1) >= ALIKE;
}

/**
 * A few characters can all be changed by one correction. They are found when both contexts hold them between each other
 * and something of them is left: the 30 % are then met by the quote together with its frame (see `matchesNear`).
 */
function isFramed(candidate: Candidate, quote: Quote): boolean {
  const { start, end, errors } = candidate;
  return quote.exact.length < SHORT && end > start && errors <= quote.exact.length * FRAMED && bothSides(candidate);
}

function bothSides({ prefix, suffix }: Candidate): boolean {
  return isAlike(prefix.all, suffix.all) && (prefix.all !== null || suffix.all !== null);
}

/**
 * A stock phrase has twins. When the place found is hardly more alike than the best twin was, then either that twin is
 * seen elsewhere now, or this is it.
 */
function isNoTwin(best: Candidate, next: Candidate | undefined, quote: Quote): boolean {
  // A selector that is not ours does not know its twins: only full surroundings will do.
  if (quote.rival === null) return bothSides(best);
  const ahead = best.score - quote.rival;
  if (ahead >= MARGIN) return true;
  return next !== undefined && next.score >= quote.rival - Math.max(0, ahead) - RIVAL_WEAR;
}

/** Alike enough to show beside the old passage and ask. */
function isWorthALook({ errors, prefix, suffix }: Candidate, { exact }: Quote): boolean {
  if (errors > exact.length * MAX_ERROR_SHARE) return false;
  return Math.max(prefix.all ?? 0, suffix.all ?? 0) >= 0.4 || (errors === 0 && exact.length >= VERY_SHORT / 2);
}

function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
