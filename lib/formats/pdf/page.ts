import type { PDFPageProxy } from 'pdfjs-dist';
import { apply, compose, type Matrix } from '../geometry';
import { fold } from '../layout/fold';
import { linesOf, piecesOf, wideGaps } from '../layout/lines';
import type { RawItem, RawPage } from '../layout/types';
import type { PdfEngine } from './engine';
import { pageRules } from './rules';

interface TurnedItem extends RawItem {
  /** Quarter turns of the text against the page, 0 to 3; -1 for any other angle. */
  readonly turn: number;
}

/**
 * Text and rules of a page. Rules cost pdf.js as much as drawing the page, so they are asked for only where text stands
 * apart on the lines, as in a table, or where the page before had one.
 */
export async function readPage(
  page: PDFPageProxy,
  pdfjs: PdfEngine,
  afterTable: boolean,
): Promise<RawPage & { readonly table: boolean }> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const content = await page.getTextContent({ disableNormalization: true });
  const turned: TurnedItem[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    turned.push(placed(item, compose(view, item.transform as unknown as Matrix)));
  }
  const turn = mainTurn(turned);
  const [right, size] = upright(turn, viewport.width, viewport.height);
  const items = turned.filter((item) => item.turn === turn).map((item) => moved(item, right));
  const table = items.length > 0 && (afterTable || standsApart(items));
  const rules = table ? await pageRules(page, pdfjs, compose(right, view)) : [];
  // Text that runs down the page (1) comes upright by three quarters clockwise, and so on.
  return { ...size, number: page.pageNumber, turn: (4 - turn) % 4, items, rules, table };
}

function placed(item: { str: string; width: number; height: number }, matrix: Matrix): TurnedItem {
  const size = Math.hypot(matrix[2], matrix[3]) || item.height;
  const angle = (Math.atan2(matrix[1], matrix[0]) * 2) / Math.PI;
  const turn = Math.abs(angle - Math.round(angle)) < 0.1 ? (Math.round(angle) + 4) % 4 : -1;
  return { text: fold(item.str), x: matrix[4], y: matrix[5], width: item.width, size, turn };
}

/** The way most text runs: wide tables are printed sideways. Text at other angles is a watermark or a stamp. */
function mainTurn(items: readonly TurnedItem[]): number {
  const ink = [0, 0, 0, 0];
  for (const item of items) if (item.turn >= 0) ink[item.turn]! += item.text.length;
  return ink.indexOf(Math.max(...ink));
}

/** Turns a sideways page upright. Text at turn 1 runs down the page, at 3 up. */
function upright(turn: number, width: number, height: number): [Matrix, { width: number; height: number }] {
  if (turn === 1) return [[0, -1, 1, 0, 0, width], { width: height, height: width }];
  if (turn === 2) return [[-1, 0, 0, -1, width, height], { width, height }];
  if (turn === 3) return [[0, 1, -1, 0, height, 0], { width: height, height: width }];
  return [[1, 0, 0, 1, 0, 0], { width, height }];
}

function moved({ text, x, y, width, size }: TurnedItem, matrix: Matrix): RawItem {
  const [newX, newY] = apply(matrix, x, y);
  return { text, x: newX, y: newY, width, size };
}

/** Two lines with a wide gap inside are enough to look for a table, one on a page of few lines. */
function standsApart(items: readonly RawItem[]): boolean {
  const lines = linesOf(piecesOf(items));
  const apart = lines.reduce((sum, line) => sum + wideGaps(line, 1), 0);
  return apart >= 2 || (apart === 1 && lines.length <= 7);
}
