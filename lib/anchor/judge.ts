import { type Candidate, MAX_ERROR_SHARE, type Side } from './candidates';
import { WHOLE } from './exact';
import type { Pattern } from './likeness';
import type { Quote } from './quote';

/** A context counts as alike from here on (decision 3 of the design). */
export const ALIKE = 0.6;
/** Quotes shorter than this stand in many places by chance: their own sentence has to be alike too. */
const SHORT = 16;
/** Quotes shorter than this may differ only where both contexts hold them. */
const VERY_SHORT = 8;
/** A sentence's part of fewer characters is too little to count alone. */
const FEW = 12;
const WELL_ALIKE = 0.75;
/** By how much the best place must beat the next. */
export const LEAD = 0.03;
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

/** What says whether a place is where the quote ought to be; what is not known of the quote says nothing. */
export interface Witnesses {
  /** The words its item opened with stand before it. */
  readonly landmark?: Witness | undefined;
  /** The document's structure puts it there. */
  readonly structure?: Witness | undefined;
}

export type Witness = (candidate: Candidate) => boolean;

/**
 * Decides among all places found. Sure is only what passes the gate, beats every other place, and cannot be the twin
 * that the quote already had when it was taken.
 *
 * The witnesses decide among equals, and speak against a place of which too little is known; never for one that does
 * not pass the gate.
 */
export function judge(
  candidates: readonly Candidate[],
  quote: Quote,
  { landmark, structure }: Witnesses = {},
): Verdict & { structural?: boolean } {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const able = ranked.filter((candidate) => passes(candidate, quote));
  const [best] = able;
  if (best) {
    const next = ranked.find((other) => !overlap(other, best));
    const leads = !next || (best.score - next.score >= LEAD && next.score < best.score);
    const denied = () => landmark !== undefined && !landmark(best);
    if (leads && isNoTwin(best, next, quote, denied) && !(isThin(best) && denied()))
      return { kind: 'sure', candidate: best };
    if (isAsItStood(best, next, quote)) return { kind: 'sure', candidate: best };
    const told = toldBy([landmark, structure], able);
    if (told && ownSides(told)) return { kind: 'sure', candidate: told, structural: true };
  }
  const doubtful = best ?? ranked.find((candidate) => isWorthALook(candidate, quote));
  return doubtful ? { kind: 'doubtful', candidate: doubtful } : { kind: 'none' };
}

/** The one place that the witnesses leave: each narrows the choice, and one that knows none of them says nothing. */
function toldBy(witnesses: readonly (Witness | undefined)[], able: readonly Candidate[]): Candidate | null {
  let left: readonly Candidate[] | null = null;
  for (const knows of witnesses) {
    const known: readonly Candidate[] = knows ? (left ?? able).filter(knows) : [];
    if (known.length > 0) left = known;
  }
  const first = left?.[0];
  return first && left?.every((other) => overlap(other, first)) ? first : null;
}

/** Whether a place is sure whatever else there is, so that no less likely one has to be looked at. */
export function isClear(candidate: Candidate, quote: Quote): boolean {
  const { rival } = quote;
  return rival !== null && candidate.score >= rival + MARGIN && bothSides(candidate) && passes(candidate, quote);
}

/** The gate. */
function passes(candidate: Candidate, quote: Quote): boolean {
  const { errors, prefix, suffix } = candidate;
  const { length } = quote.exact;
  if (length < SHORT && !(speaks(prefix, quote.prefix.sentence) && speaks(suffix, quote.suffix.sentence))) return false;
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

/**
 * Whether the sentence on one side of a short quote speaks for the place. Of a few characters one correction leaves
 * nothing alike; all of the context must then be, and well.
 */
function speaks(side: Side, { length }: Pattern): boolean {
  if (side.sentence === null || side.sentence >= ALIKE) return true;
  return length < FEW && (side.all ?? 0) >= WELL_ALIKE;
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

/** Changed itself, and known on one side only. */
function isThin(candidate: Candidate): boolean {
  return candidate.errors > 0 && !bothSides(candidate);
}

/** What stands in the same item is alike on both sides, and something is known of at least one. */
function ownSides(candidate: Candidate): boolean {
  const { prefix, suffix } = candidate;
  if (prefix.item === null && suffix.item === null) return bothSides(candidate);
  return isAlike(prefix.item, suffix.item);
}

/**
 * Letter by letter the same, with all that stood around it, where no other passage was so when the quote was taken: a
 * twin that differs by a word far out in its context is no twin, however little that counts in the score.
 */
function isAsItStood(best: Candidate, next: Candidate | undefined, { rival, prefix, suffix }: Quote): boolean {
  const whole = best.errors === 0 && best.prefix.all === 1 && best.suffix.all === 1;
  const long = prefix.all.length >= WHOLE && suffix.all.length >= WHOLE;
  return whole && long && rival !== null && rival < 1 && (!next || next.score < best.score);
}

function bothSides({ prefix, suffix }: Candidate): boolean {
  return isAlike(prefix.all, suffix.all) && (prefix.all !== null || suffix.all !== null);
}

/**
 * A stock phrase has twins. When the place found is hardly more alike than the best twin was, then either that twin is
 * seen elsewhere now, or this is it.
 */
function isNoTwin(best: Candidate, next: Candidate | undefined, quote: Quote, denied: () => boolean): boolean {
  // A selector that is not ours does not know its twins: only full surroundings will do.
  if (quote.rival === null) return bothSides(best);
  const ahead = best.score - quote.rival;
  if (ahead >= MARGIN) return true;
  return next !== undefined && next.score >= quote.rival - Math.max(0, ahead) - RIVAL_WEAR && !denied();
}

/** Alike enough to show beside the old passage and ask. */
function isWorthALook({ errors, prefix, suffix }: Candidate, { exact }: Quote): boolean {
  if (errors > exact.length * MAX_ERROR_SHARE) return false;
  return Math.max(prefix.all ?? 0, suffix.all ?? 0) >= 0.4 || (errors === 0 && exact.length >= VERY_SHORT / 2);
}

export function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
