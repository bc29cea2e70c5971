import type { PDFPageProxy } from 'pdfjs-dist';
import { compose, type Matrix } from '../geometry';
import { linesOf, piecesOf, wideGaps } from '../layout/lines';
import { quarterOf, setUpright, type TurnedItem } from '../layout/turned';
import type { RawItem, RawPage } from '../layout/types';
import { standsOnText } from '../layout/watermark';
import { type Typed, typedItems } from './annotations';
import { drawnSigns, type Layers } from './drawn';
import type { PdfEngine } from './engine';
import { type Mark, marksOf } from './paleness';
import { pageRules } from './rules';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** A page as it was found; its text as the file has it, to be judged by its fonts. */
export interface PdfPage extends RawPage {
  /** There is text that stands apart on its lines, as in a table. */
  readonly table: boolean;
  /** Notes, stamps and signatures on the page that are no text of it. */
  readonly notes: number;
  readonly stamps: number;
  readonly seals: number;
  /** There is text that is not seen: in a layer that is not shown, white on white, without ink, below a box. */
  readonly hidden: boolean;
}

/**
 * Text and rules of a page, with what was typed onto it. Rules cost pdf.js as much as drawing the page, so they are asked
 * for only where text stands apart on the lines, as in a table, or where the page before had one.
 *
 * @param how `layers`: which are shown, null where all are; `hides`: something in the file says that it may hold hidden text
 */
export async function readPage(
  page: PDFPageProxy,
  pdfjs: PdfEngine,
  {
    afterTable,
    layers,
    hides,
  }: { readonly afterTable: boolean; readonly layers: Layers | null; readonly hides: boolean },
): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const [content, typed] = await Promise.all([
    page.getTextContent({ disableNormalization: true, includeMarkedContent: true }),
    page.getAnnotations().then(
      (notes): Typed => typedItems(notes, view),
      (): Typed => typedItems([], view),
    ),
  ]);
  const found = itemsOf(content, view);
  // Text on text: one of the two may be there to be read through.
  const asked = layers !== null || hides || standsOnText(found);
  const marked = asked ? marksOf(found, await drawnSigns(page, pdfjs, layers, view)) : found;
  const drawn = seenOf(marked.filter(({ away }) => !away));
  const { matrix, ...upright } = setUpright([...drawn, ...typed.items], viewport.width, viewport.height);
  const table = upright.items.length > 0 && (afterTable || standsApart(upright.items));
  const rules = table ? await pageRules(page, pdfjs, compose(matrix, view)) : [];
  return { ...upright, number: page.pageNumber, rules, table, ...typed.said, hidden: marked.length > drawn.length };
}

/** Smaller than this, in points, nobody reads anything. */
const SPECK = 1;
/** Of a page of which more than this would not be seen, it is not understood how it is drawn. */
const MOST_UNSEEN = 0.4;

/** What is seen of a page's text. */
function seenOf(items: (TurnedItem & Mark)[]): (TurnedItem & Mark)[] {
  const seen = items.filter((item) => !item.unseen && item.size >= SPECK);
  return inkOf(items) - inkOf(seen) > MOST_UNSEEN * inkOf(items) ? items : seen;
}

const inkOf = (items: readonly TurnedItem[]): number =>
  items.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);

/** What pdf.js finds; between its items it says where content begins and ends that the file marks as no part of the text. */
function itemsOf({ items, styles }: TextContent, view: Matrix): (TurnedItem & Mark)[] {
  const found: TurnedItem[] = [];
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (item.str === '') continue;
      const matrix = compose(view, item.transform as unknown as Matrix);
      const own = styles[item.fontName]?.vertical ? runningDown(item, matrix) : placed(item, matrix);
      found.push(open.includes(true) ? { ...own, artifact: true } : own);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { tag?: string }).tag === 'Artifact');
  }
  return found;
}

type Item = { str: string; width: number; height: number; fontName: string };

function placed(item: Item, matrix: Matrix): TurnedItem {
  const size = Math.hypot(matrix[2], matrix[3]) || item.height;
  const turn = quarterOf(Math.atan2(matrix[1], matrix[0]));
  return { text: item.str, x: matrix[4], y: matrix[5], width: item.width, size, turn, font: item.fontName };
}

/** Signs of a font that runs down the page stand below each other, centred on their place: a run at a quarter turn. */
function runningDown(item: Item, matrix: Matrix): TurnedItem {
  const size = Math.hypot(matrix[0], matrix[1]) || item.width;
  const turn = quarterOf(Math.atan2(-matrix[3], -matrix[2]));
  const [x, y] = [matrix[4] - 0.38 * size, matrix[5]];
  return { text: item.str, x, y, width: item.height, size, turn, font: item.fontName };
}

/** Two lines with a wide gap inside are enough to look for a table, one on a page of few lines. */
function standsApart(items: readonly RawItem[]): boolean {
  if (eachOnItsOwn(items)) return false;
  const lines = linesOf(piecesOf(items));
  const apart = lines.reduce((sum, line) => sum + wideGaps(line, 1), 0);
  return apart >= 2 || (apart === 1 && lines.length <= 7);
}

/** No two items at one height and no white inside one: so are most pages of text, and building their lines costs much more. */
function eachOnItsOwn(items: readonly RawItem[]): boolean {
  if (items.some(({ text }) => /\s[\s\u3000]|\u3000/.test(text.trim()))) return false;
  const heights = items.flatMap(({ text, y }) => (/\S/.test(text) ? [y] : [])).sort((a, b) => a - b);
  const least = 0.4 * items.reduce((size, item) => Math.max(size, item.size), 0);
  return heights.every((y, index) => index === 0 || y - heights[index - 1]! >= least);
}
