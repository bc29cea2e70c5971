import type { ReadPage } from '../ocr/types';

/**
 * What can go wrong with a file, as a code that every surface words in its own language (`errors.*` in the locales).
 *
 * - unsupported: no format of ours has this extension.
 * - archive: several files packed into one; to be unpacked first.
 * - too-large: over `maxBytes`, or over what we are willing to hold once unpacked.
 * - too-many-pixels: a picture that would fill the memory of the machine.
 * - broken-picture: a picture that cannot be decoded.
 * - empty: nothing that can be read stands in it.
 * - empty-folder: nothing in it is a file that is read.
 * - damaged: the file is not what its extension says, or is broken inside, and nothing could be saved from it.
 * - truncated: cut off, and nothing could be saved from it.
 * - encrypted: needs `FormatOptions.password`.
 * - wrong-password: the one given does not open it.
 * - locked: encrypted in a way that we cannot open even with the password; to be saved anew without one.
 * - no-text: a scan, or otherwise pictures and drawn shapes only.
 * - inserted: its text is a file inserted into it, of a kind that we do not read there; to be saved anew.
 * - unreadable-font: its fonts do not say what their signs mean; only the original can be looked at.
 * - dynamic-form: a form whose pages only Adobe's own programs draw; to be printed as PDF there.
 * - old-word, old-excel: binary files that we cannot read; to be saved as .docx or .xlsx.
 */
export type FormatErrorCode =
  | 'unsupported'
  | 'archive'
  | 'too-large'
  | 'too-many-pixels'
  | 'broken-picture'
  | 'empty'
  | 'empty-folder'
  | 'damaged'
  | 'truncated'
  | 'encrypted'
  | 'wrong-password'
  | 'locked'
  | 'no-text'
  | 'inserted'
  | 'unreadable-font'
  | 'dynamic-form'
  | 'old-word'
  | 'old-excel';

/** The only error `openFile` rejects with, apart from the reason of an abort. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    readonly code: FormatErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** What could not be read or was left out on purpose; the rest of the file was read. What, where, how much. */
export interface FormatWarning {
  readonly code: FormatWarningCode;
  /** How often, or which page (from 1), where that says something. */
  readonly count?: number;
  readonly page?: number;
  /** The part of the file, in the file's own words: a sheet, a font. */
  readonly where?: string;
}

/**
 * - truncated: the file ends before its end; what was there has been read.
 * - malformed-part: a part (an XML part, a page) is malformed; read as far as it goes.
 * - pages-without-text: probably scanned; `count` of them.
 * - page-unreadable: `page` could not be read at all.
 * - external-left-out: something outside the file (a template, an image, a linked part) was not loaded.
 * - inserted-left-out: a file inserted into this one (a page, another document) is of a kind that was not read.
 * - objects-left-out: `count` embedded objects (a sheet, a document, a chart) were not read.
 * - pictures-left-out: pictures may hold text that we do not read.
 * - numbering-approximate: numbers of a kind we do not know were printed as plain ones.
 * - numbering-missing: numbers that Word makes by itself stand in no text and could not be read.
 * - fields-left-out: `count` fields stand for a value that was never worked out.
 * - formulas-left-out: `count` cells of the sheet `where` are formulas whose result is not in the file.
 * - attached-left-out: `count` files attached to this one were not read.
 * - changes-accepted: tracked changes were read as accepted.
 * - comments-left-out: `count` comments in the margin or notes pinned to a page were left out.
 * - stamps-left-out: `count` stamps on a page were left out.
 * - notes-left-out: `count` footnotes, heads and the like were left out.
 * - hidden-left-out: text that the author hid was left out.
 * - rows-hidden, columns-hidden, sheets-hidden: `count` of them, hidden or filtered away in `where`, were left out.
 * - seals-not-checked: seals and signatures were neither read nor checked.
 * - watermark-left-out: text across the page or behind it was left out, `where` says which.
 * - turned-aside: `count` pieces of text at a quarter turn, `where` says which, were read after the rest of `page`.
 * - font-unreadable: `count` signs in a font that does not say what they mean were left out.
 * - columns-unsure: `page` may be set in two columns, and was read line by line.
 * - blanks-joined: `count` blank cells below a filled one were taken for part of it, as in a sheet with merged cells.
 * - table-unsure: `count` tables without rules stayed text, for their rows and columns could not be told for sure.
 * - drawing-approximate: vectors and pictures of the original are not drawn.
 * - encoding-mixed: `count` lines are in another encoding than the rest and were read in theirs.
 * - limit-reached: read up to a limit on pages or rows.
 * - recognised: `count` pages were read from their pictures.
 * - names-corrected: `count` names on them were put right by how they are printed elsewhere, `where` says which.
 */
export const formatWarningCodes = [
  'truncated',
  'malformed-part',
  'pages-without-text',
  'page-unreadable',
  'external-left-out',
  'inserted-left-out',
  'objects-left-out',
  'pictures-left-out',
  'numbering-approximate',
  'numbering-missing',
  'fields-left-out',
  'formulas-left-out',
  'attached-left-out',
  'changes-accepted',
  'comments-left-out',
  'stamps-left-out',
  'notes-left-out',
  'hidden-left-out',
  'rows-hidden',
  'columns-hidden',
  'sheets-hidden',
  'seals-not-checked',
  'watermark-left-out',
  'turned-aside',
  'font-unreadable',
  'columns-unsure',
  'blanks-joined',
  'table-unsure',
  'drawing-approximate',
  'encoding-mixed',
  'limit-reached',
  'recognised',
  'names-corrected',
] as const;

export type FormatWarningCode = (typeof formatWarningCodes)[number];

/** A local file as a document that can be shown. */
export interface LocalDocument {
  /** As the file is called. */
  readonly name: string;
  /** Name of the format: html, txt, docx, pdf … */
  readonly format: string;
  /** What the file says its title is; null when it does not say. */
  readonly title: string | null;
  /**
   * Content of an article: clean of scripts, styles and everything that would load from elsewhere. Automatic numbers are
   * text; a table of contents is a `<nav>`.
   */
  readonly html: string;
  /** `<meta name content>` of a page, names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  readonly warnings?: readonly FormatWarning[];
  /** Fixed-layout files only (pdf, ofd), when `FormatOptions.pages` asks for them. */
  readonly pages?: readonly FixedPage[];
  /** Numbers of the pages whose text could only be had from their pictures, and was not: the others were read. */
  readonly scans?: readonly number[];
  /** What was read from pictures, in the order of the text. */
  readonly recognised?: readonly RecognisedInk[];
}

/** A piece of the text that was read from a picture. */
export interface RecognisedInk {
  /** Printed characters before it, counted as in `FixedItem.ink`, and how many it has. */
  readonly ink: number;
  readonly length: number;
  /** 0 to 1. */
  readonly certainty: number;
}

/** What was read on pictures of pages, by the number of the page in its file. */
export type Recognised = ReadonlyMap<number, ReadPage>;

/** One page of a fixed layout, to draw the original beside the reflowed text. Units: points (1/72 inch), y downwards. */
export interface FixedPage {
  /** Its number in the file, from 1; a page that could not be read is missing. */
  readonly number: number;
  /** Quarter turns, clockwise, that set the page's text upright: width, height and places are those of the page so turned. */
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly FixedItem[];
  /** Drawn straight lines, those of tables above all. */
  readonly rules: readonly FixedRule[];
  /** Where the page is set from its geometry. */
  readonly pictures?: readonly FixedPicture[];
  /** Its text was read from its picture, which is what is seen; the text on it leans by `skew`, in radians, clockwise. */
  readonly scan?: { readonly skew: number };
}

/** A run of text at a place. `x`, `y` is the left end of its base line. */
export interface FixedItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /**
   * Where the run went in the reflowed HTML, counted in characters that are not white space from the start of its text;
   * the run's own characters that are not white space follow one by one. Null for what the reflow leaves out (page
   * numbers, running heads). This ties a span of the `LinearText` to places on the page without a second text.
   */
  readonly ink: number | null;
  /** How surely it was read from a picture, 0 to 1; absent for what is text in its file. */
  readonly certainty?: number;
  /** How it is set, where the page is set from its geometry: for pages drawn from the file itself it is unknown. */
  readonly colour?: string;
  readonly family?: FixedFamily;
  readonly bold?: boolean;
}

/** 宋体, 黑体, 楷体, 仿宋. */
export type FixedFamily = 'song' | 'hei' | 'kai' | 'fang';

/** A picture on a page; `x`, `y` is its upper left corner. */
export interface FixedPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Blob;
  /** Quarter turns, clockwise, by which it is turned about its middle before it is fitted into its place. */
  readonly turn?: number;
}

export interface FixedRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** As CSS has it; absent for black and where it is not known. */
  readonly colour?: string;
}

export interface FormatOptions {
  /** Fraction done, 0 to 1, never falling. */
  onProgress?(fraction: number): void;
  /** Stops the work at the next page or part; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** For a file that asked for one. */
  password?: string;
  /**
   * Also give `pages`, from which the original is drawn. Costs memory; off unless asked for. An OFD of pictures only then
   * comes with empty `html` instead of failing with `no-text`: there is something to look at.
   */
  pages?: boolean;
  /** Pages of pictures whose text was read from them: they are taken as pages of text. */
  recognised?: Recognised;
}

/** One kind of file. */
export interface Format {
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** For a file dialog. */
  readonly types: readonly string[];
  /** @throws FormatError, or the abort reason. */
  open(bytes: Uint8Array, name: string, options?: FormatOptions): Promise<LocalDocument>;
}
