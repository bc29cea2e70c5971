import { RADICALS } from '../text/radicals';
import type { Span } from '../text/types';

/**
 * A text as the anchors compare it: white space, control characters and page rules gone, width, compatibility forms,
 * radicals, dashes and quotation marks folded. Two extractions of one document differ in just these.
 */
export interface Normalised {
  readonly text: string;
  /** For each code unit of `text` the printed offset of the character it comes from, and the printed length at the end. */
  readonly starts: Uint32Array;
  readonly printed: string;
}

/** Characters a slice of normalising takes: a few milliseconds. */
const SLICE = 1 << 16;

/** What `foldTable` says of a code unit that is not replaced by just one other; 0: not met yet. */
const DROPPED = 1;
const SEVERAL = 2;

/** Code unit → its folded code unit, filled as characters are met (a table is several times faster than a map). */
const foldTable = new Uint16Array(0x10000);
const foldedToSeveral = new Map<number, string>();

/** Beyond NFKC: signs that reprints and PDF extractions exchange freely, each row folded to its first sign. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  ['-‐‑‒–—―−─', '"“”„«»', "'‘’", '.·•‧∙・', '[〔【', ']〕】', '<〈《', '>〉》'].flatMap((row) =>
    Array.from(row.slice(1), (sign) => [sign, row[0]!] as const),
  ),
);

/**
 * A code point folded. NFKD and not NFKC, because the work is done one code point at a time so that every unit keeps its
 * printed offset: the two forms call the same strings equal, but only the decomposed one can be built piece by piece.
 */
function foldCodePoint(char: string): string {
  let folded = '';
  for (const part of (RADICALS.get(char) ?? char).normalize('NFKD')) folded += LOOK_ALIKES.get(part) ?? part;
  return folded.replace(/[\s\p{Cc}\p{Cf}\u115f\u1160\u3164]/gu, '');
}

function learn(code: number): number {
  const folded = foldCodePoint(String.fromCharCode(code));
  if (folded === '') foldTable[code] = DROPPED;
  else if (folded.length === 1) foldTable[code] = folded.charCodeAt(0);
  else {
    foldTable[code] = SEVERAL;
    foldedToSeveral.set(code, folded);
  }
  return foldTable[code]!;
}

/** A line that is only a rule or a page number between dashes: it stands inside sentences of text out of a PDF. */
const PAGE_RULE = /^[ \t\u3000]*(?:-{3,}|[-–—] ?\d{1,4} ?[-–—])[ \t\u3000\r]*$/gm;

/** Grows as needed: a single character can fold to eighteen. */
class Builder {
  units: Uint16Array;
  starts: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity + 32);
    this.starts = new Uint32Array(capacity + 33);
  }

  push(unit: number, start: number) {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length++] = start;
  }

  private grow() {
    const units = new Uint16Array(this.units.length * 2);
    const starts = new Uint32Array(this.units.length * 2 + 1);
    units.set(this.units);
    starts.set(this.starts);
    this.units = units;
    this.starts = starts;
  }

  *string(): Generator<void, string, void> {
    const pieces: string[] = [];
    for (let at = 0; at < this.length; at += PIECE) {
      const piece = this.units.subarray(at, Math.min(at + PIECE, this.length));
      // Takes any list of numbers; the declaration knows only arrays.
      pieces.push(String.fromCharCode.apply(null, piece as unknown as number[]));
      if (pieces.length % 32 === 0) yield;
    }
    return pieces.length === 1 ? pieces[0]! : pieces.join('');
  }
}

/** As many arguments as every engine takes in one call. */
const PIECE = 8192;

/** Normalises `printed` in slices; the generator returns the result. Linear in the length of `printed`. */
export function* normaliseInSlices(printed: string): Generator<void, Normalised, void> {
  const builder = new Builder(printed.length);
  const rules = printed.matchAll(PAGE_RULE);
  let rule = rules.next();
  let pause = SLICE;
  for (let at = 0; at < printed.length; at++) {
    if (!rule.done && at === rule.value.index) {
      at += rule.value[0].length - 1;
      rule = rules.next();
      continue;
    }
    if (at > pause) {
      pause = at + SLICE;
      yield;
    }
    const code = printed.charCodeAt(at);
    const folded = foldTable[code] || learn(code);
    if (folded > SEVERAL) {
      if (isHighSurrogate(code)) at += pushPair(builder, printed, at);
      else builder.push(folded, at);
    } else if (folded === SEVERAL) {
      const several = foldedToSeveral.get(code)!;
      for (let i = 0; i < several.length; i++) builder.push(several.charCodeAt(i), at);
    }
  }
  yield;
  const starts = builder.starts.subarray(0, builder.length + 1);
  starts[builder.length] = printed.length;
  const text = yield* builder.string();
  return { text, starts, printed };
}

/** Pushes the character that begins with a high surrogate; returns the units it takes beyond the first. */
function pushPair(builder: Builder, printed: string, at: number): number {
  const char = String.fromCodePoint(printed.codePointAt(at)!);
  const folded = foldCodePoint(char);
  for (let i = 0; i < folded.length; i++) builder.push(folded.charCodeAt(i), at);
  return char.length - 1;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/**
 * The normalised text alone, of a short string: no offsets are kept, and a string that is normal already is given back
 * as it is. Quotes and contexts are read by the thousand.
 */
export function fold(printed: string): string {
  const source = DASH.test(printed) ? printed.replace(PAGE_RULE, '') : printed;
  let out = '';
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    const folded = foldTable[code] || learn(code);
    const pair = isHighSurrogate(code);
    if (folded === code && folded > SEVERAL && !pair) continue;
    out += source.slice(from, at);
    if (pair) {
      const char = String.fromCodePoint(source.codePointAt(at)!);
      out += foldCodePoint(char);
      at += char.length - 1;
    } else if (folded === SEVERAL) out += foldedToSeveral.get(code)!;
    else if (folded > SEVERAL) out += String.fromCharCode(folded);
    from = at + 1;
  }
  return from === 0 ? source : out + source.slice(from);
}

/** What a page rule has at least. */
const DASH = /[-–—]/;

/** The same as in slices, at once. */
export function normalise(printed: string): Normalised {
  const work = normaliseInSlices(printed);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** First normalised offset whose character is printed at or after `offset`. */
export function toNormalised({ starts }: Normalised, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The printed span of a normalised one: from its first character to the end of its last, no white space around. */
export function toPrinted({ starts, printed }: Normalised, span: Span): Span {
  const start = starts[Math.min(span.start, starts.length - 1)]!;
  if (span.end <= span.start) return { start, end: start };
  const last = starts[span.end - 1]!;
  const isPair = isHighSurrogate(printed.charCodeAt(last)) && (printed.codePointAt(last) ?? 0) > 0xffff;
  return { start, end: last + (isPair ? 2 : 1) };
}
