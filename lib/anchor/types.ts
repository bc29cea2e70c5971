import type { Span } from '../text/types';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /**
   * An extension of the W3C model: how alike (0 to 1) the most similar other passage of the text was when the quote was
   * taken. Tells a stock phrase from its twins when one of them is deleted.
   */
  readonly rival?: number;
  /** Another extension: what the numbered item around the quote opens with. Tells twins in different items apart. */
  readonly landmark?: Landmark;
}

/** Words that stand before a passage and are known better than it. */
export interface Landmark {
  /** Normalised: without white space, in one width. */
  readonly text: string;
  /** From the start of these words to the start of the passage, in normalised characters. */
  readonly distance: number;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector, in offsets of `LinearText.text`. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Where in the document's own structure the passage stands; an extension of the W3C model. */
export interface StructuralSelector {
  readonly type: 'DutymarkStructuralSelector';
  readonly docNumber: string | null;
  readonly path: readonly string[];
  readonly number: string | null;
  readonly part: number | null;
  /** Distance of the passage from the start of the measure, in characters that are no white space. */
  readonly offset: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector | StructuralSelector;

/**
 * exact: the quote stands where it stood or only once. structural: found in its measure. fuzzy: found by likeness,
 * through the gate. review: a candidate that a person must confirm. orphan: not found.
 */
export type AnchorMethod = 'exact' | 'structural' | 'fuzzy' | 'review' | 'orphan';

export interface Resolution {
  readonly method: AnchorMethod;
  /** null for an orphan; for `review` the candidate, which is not painted as if it were sure. */
  readonly span: Span | null;
  /** 0 to 1. */
  readonly score: number;
  /** The reader has let the passage go: it is kept with its quote and looked for no more. */
  readonly letGo?: boolean | undefined;
}
