import { reversed } from './likeness';

/** Looks this far to either side of the guess by default, and compares this much on either side of the edge. */
const RANGE = 8;
const REACH = 12;

/**
 * Where `left` ends and `right` begins in `text`, near `guess`: the offset at which the end of `left` before it and the
 * start of `right` after it need the fewest edits. Of equal offsets the rightmost or leftmost, as `prefer` says (so that
 * a quote takes in nothing that is not its own). Cost: two tables of 12 × 40.
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
  const window = text.slice(from, to);
  const before = endings(left.slice(-REACH), window);
  const after = endings(reversed(right.slice(0, REACH)), reversed(window));
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

/** For each offset in `text` the fewest edits that make `pattern` end there; it may begin anywhere. */
function endings(pattern: string, text: string): Uint16Array {
  const row = new Uint16Array(text.length + 1);
  for (let i = 1; i <= pattern.length; i++) sweep(row, pattern.charCodeAt(i - 1), text, i);
  return row;
}

/** Edit distance of two short strings. */
export function distance(a: string, b: string): number {
  const row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) sweep(row, a.charCodeAt(i - 1), b, i);
  return row[b.length]!;
}

/** One row of the table of edit distances, in place; `first` is the cost of skipping the whole pattern so far. */
function sweep(row: Uint16Array, code: number, text: string, first: number) {
  let diagonal = row[0]!;
  row[0] = first;
  for (let j = 1; j <= text.length; j++) {
    const above = row[j]!;
    const replaced = diagonal + (text.charCodeAt(j - 1) === code ? 0 : 1);
    row[j] = Math.min(replaced, above + 1, row[j - 1]! + 1);
    diagonal = above;
  }
}
