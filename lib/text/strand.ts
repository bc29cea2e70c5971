import { Sign, signsIn } from './chars';
import { folded } from './folded';
import type { Span } from './types';

/** A part of a strand, half open. */
export interface Stretch {
  readonly strand: Strand;
  readonly start: number;
  readonly end: number;
}

/**
 * A reading of a stretch of printed text: white space, hard line breaks and page rules taken out, every character still
 * tied to the offset where it is printed.
 *
 * Held as runs (where in the strand, where in the text), not as one offset a character: most paragraphs are one run,
 * and a document of five thousand measures has a million characters.
 */
export class Strand {
  private constructor(
    readonly text: string,
    private readonly from: readonly number[],
    private readonly source: readonly number[],
    /** Places in the strand where white space inside a line was taken out: a list without 、 is split there. */
    readonly gaps: readonly number[],
  ) {}

  private known = -1;

  /** What characters of interest it holds, as `Sign` bits; looked for once. */
  get signs(): number {
    if (this.known < 0) this.known = signsIn(this.text);
    return this.known;
  }

  static readonly empty = new Strand('', [], [], []);

  /** Reads `text[start, end)`. Signs that only look like others are those others (see `folded`). Keeps one space between two Latin words; drops all other white space and what cannot be seen. */
  static of(text: string, start: number, end: number): Strand {
    const printed = text.slice(start, end);
    const found = signsIn(text, start, end);
    const piece = found & Sign.lookalike ? folded(printed) : printed;
    const signs = found & Sign.lookalike ? signsIn(piece) : found;
    if ((signs & Sign.space) === 0) {
      if (!piece) return Strand.empty;
      const whole = new Strand(piece, zero, [start], none);
      whole.known = signs;
      return whole;
    }
    const from: number[] = [];
    const source: number[] = [];
    const gaps: number[] = [];
    /** Those of more than one space. */
    const wide: number[] = [];
    let out = '';
    let last = 0;
    const add = (a: number, b: number) => {
      if (a === b) return;
      from.push(out.length);
      source.push(start + a);
      out += piece.slice(a, b);
    };
    space.lastIndex = 0;
    for (let m = space.exec(piece); m; m = space.exec(piece)) {
      add(last, m.index);
      last = m.index + m[0].length;
      if (latin.test(piece[m.index - 1] ?? '') && latin.test(piece[last] ?? '') && m[0].charCodeAt(0) === 32) {
        add(m.index, m.index + 1);
        // Two figures of a table set far apart are two cells.
        if (m[0].length > 1) wide.push(gaps[gaps.push(out.length) - 1]!);
      } else if (out && last < piece.length && seen.test(m[0])) {
        gaps.push(out.length);
        if (m[0].length > 1) wide.push(out.length);
      }
    }
    add(last, piece.length);
    return out
      ? new Strand(out, from, source, isSpacedOut(gaps, out.length) ? wide : withoutRuns(gaps, wide))
      : Strand.empty;
  }

  /** One after the other; the parts must stand in the order of the text. `gap`: remember where they meet, always or where it says so. */
  static join(parts: readonly Strand[], gap: boolean | ((before: Strand, after: Strand) => boolean) = false): Strand {
    const some = parts.filter((p) => p.text);
    if (some.length === 0) return Strand.empty;
    if (some.length === 1) return some[0]!;
    const from: number[] = [];
    const source: number[] = [];
    const gaps: number[] = [];
    const texts: string[] = [];
    const apart = typeof gap === 'function' ? gap : () => gap;
    let length = 0;
    for (const [k, part] of some.entries()) {
      if (length && apart(some[k - 1]!, part)) gaps.push(length);
      for (let run = 0; run < part.from.length; run++) {
        from.push(part.from[run]! + length);
        source.push(part.source[run]!);
      }
      for (const g of part.gaps) gaps.push(g + length);
      texts.push(part.text);
      length += part.text.length;
    }
    return new Strand(texts.join(''), from, source, gaps);
  }

  /** A line end that stays, printed at `at`. */
  static lineEnd(at: number): Strand {
    return new Strand('\n', zero, [at], none);
  }

  get length(): number {
    return this.text.length;
  }

  /** Where the character at `index` is printed. */
  offset(index: number): number {
    let low = 0;
    let high = this.from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.from[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return this.source[low]! + (index - this.from[low]!);
  }

  /** Where `[start, end)` of the strand is printed; must not be empty. */
  span(start = 0, end = this.text.length): Span {
    return { start: this.offset(start), end: this.offset(end - 1) + 1 };
  }

  slice(start: number, end = this.text.length): Strand {
    if (start >= end) return Strand.empty;
    if (start === 0 && end === this.text.length) return this;
    const from: number[] = [];
    const source: number[] = [];
    for (let k = 0; k < this.from.length; k++) {
      const a = this.from[k]!;
      const b = this.from[k + 1] ?? this.text.length;
      if (b <= start) continue;
      if (a >= end) break;
      from.push(Math.max(a, start) - start);
      source.push(this.source[k]! + Math.max(0, start - a));
    }
    return new Strand(
      this.text.slice(start, end),
      from,
      source,
      this.gaps.filter((g) => g > start && g < end).map((g) => g - start),
    );
  }

  /** What stands between its gaps, without a space before one. */
  pieces(): Strand[] {
    const places = [0, ...this.gaps, this.text.length];
    return places.slice(1).map((to, k) => this.slice(places[k]!, this.text[to - 1] === ' ' ? to - 1 : to));
  }

  hasGap(index: number): boolean {
    let low = 0;
    let high = this.gaps.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.gaps[middle] === index) return true;
      if (this.gaps[middle]! < index) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
}

/** 责 任 单 位 ： 县 司 法 局: a space behind nearly every character parts nothing; a PDF's text is often printed so. */
function isSpacedOut(gaps: readonly number[], length: number): boolean {
  if (gaps.length < 2 || gaps.length * 2 < length - 1) return false;
  let alone = 0;
  for (let k = 1; k < gaps.length; k++) if (gaps[k]! - gaps[k - 1]! === 1) alone++;
  return alone * 4 >= (gaps.length - 1) * 3;
}

const zero: readonly number[] = [0];
const none: readonly number[] = [];
/** Characters that take no room: they part nothing, wherever an editor left them (牵\u200b头). */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff';
const space = new RegExp(`[\\s${UNSEEN}]+`, 'g');
const seen = new RegExp(`[^${UNSEEN}]`);
const latin = /[A-Za-z0-9.,;:!?'"&-]/;

/** Gaps but those of words set wide (责 任 单 位：): of three and more around single characters none of a single space parts names. */
function withoutRuns(gaps: number[], wide: readonly number[]): readonly number[] {
  if (gaps.length < 3) return gaps;
  const follows = (k: number): boolean => k > 0 && k < gaps.length && gaps[k]! - gaps[k - 1]! === 1;
  const inRun = (k: number): boolean =>
    (follows(k) && follows(k + 1)) || (follows(k) && follows(k - 1)) || (follows(k + 1) && follows(k + 2));
  const kept = gaps.filter((gap, k) => !inRun(k) || wide.includes(gap));
  return kept.length === gaps.length ? gaps : kept;
}
