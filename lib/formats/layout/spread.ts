import type { FixedPage } from '../types';
import { isPageNumber } from './furniture';
import { linesOf, piecesOf } from './lines';
import type { Line, RawItem, RawPage } from './types';

/** A page that was one of two on a sheet: how far right of the sheet's edge it begins. */
export interface HalfPage extends RawPage {
  readonly offset?: number;
}

/** Two pages side by side are wider than high: A3 lying is 1.41, books are a little more or less. */
const WIDEST = 1.8;
const NARROWEST = 1.15;
/** Where their inner margins may be, and how much of the sheet those take at the least. */
const FROM = 0.4;
const TO = 0.6;
const MARGIN = 0.045;
/** Lines of so many signs are running text; of so many lines a page is one. */
const LONG = 12;
const FEWEST = 3;

/**
 * The two pages on a sheet that was laid open on the scanner or printed so; the sheet itself where it is one page. A double page is wider
 * than high, nothing on it crosses the margins in its middle, and its halves have a page number each, or running text or a
 * table each.
 */
export function halved(page: RawPage): HalfPage[] {
  const { width, height, items, rules } = page;
  if (width < NARROWEST * height || width > WIDEST * height) return [page];
  const middle = marginOf(page);
  if (middle === null) return [page];
  const left: HalfPage = {
    ...page,
    width: middle,
    items: items.filter(({ x }) => x < middle),
    rules: rules.filter(({ x1 }) => x1 < middle),
  };
  const right: HalfPage = {
    ...page,
    width: width - middle,
    offset: middle,
    items: items.filter(({ x }) => x >= middle).map((item) => ({ ...item, x: item.x - middle })),
    rules: rules
      .filter(({ x1 }) => x1 >= middle)
      .map((rule) => ({ ...rule, x1: rule.x1 - middle, x2: rule.x2 - middle })),
  };
  const halves = [left, right].map((half) => ({ half, lines: linesOf(piecesOf(half.items)) }));
  // Text that a program set may be a wide table or two columns, which are read as such; a table and text on both sides are neither.
  const full = page.scan ? halves.every(isFull) : halves.every((half) => hasTable(half) && hasText(half));
  const isDouble = full || halves.every(({ lines }) => isNumbered(lines, height));
  return isDouble ? [left, right] : [page];
}

/** The middle of the white that parts the halves; null where there is none. */
function marginOf({ width, items, rules }: RawPage): number | null {
  const spans = [
    ...items.map((item: RawItem) => [item.x, item.x + item.width] as const),
    ...rules.map(({ x1, x2 }) => [Math.min(x1, x2), Math.max(x1, x2)] as const),
  ].sort((a, b) => a[0] - b[0]);
  let best: [number, number] | null = null;
  let end = spans[0]?.[1] ?? width;
  for (const [x0, x1] of spans) {
    const middle = (x0 + end) / 2 / width;
    const wide = x0 - end;
    if (wide >= MARGIN * width && middle > FROM && middle < TO && (!best || wide > best[1] - best[0])) best = [end, x0];
    end = Math.max(end, x1);
  }
  return best && (best[0] + best[1]) / 2;
}

const isNumbered = (lines: readonly Line[], height: number): boolean => {
  const last = lines.at(-1);
  return last !== undefined && lines.length > 1 && isPageNumber(last, height);
};

interface Half {
  readonly half: HalfPage;
  readonly lines: readonly Line[];
}

const hasTable = ({ half }: Half): boolean => half.rules.length >= 4;
const hasText = ({ lines }: Half): boolean => lines.filter(({ text }) => text.length >= LONG).length >= FEWEST;
const isFull = (half: Half): boolean => hasTable(half) || hasText(half);

/** Sheets again, from the pages on them: what stands on a right half goes back to its place. */
export function whole(
  pages: readonly FixedPage[],
  halves: readonly HalfPage[],
  sheets: readonly RawPage[],
): FixedPage[] {
  const found: FixedPage[] = [];
  for (const [at, page] of pages.entries()) {
    const { offset } = halves[at]!;
    if (offset === undefined) found.push(page);
    else {
      const { width, rules } = sheets[found.length - 1]!;
      const left = found.pop()!;
      const items = page.items.map((item) => ({ ...item, x: item.x + offset }));
      found.push({ ...left, width, rules, items: [...left.items, ...items] });
    }
  }
  return found;
}
