import { Pattern } from './likeness';
import { fold } from './normalise';
import type { Landmark, Selector, StructuralSelector, TextPositionSelector, TextQuoteSelector } from './types';

/** What stands on one side of a quote, in normalised characters, and how much of it moves with the quote. */
export interface Context {
  readonly text: string;
  readonly all: Pattern;
  /** The part inside the numbered item the quote stands in; empty when too short to be evidence. */
  readonly item: Pattern;
  /** The part inside the sentence the quote stands in; empty when too short to be evidence. */
  readonly sentence: Pattern;
}

/** A quote selector, read and normalised once. */
export interface Quote {
  /** Without the number of an item it begins with: that changes when another item is put before. */
  readonly exact: string;
  /** So many characters of such a number it began with, which are not looked for; Infinity for a whole number. */
  readonly numbered: number;
  readonly prefix: Context;
  readonly suffix: Context;
  /** `TextQuoteSelector.rival`; null when the selector does not say. */
  readonly rival: number | null;
  /** `TextQuoteSelector.landmark`; null when the selector does not say, or says nothing of use. */
  readonly landmark: Landmark | null;
}

export interface ReadSelectors {
  readonly quote: Quote | null;
  readonly position: TextPositionSelector | null;
  readonly structural: StructuralSelector | null;
}

/** Context beyond this is of no use; a hostile selector may bring megabytes. In printed characters. */
const MAX_CONTEXT = 512;
/** A landmark farther away says nothing; in normalised characters. */
const MAX_DISTANCE = 10_000;
/** A quote longer than this cannot come from a page that is read at all. */
const MAX_QUOTE = 4_000_000;

/**
 * Sorts the selectors by kind and leaves out what is malformed: they come from storage, backups and other programs.
 * The quote is normalised only when asked for, since most annotations are found by position alone.
 */
export function readSelectors(
  selectors: readonly Selector[],
): ReadSelectors & { readonly raw: TextQuoteSelector | null } {
  let raw: TextQuoteSelector | null = null;
  let position: TextPositionSelector | null = null;
  let structural: StructuralSelector | null = null;
  for (const selector of Array.isArray(selectors) ? selectors : []) {
    if (selector?.type === 'TextQuoteSelector' && !raw) raw = isQuote(selector) ? selector : null;
    else if (selector?.type === 'TextPositionSelector' && !position) position = isPosition(selector) ? selector : null;
    else if (selector?.type === 'DutymarkStructuralSelector' && !structural)
      structural = isStructural(selector) ? selector : null;
  }
  let quote: Quote | null | undefined;
  return {
    raw,
    position,
    structural,
    get quote() {
      if (quote === undefined) quote = raw && readQuote(raw);
      return quote;
    },
  };
}

function isQuote(selector: TextQuoteSelector): boolean {
  const { exact, prefix, suffix } = selector;
  return isText(exact) && exact.length <= MAX_QUOTE && isText(prefix ?? '') && isText(suffix ?? '');
}

function isPosition({ start, end }: TextPositionSelector): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
}

function isStructural({ path, offset }: StructuralSelector): boolean {
  return Array.isArray(path) && path.every(isText) && Number.isFinite(offset);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** null when the quote holds no printing character. */
function readQuote(selector: TextQuoteSelector): Quote | null {
  const whole = fold(selector.exact);
  if (whole === '') return null;
  const number = numberOf(selector);
  const core = fold(selector.exact.slice(number.length));
  const numbered = number !== '' && core.length >= MIN_CORE;
  const printed = numbered ? selector.exact.slice(number.length) : selector.exact;
  const prefix = (selector.prefix ?? '').slice(-MAX_CONTEXT) + (numbered ? number : '');
  const suffix = (selector.suffix ?? '').slice(0, MAX_CONTEXT);
  const { rival } = selector;
  return {
    exact: numbered ? core : whole,
    numbered: !numbered
      ? 0
      : LINE_START.test(selector.prefix ?? '')
        ? Number.POSITIVE_INFINITY
        : whole.length - core.length,
    prefix: new PrintedContext(prefix, -1, (start) => after(prefix, printed, start)),
    suffix: new PrintedContext(suffix, 1, (start) => until(suffix, printed, start)),
    rival: typeof rival === 'number' && rival >= 0 && rival <= 1 ? rival : null,
    landmark: isLandmark(selector.landmark) ? selector.landmark : null,
  };
}

/** The item's number that a quote begins with, or what of it stands in the quote; empty when there is none. */
function numberOf({ exact, prefix }: TextQuoteSelector): string {
  const begun = NUMBER_BEGUN.exec((prefix ?? '').slice(-24))?.[1];
  if (begun === undefined) return '';
  const number = ITEM_NUMBER.exec(begun + exact.slice(0, 24))?.[0] ?? '';
  return number.length > begun.length ? number.slice(begun.length) : '';
}

function isLandmark(landmark: unknown): landmark is Landmark {
  const { text, distance } = (landmark ?? {}) as Partial<Landmark>;
  return (
    isText(text) &&
    text.length >= MIN_ITEM &&
    text.length <= 32 &&
    Number.isFinite(distance) &&
    distance! >= 0 &&
    distance! <= MAX_DISTANCE
  );
}

/** What must be left of a quote without its number. */
const MIN_CORE = 1;
/** Parts of an item or a sentence shorter than this could stand anywhere. */
const MIN_ITEM = 8;
const MIN_SENTENCE = 3;

/** A context out of its printed form; the parts are made when asked for, since few quotes come to need them. */
class PrintedContext implements Context {
  readonly text: string;
  readonly all: Pattern;
  private madeItem: Pattern | undefined;
  private madeSentence: Pattern | undefined;

  constructor(
    printed: string,
    private readonly direction: -1 | 1,
    private readonly within: (start: RegExp) => string,
  ) {
    this.text = fold(printed);
    this.all = new Pattern(this.text, direction);
  }

  get item() {
    this.madeItem ??= this.part(ITEM_START, MIN_ITEM);
    return this.madeItem;
  }

  get sentence() {
    this.madeSentence ??= this.part(SENTENCE_START, MIN_SENTENCE);
    return this.madeSentence;
  }

  private part(start: RegExp, atLeast: number): Pattern {
    const part = fold(this.within(start));
    return new Pattern(part.length < atLeast ? '' : part, this.direction);
  }
}

/**
 * Where one sentence ends and the next begins: after a full stop, or before a line that opens with a number or a label.
 * A bare line end says nothing, because text out of a PDF breaks anywhere.
 */
const SENTENCE_START =
  /[。！？；!?;]|\n(?=[ \t\u3000]{0,8}(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第.{1,4}条|.{2,8}[：:]))/g;
const ITEM_START = /\n(?=[ \t\u3000]{0,8}(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第.{1,4}条))/g;
/** The number an item opens with is no evidence. */
const ITEM_NUMBER = /^\s*[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]/;

const LINE_START = /(?:^|\n)[ \t\u3000]{0,8}$/;
/** The start of a line, and what of a number may stand in it already. */
const NUMBER_BEGUN = /(?:^|\n)[ \t\u3000]{0,8}([（(]?[一二三四五六七八九十百\d]{0,4})$/;

/** What of `prefix` stands after its last boundary; the quote itself may hold the number that makes a line end one. */
function after(prefix: string, exact: string, boundary: RegExp): string {
  let from = 0;
  for (const { index } of `${prefix}${exact.slice(0, 20)}`.matchAll(boundary))
    if (index < prefix.length) from = index + 1;
  return prefix.slice(from).replace(ITEM_NUMBER, '');
}

/** What of `suffix` stands before its first boundary, the full stop included; nothing when the quote ends with one. */
function until(suffix: string, exact: string, boundary: RegExp): string {
  if (boundary === SENTENCE_START && /[。！？；!?;]\s*$/.test(exact.slice(-16))) return '';
  const end = suffix.search(boundary);
  return end < 0 ? suffix : suffix.slice(0, end + 1);
}

const NUMBER_BEFORE = /[([]?[一二三四五六七八九十百\d]{1,4}[)、,.]$/;

/** Where an item's number begins that stands, normalised, right before `start`; `start` itself when none does. */
export function numberBefore(text: string, start: number): number {
  return start - (NUMBER_BEFORE.exec(text.slice(Math.max(0, start - 7), start))?.[0].length ?? 0);
}
