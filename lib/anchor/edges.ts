import { endings } from './distance';

/** Looks this far to either side of the guess by default, and compares this much on either side of the edge. */
const RANGE = 8;
const REACH = 12;

/** Kept from call to call: there are thousands. */
let before = new Uint8Array(256);
let after = new Uint8Array(256);

/**
 * Where `left` ends and `right` begins in `text`, near `guess`: the offset at which the end of `left` before it and the
 * start of `right` after it need the fewest edits. Of equal offsets the rightmost or leftmost, as `prefer` says (so that
 * a quote takes in nothing that is not its own). Cost: two passes of 40 characters.
 */
export function edge(
  text: string,
  left: string,
  right: string,
  guess: number,
  prefer: 'left' | 'right',
  range = RANGE,
): number {
  const from = Math.max(0, guess - range - REACH);
  const to = Math.min(text.length, guess + range + REACH);
  if (to <= from) return guess;
  if (before.length <= to - from) {
    before = new Uint8Array(2 * (to - from));
    after = new Uint8Array(2 * (to - from));
  }
  endings(left.slice(-REACH), text, from, to - from, 1, before);
  endings(right.slice(0, REACH), text, to, to - from, -1, after);
  let best = guess;
  let fewest = Number.POSITIVE_INFINITY;
  for (let at = Math.max(from, guess - range); at <= Math.min(to, guess + range); at++) {
    const edits = before[at - from]! + after[to - at]!;
    if (edits < fewest || (edits === fewest && prefer === 'right')) {
      fewest = edits;
      best = at;
    }
  }
  return best;
}
