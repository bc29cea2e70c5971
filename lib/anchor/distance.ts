/** For each code unit its places in the 32 characters at work, one bit each; all zero between two calls. */
let table: Uint32Array | undefined;

/**
 * Edit distance of two strings, by the bit-parallel method of Myers (1999) in the form of Hyyrö (2003): 32 characters of
 * `a` at a time go over all of `b`, and hand the horizontal differences of their last row on to the next 32. Cost: the
 * product of the lengths over 32; a quote of 200 characters takes a few microseconds.
 */
export function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  table ??= new Uint32Array(0x10000);
  const places = table;
  // Horizontal differences above the present 32 rows: +1 and −1, one bit a column.
  const rises = new Int32Array((b.length + 31) >> 5).fill(-1);
  const falls = new Int32Array(rises.length);
  let edits = a.length;
  for (let from = 0; from < a.length; from += 32) {
    const to = Math.min(from + 32, a.length);
    for (let i = from; i < to; i++) places[a.charCodeAt(i)]! |= 1 << (i - from);
    const isLast = to === a.length;
    const last = to - from - 1;
    let up = -1;
    let down = 0;
    for (let j = 0; j < b.length; j++) {
      const word = j >> 5;
      const riseIn = (rises[word]! >>> (j & 31)) & 1;
      const fallIn = (falls[word]! >>> (j & 31)) & 1;
      const equal = places[b.charCodeAt(j)]!;
      const vertical = equal | down;
      const carried = equal | fallIn;
      const horizontal = (((carried & up) + up) ^ up) | carried;
      let rise = down | ~(horizontal | up);
      let fall = up & horizontal;
      const riseOut = (rise >>> last) & 1;
      const fallOut = (fall >>> last) & 1;
      if (isLast) edits += riseOut - fallOut;
      if (riseOut !== riseIn) rises[word]! ^= 1 << (j & 31);
      if (fallOut !== fallIn) falls[word]! ^= 1 << (j & 31);
      rise = (rise << 1) | riseIn;
      fall = (fall << 1) | fallIn;
      up = fall | ~(vertical | rise);
      down = rise & vertical;
    }
    for (let i = from; i < to; i++) places[a.charCodeAt(i)] = 0;
  }
  return edits;
}

/**
 * For each offset of `text` from `edge` on, read in `direction`, the fewest edits that make `pattern` end there; it may
 * begin anywhere. The same method, for patterns of at most 32 characters.
 *
 * @returns `length + 1` numbers, in an array that the next call for the same `into` overwrites.
 */
export function endings(
  pattern: string,
  text: string,
  edge: number,
  length: number,
  direction: -1 | 1,
  into: Uint8Array,
): Uint8Array {
  table ??= new Uint32Array(0x10000);
  const places = table;
  const last = pattern.length - 1;
  // A pattern is always given from left to right; read the other way its last character comes first.
  for (let i = 0; i <= last; i++) places[pattern.charCodeAt(direction > 0 ? i : last - i)]! |= 1 << i;
  let edits = pattern.length;
  let up = -1;
  let down = 0;
  into[0] = edits;
  for (let j = 0; j < length; j++) {
    const equal = places[text.charCodeAt(direction > 0 ? edge + j : edge - 1 - j)]!;
    const vertical = equal | down;
    const horizontal = (((equal & up) + up) ^ up) | equal;
    let rise = down | ~(horizontal | up);
    let fall = up & horizontal;
    if (last >= 0) edits += ((rise >>> last) & 1) - ((fall >>> last) & 1);
    rise <<= 1;
    fall <<= 1;
    up = fall | ~(vertical | rise);
    down = rise & vertical;
    into[j + 1] = edits;
  }
  for (let i = 0; i <= last; i++) places[pattern.charCodeAt(i)] = 0;
  return into;
}
