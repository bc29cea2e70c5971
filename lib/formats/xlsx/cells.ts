import { child, childrenOf, descendants, textOf, type XmlElement } from '../xml';
import { dateFormats, dateText } from './dates';

/** Strings of the workbook, each cell naming its own by number. Phonetic guides are no text. */
export function sharedStrings(root: XmlElement | null): string[] {
  return childrenOf(root, 'si').map(richText);
}

function richText(item: XmlElement): string {
  const runs = childrenOf(item, 'r');
  if (runs.length === 0) return textOf(child(item, 't'));
  return runs.map((run) => textOf(child(run, 't'))).join('');
}

/** For each cell style, whether it shows a date. */
export function dateStyles(root: XmlElement | null): boolean[] {
  const formats = dateFormats(descendants(root, 'numFmt'));
  return childrenOf(child(root, 'cellXfs'), 'xf').map((style) => formats(Number(style.attributes.numFmtId ?? 0)));
}

export interface Workbook {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  /** Days count from 1904 rather than from 1900. */
  readonly from1904: boolean;
}

/** A cell as it shows, near enough: numbers bare, dates as 2024-06-30, formulas by their last result. */
export function cellText(cell: XmlElement, book: Workbook): string {
  const value = textOf(child(cell, 'v'));
  switch (cell.attributes.t) {
    case 's':
      return book.strings[Number(value)] ?? '';
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline ? richText(inline) : '';
    }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'str':
    case 'd':
      return value;
    default: {
      const number = Number(value);
      if (value === '' || !Number.isFinite(number)) return value;
      if (book.dates[Number(cell.attributes.s ?? -1)]) return dateText(number, book.from1904) ?? value;
      // 0.1 + 0.2 as it is stored: a spreadsheet shows fifteen digits at most.
      return String(Number(number.toPrecision(15)));
    }
  }
}

/** "BC12" → column 54, row 11, both from 0; null for what is no reference. */
export function place(reference: string | undefined): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) - 1 };
}
