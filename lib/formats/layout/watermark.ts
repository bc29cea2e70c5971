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

function crossing({ items }: RawPage): RawItem[] {
  const printed = items.filter((item) => clean(item) !== '');
  if (printed.length < 2) return [];
  const body = bodySize(printed);
  const times = new Map<string, number>();
  for (const item of printed) times.set(keyOf(item), (times.get(keyOf(item)) ?? 0) + 1);
  const suspect = printed.filter(
    (item) => item.size >= LARGER * body || (clean(item).length > 1 && (item.pale || times.get(keyOf(item))! >= 3)),
  );
  if (suspect.length === 0) return [];
  const others = printed.filter((item) => !suspect.includes(item));
  const byHeight = others.sort((a, b) => a.y - b.y);
  const over = suspect.filter((item) => byHeight.some((other) => overlaps(item, other)));
  const keys = new Map<string, number>();
  for (const item of over) keys.set(keyOf(item), (keys.get(keyOf(item)) ?? 0) + 1);
  const taken = suspect.filter((item) => {
    const hits = keys.get(keyOf(item)) ?? 0;
    // Of small words that return (县水利局), single ones stand close to other text; of tiles most do.
    return item.pale || item.size >= LARGER * body ? hits > 0 : hits >= 2 && hits * 3 >= times.get(keyOf(item))!;
  });
  const share = inkOf(taken) / inkOf(printed);
  return share > MOST ? [] : withNeighbours(taken, suspect);
}

/** What stands on one line with a word of a watermark and in its size is part of it. */
function withNeighbours(taken: readonly RawItem[], suspect: readonly RawItem[]): RawItem[] {
  return suspect.filter((item) =>
    taken.some((other) => other === item || (Math.abs(other.y - item.y) < 1 && Math.abs(other.size - item.size) < 0.5)),
  );
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

/** Ink over ink: the boxes of both, without the white above and below their signs, share a good part of a sign. */
function overlaps(large: RawItem, small: RawItem): boolean {
  const width = Math.min(large.x + large.width, small.x + small.width) - Math.max(large.x, small.x);
  const top = Math.max(large.y - 0.8 * large.size, small.y - 0.75 * small.size);
  const bottom = Math.min(large.y + 0.05 * large.size, small.y);
  const least = Math.min(large.size, small.size);
  // Two words of one size on one base line are set narrowly, not over each other.
  if (Math.abs(large.y - small.y) < 0.15 * least && Math.abs(large.size - small.size) < 0.3 * least) return false;
  return width > 0.5 * least && bottom - top > 0.3 * least;
}
