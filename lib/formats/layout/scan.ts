import type { RawItem, RawPage } from './types';

/** What remains of a stamp when what returns on other pages and stands at the edges is taken away. */
const REST = 12;
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
  return [...pages.keys()].filter(
    (index) => inks[index]! > 0 && ownInk(pages[index]!, (item) => isOwn(item, index)) <= REST,
  );
}

/** Away from the edges, as far as it matters. */
function ownInk({ items, height }: RawPage, isOwn: (item: RawItem) => boolean): number {
  let sum = 0;
  for (const item of items) {
    if (item.y <= height * 0.1 || item.y >= height * 0.92 || !isOwn(item)) continue;
    sum += inkOf(item.text);
    if (sum > REST) break;
  }
  return sum;
}

/** Whether a page beside it has the very same words at the same height. */
const returns = ({ text, y }: RawItem, others: readonly (RawPage | undefined)[]): boolean =>
  others.some((page) => page?.items.some((other) => other.text === text && Math.abs(other.y - y) < 6));

const inkOf = (text: string): number => text.replace(/\s+/g, '').length;
const keyOf = ({ text, y }: RawItem): string => `${text.replace(/\d+/g, '#').replace(/\s+/g, '')}/${Math.round(y / 6)}`;
