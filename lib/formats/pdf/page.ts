import type { PDFPageProxy } from 'pdfjs-dist';
import { compose, type Matrix } from '../geometry';
import { linesOf, piecesOf, wideGaps } from '../layout/lines';
import { quarterOf, setUpright, type TurnedItem } from '../layout/turned';
import type { RawItem, RawPage } from '../layout/types';
import { standsOnText } from '../layout/watermark';
import { type Typed, typedItems } from './annotations';
import type { PdfEngine } from './engine';
import { markPale, paleSigns } from './paleness';
import { pageRules } from './rules';

/** A page as it was found; its text as the file has it, to be judged by its fonts. */
export interface PdfPage extends RawPage {
  /** There is text that stands apart on its lines, as in a table. */
  readonly table: boolean;
  /** Notes on the page that are no text of it. */
  readonly notes: number;
}

/**
 * Text and rules of a page, with what was typed onto it. Rules cost pdf.js as much as drawing the page, so they are asked
 * for only where text stands apart on the lines, as in a table, or where the page before had one.
 */
export async function readPage(page: PDFPageProxy, pdfjs: PdfEngine, afterTable: boolean): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const [content, typed] = await Promise.all([
    page.getTextContent({ disableNormalization: true }),
    page.getAnnotations().then(
      (notes): Typed => typedItems(notes, view),
      (): Typed => ({ items: [], notes: 0 }),
    ),
  ]);
  const found: TurnedItem[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    found.push(placed(item, compose(view, item.transform as unknown as Matrix)));
  }
  // Text on text: one of the two may be there to be read through.
  const drawn = standsOnText(found) ? markPale(found, await paleSigns(page, pdfjs)) : found;
  const { matrix, ...upright } = setUpright([...drawn, ...typed.items], viewport.width, viewport.height);
  const table = upright.items.length > 0 && (afterTable || standsApart(upright.items));
  const rules = table ? await pageRules(page, pdfjs, compose(matrix, view)) : [];
  return { ...upright, number: page.pageNumber, rules, table, notes: typed.notes };
}

function placed(item: { str: string; width: number; height: number; fontName: string }, matrix: Matrix): TurnedItem {
  const size = Math.hypot(matrix[2], matrix[3]) || item.height;
  const turn = quarterOf(Math.atan2(matrix[1], matrix[0]));
  return { text: item.str, x: matrix[4], y: matrix[5], width: item.width, size, turn, font: item.fontName };
}

/** Two lines with a wide gap inside are enough to look for a table, one on a page of few lines. */
function standsApart(items: readonly RawItem[]): boolean {
  const lines = linesOf(piecesOf(items));
  const apart = lines.reduce((sum, line) => sum + wideGaps(line, 1), 0);
  return apart >= 2 || (apart === 1 && lines.length <= 7);
}
