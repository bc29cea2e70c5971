/**
 * The one coordinate system. Every span anywhere in Dutymark (a measure, a unit, a deadline, an annotation) is a pair
 * of offsets into `LinearText.text`, in UTF-16 code units, half open.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a block stands in a table. Rows and columns count from 0; a cell covers `rowSpan` × `columnSpan` places. */
export interface CellPosition {
  /** Number of the table in the text, in document order; a table inside a cell is a table of its own. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** A `<th>`, or a cell of a `<thead>`. */
  readonly header: boolean;
}

/**
 * A run of text that the layout sets apart: a paragraph, a heading, a list item, one paragraph of a table cell, or, in
 * plain text, one non-empty physical line. Blocks are in document order, never overlap and are never empty of
 * printing characters. Its span excludes white space at both ends.
 */
export interface Block extends Span {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell';
  /** 1 to 6 for a heading. */
  readonly level?: number;
  /** The marker of a list item as the browser draws it ("3."): it is seen but stands in no text node. */
  readonly marker?: string;
  readonly cell?: CellPosition;
  readonly align?: 'center' | 'right';
  /** The whole block is set bold. */
  readonly strong?: boolean;
  /** The block stands in a landmark that is seldom document text: nav, header, footer, aside, form, a link list. */
  readonly furniture?: boolean;
}

/** What the page says of itself beside its text. */
export interface PageMeta {
  readonly url: string | null;
  /** `<title>`. */
  readonly title: string | null;
  /** `<meta name content>`, names in lower case (articletitle, pubdate, contentsource, sitename …). */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A document as one string.
 *
 * `text` holds what is printed, character for character: of a DOM, the data of every visible text node verbatim (line
 * feeds and tabs of the source folded to spaces one for one, unless the style preserves them); of a plain file, the
 * decoded file as it is. Between two blocks stands at least one `\n`; a `<br>` is one `\n` inside its block. These
 * separators belong to no node.
 *
 * `origin` tells what a line end is worth: in `plain` text a sentence may run on over line ends, blank lines and page
 * rules (`---`); in `dom` text a block usually is a paragraph, but pages pasted from a PDF break there too.
 */
export interface LinearText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly origin: 'dom' | 'plain';
  readonly meta: PageMeta;
}

/** A linear text read from a live DOM: offsets and places in nodes convert both ways by binary search. */
export interface DomText extends LinearText {
  readonly origin: 'dom';
  readonly root: Node;
  /** The DOM range that covers a span, trimmed to text nodes; null when the span covers no character of a node. */
  rangeOf(span: Span): Range | null;
  /** Offset of a place in a node (as in a Selection); a place outside the indexed text snaps to the next character. */
  offsetOf(node: Node, offset: number): number | null;
  /** The text-node slices a span covers, in order; what painters and tests need. */
  slicesOf(span: Span): { node: Text; start: number; end: number }[];
  /** The same in the nodes as they were read, also while a painter has them split. */
  ownSlicesOf(span: Span): { node: Text; start: number; end: number }[];
  /**
   * A painter that splits an indexed text node says so, and places stay right: `pieces` are the nodes that now hold its
   * data, in order, the node itself first. The node alone undoes it.
   */
  split(node: Text, pieces: readonly Text[]): void;
}
