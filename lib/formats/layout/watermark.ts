import type { RawItem, RawPage } from './types';

/** How much larger than the text a word across it is, at the least. */
const LARGER = 1.5;
/** Of the signs of a page, more than this are no watermark. */
const MOST = 0.4;

/** Pages without their watermarks, and the words of those, each once. */
export interface Cleaned {
  readonly pages: readonly RawPage[];
  readonly words: readonly string[];
}

/**
 * Takes words out that are printed across the text: much larger or paler than it and over its lines, or repeated over the page and
 * in the way of its lines. What was found so on one page is taken out of all, also where nothing stands under it. Words
 * beside the text, however large, are headings and stay.
 */
export function withoutWatermarks(pages: readonly RawPage[]): Cleaned {
  const words = new Map<string, { text: string; size: number }>();
  const found = pages.map((page) => crossing(page));
  for (const items of found) for (const item of items) words.set(keyOf(item), { text: clean(item), size: item.size });
  if (words.size === 0) return { pages, words: [] };
  return {
    words: [...new Set([...words.values()].map(({ text }) => text))],
    pages: pages.map((page, index) => {
      const own = new Set(found[index]);
      for (const item of page.items) if (words.has(keyOf(item))) own.add(item);
      if (own.size === 0) return page;
      const crossed = [...(page.crossed ?? []), ...own];
      return { ...page, items: page.items.filter((item) => !own.has(item)), crossed };
    }),
  };
}

const clean = ({ text }: RawItem): string => text.replace(/\s+/g, '');
const keyOf = (item: RawItem): string => `${clean(item)}/${Math.round(item.size)}`;

/** What is pale goes first: ordinary words that stand under a watermark are not to be judged by it. */
function crossing({ items }: RawPage): RawItem[] {
  const printed = items.filter((item) => clean(item) !== '');
  if (printed.length < 2) return [];
  const body = bodySize(printed);
  const pale = over(
    printed.filter((item) => item.pale),
    printed.filter((item) => !item.pale),
  );
  const plain = pale.length > 0 ? printed.filter((item) => !item.pale) : printed;
  return [...(pale.length > 0 ? printed.filter((item) => likeSome(item, pale)) : []), ...acrossPlain(plain, body)];
}

/** What is as pale and as large as words that were found to lie across the text. */
const likeSome = (item: RawItem, found: readonly RawItem[]): boolean =>
  item.pale === true && found.some(({ size }) => Math.abs(size - item.size) < 0.5);

const over = (suspect: readonly RawItem[], others: readonly RawItem[]): RawItem[] => {
  if (suspect.length === 0) return [];
  return suspect.filter((item) => others.some((other) => collides(item, other)));
};

/** Much larger words over the lines, and words that return and are in their way. */
function acrossPlain(printed: readonly RawItem[], body: number): RawItem[] {
  const times = new Map<string, number>();
  for (const item of printed) times.set(keyOf(item), (times.get(keyOf(item)) ?? 0) + 1);
  const isLarge = (item: RawItem) => item.size >= LARGER * body;
  const large = printed.filter(isLarge);
  const returns = printed.filter((item) => !isLarge(item) && clean(item).length > 1 && times.get(keyOf(item))! >= 3);
  if (large.length + returns.length === 0) return [];
  const known = new Set([...large, ...returns]);
  const usual = printed.filter((item) => !isLarge(item));
  const once = usual.filter((item) => !known.has(item));
  const keys = new Map<string, number>();
  for (const item of [...over(large, usual), ...over(returns, once)])
    keys.set(keyOf(item), (keys.get(keyOf(item)) ?? 0) + 1);
  const suspect = [...known];
  const taken = suspect.filter((item) => {
    const hits = keys.get(keyOf(item)) ?? 0;
    // Of small words that return (县水利局), single ones stand close to other text; of tiles most do.
    return isLarge(item) ? hits > 0 : hits >= 2 && hits * 3 >= times.get(keyOf(item))!;
  });
  return inkOf(taken) > MOST * inkOf(printed) ? [] : withNeighbours(taken, suspect);
}

/**
 * Whether text stands on other text, as a watermark or a stamp does. Overprints of the very same words do not count.
 * Time: by the number of items, and of those that stand at one height.
 */
export function standsOnText(items: readonly RawItem[]): boolean {
  const printed = items.filter((item) => clean(item) !== '').sort((a, b) => a.y - b.y);
  const tallest = printed.reduce((size, item) => Math.max(size, item.size), 0);
  for (let at = 0; at < printed.length; at++) {
    const one = printed[at]!;
    for (let next = at + 1; next < printed.length && printed[next]!.y - one.y < tallest; next++) {
      const other = printed[next]!;
      if (collides(one, other) && clean(one) !== clean(other)) return true;
    }
  }
  return false;
}

/** What stands on one line with a word of a watermark and in its size is part of it, and the next line of a stamp. */
function withNeighbours(taken: readonly RawItem[], suspect: readonly RawItem[]): RawItem[] {
  const isPart = (item: RawItem, other: RawItem): boolean => {
    const apart = Math.abs(other.y - item.y);
    const below = apart < 2 * item.size && Math.abs(other.x - item.x) < 0.5 * item.size;
    return Math.abs(other.size - item.size) < 0.5 && (apart < 1 || below);
  };
  return suspect.filter((item) => taken.some((other) => other === item || isPart(item, other)));
}

const inkOf = (items: readonly RawItem[]): number => items.reduce((sum, item) => sum + clean(item).length, 0);

/** The size in which most signs are set. */
function bodySize(items: readonly RawItem[]): number {
  const ink = new Map<number, number>();
  for (const item of items) {
    const size = Math.round(item.size * 2) / 2;
    ink.set(size, (ink.get(size) ?? 0) + clean(item).length);
  }
  return [...ink].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/**
 * Ink over ink: the boxes of both, without the white above and below their signs, share a good part of a sign; or a larger word
 * stands so between two lines that it would be read into one of them.
 */
function collides(one: RawItem, other: RawItem): boolean {
  const [large, small] = one.size >= other.size ? [one, other] : [other, one];
  const least = small.size;
  const width = Math.min(large.x + large.width, small.x + small.width) - Math.max(large.x, small.x);
  if (width <= 0.5 * least) return false;
  const apart = Math.abs(large.y - small.y);
  const larger = large.size - small.size >= 0.3 * least;
  // Two words of one size on one base line are set narrowly, not over each other; a pale one is there to be read through.
  if (apart < 0.15 * least && !larger) return one.pale !== other.pale;
  if (larger && apart < 0.4 * large.size) return true;
  const top = Math.max(large.y - 0.8 * large.size, small.y - 0.75 * small.size);
  const bottom = Math.min(large.y + 0.05 * large.size, small.y);
  return bottom - top > 0.3 * least;
}
