/** A range of places, half open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Does one of these ranges (in order, not overlapping) cover the place? Binary search. */
export function covers(ranges: readonly Range[], at: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (at < range.start) high = middle - 1;
    else if (at >= range.end) low = middle + 1;
    else return true;
  }
  return false;
}

const none: readonly Range[] = [];

/** Ranges of 《…》, outermost. Cost: linear. */
export function titleRanges(text: string): readonly Range[] {
  let from = text.indexOf('《');
  if (from < 0) return none;
  const out: Range[] = [];
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x300a) {
      if (depth++ === 0) from = i;
    } else if (c === 0x300b && depth > 0 && --depth === 0) out.push({ start: from, end: i + 1 });
  }
  return out;
}
