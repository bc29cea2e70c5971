import type { Doubt } from '../../ocr/types';
import type { FixedItem, FixedPage, FixedPicture, FixedRule } from '../types';

/** Text at a place on a page, in points, y downwards; as a reader of a fixed format finds it. */
export interface RawItem extends Pick<FixedItem, 'colour' | 'family' | 'bold' | 'certainty'> {
  /** Folded; may begin or end with blanks. */
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The font it is set in, by a name of the reader's own. */
  readonly font?: string;
  /** It is drawn so lightly that it is meant to be read through; known of some formats only. */
  readonly pale?: boolean;
  /** It stands on a template, on the first page that has it or on another. */
  readonly template?: 'first' | 'again';
  /** The file says that it is no part of the text: page furniture, a watermark; known of some formats only. */
  readonly artifact?: boolean;
}

/** An item that was read from a picture, some signs of it perhaps wrongly. */
export interface DoubtedItem extends RawItem {
  readonly doubts?: readonly Doubt[];
}

export interface RawPage {
  /** As in `FixedPage`. */
  readonly number: number;
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly DoubtedItem[];
  readonly rules: readonly FixedRule[];
  readonly pictures?: readonly FixedPicture[];
  readonly scan?: FixedPage['scan'];
  /** Lines of text at another quarter turn, each as one item about its middle. */
  readonly turned?: readonly RawItem[];
  /** Heads and feet that the file knows as such. */
  readonly running?: readonly RawItem[];
  /** What is printed across the text and is no part of it. */
  readonly crossed?: readonly RawItem[];
}

/** An item without blanks at its ends. `space`: a blank that was printed before it; `typed`: one that parts two Chinese words. */
export interface Piece extends RawItem {
  readonly space: boolean;
  readonly typed?: boolean;
}

/** Pieces on one base line that belong together, left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** What is printed, gaps as blanks. */
  readonly text: string;
}

/** A box of a table, in rows and columns, with the lines in it. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  /** Inner edges, in points. */
  readonly x0: number;
  readonly x1: number;
  lines: Line[];
}

export interface Grid {
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns, left to right, and of the rows, downwards. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: GridCell[];
}
