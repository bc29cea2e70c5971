import search from 'approx-string-match';
import { type Candidate, MAX_ERROR_SHARE, weigh } from './candidates';
import { distance } from './distance';
import { edge } from './edges';
import type { IndexParts } from './index';
import { ALIKE, isClear, LEAD, overlap } from './judge';
import type { Quote } from './quote';
import { seeds } from './seeds';

/** Quotes longer than this are found by their ends. */
const MAX_CLEAR = 1000;
/** A place with less than this share of the best one's votes cannot be its equal. */
const RUNNER_UP = 0.6;

/** The places where text like the quote stands, the likeliest first. */
export function alikePlaces(parts: IndexParts, quote: Quote): Candidate[] {
  return [...seeds(parts, quote, true)].flatMap(({ start }) => matchesNear(parts, quote, start));
}

/**
 * The likeliest place, when it is clear of every twin the quote had, and no other has nearly as many votes and is as
 * good; rare sequences alone vote. null when it is not so clear: then all places are to be looked at.
 */
export function clearPlace(parts: IndexParts, quote: Quote): Candidate | null {
  if (quote.exact.length > MAX_CLEAR) return null;
  let best: Candidate | null = null;
  let most = 0;
  for (const { start, votes } of seeds(parts, quote, false)) {
    most ||= votes;
    if (best && votes < most * RUNNER_UP) break;
    // What is as good has both its contexts, and then its edges are found straight.
    const near = between(parts, quote, start);
    if (!best) {
      if (!near || !isClear(near, quote)) return null;
      best = near;
    } else if (near && near.score > best.score - LEAD && !overlap(near, best)) return null;
  }
  return best;
}

/** How far the quote may stand from where its seeds put it. */
const SLACK = 24;
const MAX_MATCHES = 6;
/** A quote shorter than this is sought together with this much of its context on either side. */
const SHORT = 16;
const FRAME = 12;

/** The best matches of the quote near `place`, weighed; at most 30 % of what is sought may differ. */
function matchesNear(parts: IndexParts, quote: Quote, place: number): Candidate[] {
  const { exact } = quote;
  const direct = between(parts, quote, place);
  if (direct) return [direct];
  if (exact.length >= SHORT) return searchNear(parts, quote, place, '', '');
  const before = quote.prefix.text.slice(-FRAME);
  const after = quote.suffix.text.slice(0, FRAME);
  const framed = searchNear(parts, quote, place, before, after);
  if (framed.length > 0) return framed;
  // At the limit of an item that moved, one side of the frame is another's.
  return [...searchNear(parts, quote, place, before, ''), ...searchNear(parts, quote, place, '', after)];
}

/** How much longer or shorter a quote may have become where its edges are sought, and the share of it. */
const GROWTH = 8;
const GROWTH_SHARE = 0.1;

/**
 * The quick way: the edges of the quote sought straight from both sides, no search. Only a place whose contexts and
 * quote are all alike is taken so; null otherwise.
 */
function between({ normalised }: IndexParts, quote: Quote, place: number): Candidate | null {
  const { text } = normalised;
  const { exact, prefix, suffix } = quote;
  if (prefix.text.length < FRAME || suffix.text.length < FRAME) return null;
  const short = exact.length < SHORT;
  const start = edge(text, prefix.text, short ? exact + suffix.text.slice(0, FRAME) : exact, place, 'right', SLACK);
  const growth = short ? GROWTH : GROWTH + Math.ceil(exact.length * GROWTH_SHARE);
  const left = short ? prefix.text.slice(-FRAME) + exact : exact;
  const end = Math.max(start, edge(text, left, suffix.text, start + exact.length, 'left', growth));
  const errors = distance(exact, text.slice(start, end));
  if (errors > exact.length * MAX_ERROR_SHARE) return null;
  const candidate = weigh(text, quote, start, end, errors);
  return Math.min(candidate.prefix.all ?? 0, candidate.suffix.all ?? 0) >= ALIKE ? candidate : null;
}

/** Searches for the quote between two pieces of its context, then finds its edges again. */
function searchNear({ normalised }: IndexParts, quote: Quote, place: number, before: string, after: string) {
  const { text } = normalised;
  const { exact, prefix, suffix } = quote;
  const sought = before + exact + after;
  const allowed = Math.floor(sought.length * MAX_ERROR_SHARE);
  const from = Math.max(0, place - before.length - SLACK - allowed);
  const to = Math.min(text.length, place + exact.length + after.length + SLACK + allowed);
  if (to <= from) return [];
  const matches = search(text.slice(from, to), sought, allowed);
  if (matches.length > MAX_MATCHES) {
    const away = (match: { start: number }) => Math.abs(from + match.start + before.length - place);
    matches.sort((a, b) => away(a) - away(b));
    matches.length = MAX_MATCHES;
  }
  const found = new Map<number, Candidate>();
  for (const match of matches) {
    let start = from + match.start + before.length;
    let end = from + match.end - after.length;
    if (match.errors > 0) {
      start = edge(text, prefix.text, exact, start, 'right');
      end = Math.max(start, edge(text, exact, suffix.text, end, 'left'));
    }
    // Several matches of the library, one longer than the other, come to the same edges.
    const key = start * text.length + end;
    if (found.has(key)) continue;
    const errors = exact.length < SHORT ? distance(exact, text.slice(start, end)) : match.errors;
    found.set(key, weigh(text, quote, start, end, errors));
  }
  return [...found.values()];
}
