import { child, childrenOf, descendants, textOf, type XmlElement } from '../xml';
import { formatCode, numberText } from './numbers';
import { cellTextShown } from './texts';

/** Signs that XML cannot hold are written by their numbers, and what looks like that with its first sign so ("_x005F_x000D_"). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Strings of the workbook, each cell naming its own by number. Phonetic guides are no text. */
export function sharedStrings(root: XmlElement | null): string[] {
  return childrenOf(root, 'si').map(richText);
}

function richText(item: XmlElement): string {
  const runs = childrenOf(item, 'r');
  if (runs.length === 0) return unescaped(textOf(child(item, 't')));
  return runs.map((run) => unescaped(textOf(child(run, 't')))).join('');
}

/** For each cell style the code of its number format; null for the general one. */
export function styleFormats(root: XmlElement | null): (string | null)[] {
  const own = new Map(
    descendants(root, 'numFmt').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']),
  );
  return childrenOf(child(root, 'cellXfs'), 'xf').map((style) =>
    formatCode(Number(style.attributes.numFmtId ?? 0), own),
  );
}

export interface Workbook {
  readonly strings: readonly string[];
  /** Format codes by cell style. */
  readonly formats: readonly (string | null)[];
  /** Days count from 1904 rather than from 1900. */
  readonly from1904: boolean;
}

/** A cell as it shows; dates as 2024-06-30, formulas by their last result. */
export function cellText(cell: XmlElement, book: Workbook): string {
  const value = textOf(child(cell, 'v'));
  const code = book.formats[Number(cell.attributes.s ?? 0)] ?? null;
  switch (cell.attributes.t) {
    case 's':
      return cellTextShown(book.strings[Number(value)] ?? '', code);
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline ? cellTextShown(richText(inline), code) : '';
    }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'str':
      return cellTextShown(unescaped(value), code);
    case 'd':
      return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    default: {
      const number = Number(value);
      if (value === '' || !Number.isFinite(number)) return value;
      return numberText(number, code, book.from1904);
    }
  }
}

/**
 * Why a cell without text has none: its formula's result is not in the file, for the program that wrote it does not reckon or found
 * nothing (#N/A, #REF!); or its number format shows nothing of what it holds (;;;).
 */
export function missingIn(cell: XmlElement, book: Workbook): 'result' | 'shown' | null {
  if (cell.attributes.t === 'e') return 'result';
  const value = textOf(child(cell, 'v')).trim();
  if (child(cell, 'f') !== undefined && value === '' && cell.attributes.t !== 'str') return 'result';
  const code = book.formats[Number(cell.attributes.s ?? 0)] ?? '';
  const inline = child(cell, 'is');
  const held = cell.attributes.t === 's' ? (book.strings[Number(value)] ?? '') : inline ? richText(inline) : value;
  return code.includes(';') && held.trim() !== '' ? 'shown' : null;
}

/** "BC12" → column 54, row 11, both from 0; null for what is no reference. */
export function place(reference: string | undefined): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) - 1 };
}
