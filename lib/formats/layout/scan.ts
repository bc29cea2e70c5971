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
  const some = [...pages.keys()].filter((index) => inks[index]! > 0);
  const keysOf = (index: number) => pages[index]!.items.map((item) => keyOf(item, inks[index]! < FEW));
  const times = new Map<string, number>();
  for (const index of some) for (const key of new Set(keysOf(index))) times.set(key, (times.get(key) ?? 0) + 1);
  return some.filter((index) => {
    const { items, height } = pages[index]!;
    const keys = keysOf(index);
    const own = items.filter(
      (item, at) => times.get(keys[at]!)! < 2 && item.y > height * 0.1 && item.y < height * 0.92,
    );
    return own.reduce((sum, { text }) => sum + inkOf(text), 0) <= REST;
  });
}

const inkOf = (text: string): number => text.replace(/\s+/g, '').length;
const keyOf = ({ text, y }: RawItem, loosely: boolean): string =>
  `${(loosely ? text.replace(/\d+/g, '#') : text).replace(/\s+/g, '')}/${Math.round(y / 6)}`;
