import { likeness, type Pattern } from './likeness';
import type { Context, Quote } from './quote';

/**
 * How alike the text beside a place and the quote's context on that side are, 0 to 1; null where there is no context.
 * The parts are compared when asked for: most places are out of question before.
 */
export interface Side {
  readonly all: number | null;
  readonly item: number | null;
  readonly sentence: number | null;
}

/** A place where a quote may stand, in normalised offsets, with the evidence for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Edits between the quote and the text here. */
  readonly errors: number;
  readonly prefix: Side;
  readonly suffix: Side;
  /** 0 to 1, of quote and contexts together. */
  readonly score: number;
}

/** The share of a quote that may differ (decision 3 of the design). */
export const MAX_ERROR_SHARE = 0.3;

/** What quote and contexts count in the score; a context that belongs to another item says little. */
const QUOTE_WEIGHT = 0.5;
const ITEM_WEIGHT = 0.25;
const OTHER_WEIGHT = 0.08;
/** Of what a context counts, the share of the part inside the quote's own item. */
const ITEM_SHARE = 0.7;

/** Weighs the quote against the text at a place. */
export function weigh(text: string, quote: Quote, start: number, end: number, errors: number): Candidate {
  const prefix = new WeighedSide(text, quote.prefix, start, -1);
  const suffix = new WeighedSide(text, quote.suffix, end, 1);
  const alike = Math.max(0, 1 - errors / quote.exact.length);
  const score = alike * QUOTE_WEIGHT + prefix.value * prefix.weight + suffix.value * suffix.weight;
  return { start, end, errors, prefix, suffix, score: score / (QUOTE_WEIGHT + prefix.weight + suffix.weight) };
}

class WeighedSide implements Side {
  readonly all: number | null;
  readonly weight: number;

  constructor(
    private readonly text: string,
    private readonly context: Context,
    private readonly edge: number,
    private readonly direction: -1 | 1,
  ) {
    this.all = likeness(context.all, text, edge, direction);
    this.weight = this.all === null ? 0 : context.item.length === 0 ? OTHER_WEIGHT : ITEM_WEIGHT;
  }

  /** 0 to 1, for the score: the neighbour's part may change without the passage changing. */
  get value(): number {
    const { item, all } = this;
    return item === null ? (all ?? 0) : item * ITEM_SHARE + (all ?? 0) * (1 - ITEM_SHARE);
  }

  get item() {
    return this.part(this.context.item);
  }

  get sentence() {
    return this.part(this.context.sentence);
  }

  /** Where all of the context is the same, so are its parts. */
  private part(own: Pattern) {
    if (own.length > 0 && (this.all === 1 || own.units === this.context.all.units)) return this.all;
    return likeness(own, this.text, this.edge, this.direction);
  }
}
