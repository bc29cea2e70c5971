import type { ReadSign } from './types';

const OPEN = '“';
const CLOSE = '”';
const PLAIN = '"';
const CHINESE = /[\p{Script=Han}，。、；：（）《》“”]/u;
/** What follows the end of a quotation more than its beginning. */
const AFTER_END = /^[，。、；：）》等的]/;

/**
 * Quotation marks with their sides, of a line between Chinese signs: they open and close by turns, and which of them begins is
 * what most of those say whose side was seen. Inches and English words keep theirs.
 */
export function sidedQuotes(signs: readonly ReadSign[]): ReadSign[] {
  const places = [...signs.keys()].filter((at) => isQuote(signs, at));
  if (places.length === 0) return [...signs];
  const turn = beginsOpen(signs, places) ? 0 : 1;
  const sides = new Map(places.map((at, index) => [at, (index + turn) % 2 === 0 ? OPEN : CLOSE]));
  return signs.map((read, at) => ({ ...read, sign: sides.get(at) ?? read.sign }));
}

function isQuote(signs: readonly ReadSign[], at: number): boolean {
  const sign = signs[at]!.sign;
  if (sign === OPEN || sign === CLOSE) return true;
  const beside = (step: number) => CHINESE.test(signs[at + step]?.sign ?? '');
  const number = /\d/.test(signs[at - 1]?.sign ?? '');
  return sign === PLAIN && !number && (beside(-1) || beside(1));
}

function beginsOpen(signs: readonly ReadSign[], places: readonly number[]): boolean {
  let votes = 0;
  for (const [index, at] of places.entries()) {
    const { sign } = signs[at]!;
    if (sign !== PLAIN) votes += (sign === OPEN) === (index % 2 === 0) ? 1 : -1;
  }
  if (votes !== 0) return votes > 0;
  // As many as there should be on a line of its own; of an odd one out what stands behind it says more.
  const after = signs[places[0]! + 1]?.sign;
  return places.length % 2 === 0 || !(after === undefined || AFTER_END.test(after));
}
