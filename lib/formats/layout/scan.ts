import type { RawItem, RawPage } from './types';

/** What remains of a stamp when what returns on other pages and stands at the edges is taken away. */
const REST = 12;
/** Nor are so many on so few lines the text of a page. */
const STAMP = { ink: 40, lines: 3 };
/** A picture of the page covers this share of it. */
export const COVER = 0.6;

/** A page with fewer printed signs may be a picture with a stamp on it, whatever the figures in that say. */
const FEW = 80;

/** Pages with hardly any text of their own; those without any text are counted as blank anyway. */
export function suspectPages(pages: readonly RawPage[]): number[] {
  const inks = pages.map(({ items }) => items.reduce((sum, { text }) => sum + inkOf(text), 0));
  const poor = [...pages.keys()].filter((index) => inks[index]! > 0 && inks[index]! < FEW);
  const times = new Map<string, number>();
  for (const index of poor)
    for (const key of new Set(pages[index]!.items.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  const isOwn = (item: RawItem, index: number): boolean =>
    inks[index]! < FEW ? times.get(keyOf(item))! < 2 : !returns(item, [pages[index - 1], pages[index + 1]]);
  return [...pages.keys()].filter((index) => inks[index]! > 0 && isStamp(pages[index]!, (item) => isOwn(item, index)));
}

/** Hardly any text away from the edges, as far as it matters. */
function isStamp({ items, height }: RawPage, isOwn: (item: RawItem) => boolean): boolean {
  const lines = new Set<number>();
  let sum = 0;
  for (const item of items) {
    const ink = inkOf(item.text);
    if (ink === 0 || item.y <= height * 0.1 || item.y >= height * 0.92 || !isOwn(item)) continue;
    sum += ink;
    lines.add(Math.round(item.y / 6));
    if (sum > REST && (sum > STAMP.ink || lines.size > STAMP.lines)) return false;
  }
  return true;
}

/** Whether a page beside it has the very same words at the same height. */
const returns = ({ text, y }: RawItem, others: readonly (RawPage | undefined)[]): boolean =>
  others.some((page) => page?.items.some((other) => other.text === text && Math.abs(other.y - y) < 6));

const inkOf = (text: string): number => text.replace(/\s+/g, '').length;
const keyOf = ({ text, y }: RawItem): string => `${text.replace(/\d+/g, '#').replace(/\s+/g, '')}/${Math.round(y / 6)}`;
