/**
 * How alike a context and the text beside a place are, read away from their common edge: leftwards for a prefix,
 * rightwards for a suffix. The far end of the text is free, so that an insertion does not count twice.
 */

/** Longest context compared: two machine words. */
export const REACH = 64;
/** Share of the context by which the text compared with it may be longer. */
const SLIDE = 0.4;

/** A context made ready for comparison, nearest character first. */
export class Pattern {
  readonly units: string;

  /** `direction` -1 for a prefix, 1 for a suffix. */
  constructor(context: string, direction: -1 | 1) {
    this.units = direction < 0 ? reversed(context.slice(-REACH)) : context.slice(0, REACH);
  }

  get length() {
    return this.units.length;
  }
}

/** For each code unit its places in the pattern at work, one bit each, in two words. */
let low: Int32Array | undefined;
let high: Int32Array | undefined;
let atWork = '';

/** Puts a pattern to work. The tables are shared by all: several times faster than a map for each. */
function load(units: string): readonly [Int32Array, Int32Array] {
  low ??= new Int32Array(0x10000);
  high ??= new Int32Array(0x10000);
  if (units === atWork) return [low, high];
  for (let i = 0; i < atWork.length; i++) {
    const code = atWork.charCodeAt(i);
    low[code] = 0;
    high[code] = 0;
  }
  for (let i = 0; i < units.length; i++) {
    const words = i < 32 ? low : high;
    words[units.charCodeAt(i)]! |= 1 << (i & 31);
  }
  atWork = units;
  return [low, high];
}

/** 0 to 1: one less the edits that turn the context into the text beside `edge`, by length; null for an empty context. */
export function likeness(pattern: Pattern, text: string, edge: number, direction: -1 | 1): number | null {
  const { units } = pattern;
  const { length } = units;
  if (length === 0) return null;
  const from = direction < 0 ? edge - 1 : edge;
  let same = 0;
  // Past either end of the text charCodeAt gives NaN, which equals nothing.
  while (same < length && units.charCodeAt(same) === text.charCodeAt(from + direction * same)) same++;
  return same === length ? 1 : 1 - edits(pattern, text, from, direction) / length;
}

/**
 * Edit distance of the pattern to the most alike beginning of the text, by the bit-parallel method of Myers (1999) in
 * the form of Hyyrö (2003): a column of the table of distances is kept as its vertical differences, 32 in a word. It is
 * own code because the library searches (its patterns may begin anywhere) while here both begin at the edge.
 */
function edits({ units, length }: Pattern, text: string, from: number, direction: number): number {
  const [lows, highs] = load(units);
  const available = direction < 0 ? from + 1 : text.length - from;
  const width = Math.min(Math.ceil(length * (1 + SLIDE)), Math.max(0, available));
  const last = 1 << ((length - 1) & 31);
  let [up0, down0, up1, down1] = [-1, 0, -1, 0];
  let distance = length;
  let best = length;
  for (let j = 0; j < width; j++) {
    const code = text.charCodeAt(from + direction * j);
    let equal = lows[code]!;
    let vertical = equal | down0;
    let horizontal = (((equal & up0) + up0) ^ up0) | equal;
    let rise = down0 | ~(horizontal | up0);
    let fall = up0 & horizontal;
    const carryUp = length > 32 ? rise >>> 31 : 0;
    const carryDown = length > 32 ? fall >>> 31 : 0;
    if (length <= 32) distance += (rise & last ? 1 : 0) - (fall & last ? 1 : 0);
    // Both begin at the edge: skipping text costs one a character.
    rise = (rise << 1) | 1;
    fall <<= 1;
    up0 = fall | ~(vertical | rise);
    down0 = rise & vertical;

    if (length > 32) {
      equal = highs[code]!;
      vertical = equal | down1;
      equal |= carryDown;
      horizontal = (((equal & up1) + up1) ^ up1) | equal;
      rise = down1 | ~(horizontal | up1);
      fall = up1 & horizontal;
      distance += (rise & last ? 1 : 0) - (fall & last ? 1 : 0);
      rise = (rise << 1) | carryUp;
      fall = (fall << 1) | carryDown;
      up1 = fall | ~(vertical | rise);
      down1 = rise & vertical;
    }
    if (distance < best) best = distance;
  }
  return best;
}

/** By code units: halves of a pair change places, in the pattern as in the text it is compared with. */
export function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at--) result += text[at];
  return result;
}
