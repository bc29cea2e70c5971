import type { RawItem, RawPage } from './types';

/** A page with fewer printed signs may be a picture with a stamp on it. */
const FEW = 80;
/** What remains of a stamp when what returns on other pages and stands at the edges is taken away. */
const REST = 12;
/** A picture of the page covers this share of it. */
export const COVER = 0.6;

/** Pages with hardly any text of their own; those without any text are counted as blank anyway. */
export function suspectPages(pages: readonly RawPage[]): number[] {
  const inks = pages.map(({ items }) => items.reduce((sum, { text }) => sum + inkOf(text), 0));
  const poor = [...pages.keys()].filter((index) => inks[index]! > 0 && inks[index]! < FEW);
  if (poor.length === 0) return [];
  const times = new Map<string, number>();
  for (const index of poor)
    for (const key of new Set(pages[index]!.items.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  return poor.filter((index) => {
    const { items, height } = pages[index]!;
    const own = items.filter((item) => times.get(keyOf(item))! < 2 && item.y > height * 0.1 && item.y < height * 0.92);
    return own.reduce((sum, { text }) => sum + inkOf(text), 0) <= REST;
  });
}

const inkOf = (text: string): number => text.replace(/\s+/g, '').length;
const keyOf = ({ text, y }: RawItem): string => `${text.replace(/\d+/g, '#').replace(/\s+/g, '')}/${Math.round(y / 6)}`;
