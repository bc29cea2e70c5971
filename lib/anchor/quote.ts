import { normalise } from './normalise';
import type { Selector, StructuralSelector, TextPositionSelector, TextQuoteSelector } from './types';

/** The selectors of one annotation, read and normalised once. Texts are in normalised characters. */
export interface Quote {
  readonly selector: TextQuoteSelector;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The parts of the context that belong to the sentence the quote stands in. */
  readonly ownPrefix: string;
  readonly ownSuffix: string;
  readonly rival: number | null;
}

export interface ReadSelectors {
  readonly quote: Quote | null;
  readonly position: TextPositionSelector | null;
  readonly structural: StructuralSelector | null;
}

/** Context beyond this is of no use; a hostile selector may bring megabytes. In printed characters. */
const MAX_CONTEXT = 512;
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
  const exact = normalise(selector.exact).text;
  if (exact === '') return null;
  const prefix = (selector.prefix ?? '').slice(-MAX_CONTEXT);
  const suffix = (selector.suffix ?? '').slice(0, MAX_CONTEXT);
  const { rival } = selector;
  return {
    selector,
    exact,
    prefix: normalise(prefix).text,
    suffix: normalise(suffix).text,
    ownPrefix: normalise(ownPrefix(prefix, selector.exact)).text,
    ownSuffix: normalise(ownSuffix(suffix, selector.exact)).text,
    rival: typeof rival === 'number' && rival >= 0 && rival <= 1 ? rival : null,
  };
}

/**
 * Where one sentence ends and the next begins: after a full stop, or before a line that opens with a number or a label.
 * A bare line end says nothing, because text out of a PDF breaks anywhere.
 */
const BOUNDARY =
  /[。！？；!?;]|\n(?=[ \t\u3000]{0,8}(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第.{1,4}条|.{2,8}[：:]))/g;

function ownPrefix(prefix: string, exact: string): string {
  let from = 0;
  for (const end of `${prefix}${exact.slice(0, 20)}`.matchAll(BOUNDARY))
    if (end.index < prefix.length) from = end.index + 1;
  return prefix.slice(from);
}

function ownSuffix(suffix: string, exact: string): string {
  if (/[。！？；!?;]\s*$/.test(exact.slice(-16))) return '';
  const end = suffix.search(BOUNDARY);
  return end < 0 ? suffix : suffix.slice(0, end + 1);
}
