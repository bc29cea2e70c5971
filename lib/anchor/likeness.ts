/**
 * How alike two strings are, read away from a common edge: from the edge of a quote outwards into its context. The far
 * end of the text is free, so that an insertion does not count twice.
 */

/** Longest pattern compared; contexts are at most this long. */
export const REACH = 64;
/** Share of the pattern by which the two may slide against each other. */
const SLIDE = 0.4;

const rows = [new Uint16Array(2 * REACH + 2), new Uint16Array(2 * REACH + 2)] as const;

/**
 * 0 to 1: one less the edits that turn `context` into the text beside `edge`, by length. `direction` -1 reads both
 * leftwards (a prefix: `context` ends at the edge), 1 rightwards. An empty context is no evidence: null.
 * Cost: at most 64 × 51 steps, usually one comparison.
 */
export function likeness(context: string, text: string, edge: number, direction: -1 | 1): number | null {
  const length = Math.min(context.length, REACH);
  if (length === 0) return null;
  const near = direction < 0 ? context.length - 1 : 0;
  const from = direction < 0 ? edge - 1 : edge;
  let same = 0;
  while (same < length && isSame(context, near, text, from, direction, same, same)) same++;
  if (same === length) return 1;
  return 1 - edits(context, near, text, from, direction, same, length) / length;
}

function isSame(a: string, near: number, b: string, from: number, direction: number, i: number, j: number): boolean {
  // Past either end charCodeAt gives NaN, which equals nothing.
  return a.charCodeAt(near + direction * i) === b.charCodeAt(from + direction * j);
}

/** Edit distance of what follows the first `same` characters, banded, far end of the text free. */
function edits(
  a: string,
  near: number,
  b: string,
  from: number,
  direction: number,
  same: number,
  length: number,
): number {
  const rest = length - same;
  const band = Math.ceil(rest * SLIDE);
  const available = direction < 0 ? from + 1 - same : b.length - from - same;
  const width = Math.max(0, Math.min(rest + band, available));
  let [above, row] = rows as readonly [Uint16Array, Uint16Array];
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= rest; i++) {
    const low = Math.max(1, i - band);
    const high = Math.min(width, i + band);
    row[low - 1] = low === 1 ? i : REACH * 2;
    for (let j = low; j <= high; j++) {
      const differs = isSame(a, near, b, from, direction, same + i - 1, same + j - 1) ? 0 : 1;
      const across = j > i - 1 + band ? REACH * 2 : above[j]!;
      row[j] = Math.min(above[j - 1]! + differs, across + 1, row[j - 1]! + 1);
    }
    [above, row] = [row, above];
  }
  let best = rest;
  for (let j = Math.max(0, rest - band); j <= width; j++) best = Math.min(best, above[j]!);
  return best;
}
