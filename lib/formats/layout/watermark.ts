import type { RawItem, RawPage } from './types';

/** How much larger than the text a word across it is, at the least. */
const LARGER = 1.5;
/** Pale words are there to be read through: they need not lie far over the others, by the height of a sign. */
const PALE = 0.15;
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
  const again = onEveryPage(pages);
  for (const [index, page] of pages.entries())
    found[index]!.push(...page.items.filter((item) => again.has(placeKey(item))));
  for (const items of found) for (const item of items) words.set(keyOf(item), { text: clean(item), size: item.size });
  const apart = pages.map((page, index) => [...saidToBeNone(page, pages), ...turnedAcross(page, found[index]!)]);
  if (words.size === 0 && apart.every((items) => items.length === 0)) return { pages, words: [] };
  return {
    words: [...new Set([...[...words.values()].map(({ text }) => text), ...apart.flat().map(clean)])],
    pages: pages.map((page, index) => {
      const own = new Set([...found[index]!, ...apart[index]!]);
      for (const item of page.items) if (words.has(keyOf(item))) own.add(item);
      if (own.size === 0) return page;
      const crossed = [...(page.crossed ?? []), ...own];
      const keep = (item: RawItem) => !own.has(item);
      return {
        ...page,
        items: page.items.filter(keep),
        ...(page.turned && { turned: page.turned.filter(keep) }),
        crossed,
      };
    }),
  };
}

const clean = ({ text }: RawItem): string => text.replace(/\s+/g, '');
const keyOf = (item: RawItem): string => `${clean(item)}/${Math.round(item.size)}`;

/** Where on a page furniture may stand, as a share of its height: the letterhead reaches far down. */
const HEAD = 0.3;
const FOOT = 0.9;

/** Text between head and foot that the file says is none, and that is nowhere text: as the head of a table is that returns. */
function saidToBeNone(page: RawPage, pages: readonly RawPage[]): RawItem[] {
  const said = page.items.filter((item) => item.artifact && clean(item) !== '');
  const within = said.filter(({ y }) => y > HEAD * page.height && y < FOOT * page.height);
  const high = said.filter((item) => item.y <= HEAD * page.height && page.items.some((other) => between(item, other)));
  if (within.length + high.length === 0 || inkOf(said) > MOST * inkOf(page.items)) return [];
  const text = new Set(pages.flatMap(({ items }) => items.filter((item) => !item.artifact).map(keyOf)));
  return [...within, ...high].filter((item) => !text.has(keyOf(item)));
}

/** Set so close below a line of the text that the two are no lines of one page. */
const between = (item: RawItem, other: RawItem): boolean =>
  !other.artifact &&
  clean(other) !== '' &&
  Math.abs(item.y - other.y) < 0.95 * Math.min(item.size, other.size) &&
  Math.min(item.x + item.width, other.x + other.width) - Math.max(item.x, other.x) > other.size;

/** Words much larger than the text that run up or down the page. */
function turnedAcross({ items, turned = [] }: RawPage, found: readonly RawItem[]): RawItem[] {
  if (turned.length === 0) return [];
  const printed = items.filter((item) => clean(item) !== '' && !found.includes(item));
  if (printed.length === 0) return [];
  const body = bodySize(printed);
  return turned.filter((item) => item.size >= 1.8 * body);
}

const placeKey = (item: RawItem): string => `${keyOf(item)}/${Math.round(item.x / 4)}/${Math.round(item.y / 4)}`;

/** Large words at one place in the middle of most pages. */
function onEveryPage(pages: readonly RawPage[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  if (pages.length < 2) return new Set();
  for (const { items, height } of pages) {
    const sizes = items.map(({ size }) => size);
    if (Math.max(...sizes) < LARGER * Math.min(...sizes)) continue;
    const printed = items.filter((item) => clean(item) !== '');
    if (printed.length === 0) continue;
    const body = bodySize(printed);
    const large = printed.filter(({ size, y }) => size >= LARGER * body && y > 0.2 * height && y < 0.85 * height);
    for (const key of new Set(large.map(placeKey))) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count >= 2 && count >= 0.6 * pages.length).map(([key]) => key));
}

/** What is pale goes first: ordinary words that stand under a watermark are not to be judged by it. */
function crossing({ items }: RawPage): RawItem[] {
  const printed = items.filter((item) => clean(item) !== '');
  if (printed.length < 2) return [];
  const body = bodySize(printed);
  const plainly = printed.filter((item) => !item.pale);
  const suspect = printed.filter((item) => item.pale);
  const pale = [...over(suspect, plainly), ...suspect.filter((item) => isLargeBeside(item, plainly, body))];
  const plain = pale.length > 0 ? printed.filter((item) => !item.pale) : printed;
  return [...(pale.length > 0 ? printed.filter((item) => likeSome(item, pale)) : []), ...acrossPlain(plain, body)];
}

/** What is as pale and as large as words that were found to lie across the text. */
const likeSome = (item: RawItem, found: readonly RawItem[]): boolean =>
  item.pale === true && found.some(({ size }) => Math.abs(size - item.size) < 0.5);

/** Much larger than a line of the text that it stands beside. */
const isLargeBeside = (item: RawItem, others: readonly RawItem[], body: number): boolean =>
  item.size >= LARGER * body &&
  others.some(
    (other) => other.size < LARGER * body && other.y > item.y - item.size && other.y < item.y + 0.2 * item.size,
  );

const over = (suspect: readonly RawItem[], others: readonly RawItem[]): RawItem[] => {
  if (suspect.length === 0) return [];
  return suspect.filter((item) => others.some((other) => collides(item, other)));
};

/** Much larger words over the lines, and words that return and are in their way. */
function acrossPlain(printed: readonly RawItem[], body: number): RawItem[] {
  const own = printed.map(keyOf);
  const times = new Map<string, number>();
  for (const key of own) times.set(key, (times.get(key) ?? 0) + 1);
  const isLarge = (item: RawItem) => item.size >= LARGER * body;
  const large = printed.filter(isLarge);
  const returns = printed.filter(
    (item, index) => times.get(own[index]!)! >= 3 && !isLarge(item) && clean(item).length > 1,
  );
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

/** So many stand at one height in no paper. */
const MOST_BESIDE = 400;

/**
 * Whether text stands on other text, as a watermark or a stamp does. Overprints of the very same words do not count.
 * Time: by the number of items, and of those that stand at one height.
 */
export function standsOnText(items: readonly RawItem[]): boolean {
  const words = new Map(items.map((item) => [item, clean(item)]));
  const printed = items.filter((item) => words.get(item) !== '').sort((a, b) => a.y - b.y);
  if (printed.length < 2) return false;
  const tallest = printed.reduce((size, item) => Math.max(size, item.size), 0);
  // The smallest size is never more than that of the text: without larger words nothing is beside it.
  const mixed = tallest >= LARGER * printed.reduce((size, item) => Math.min(size, item.size), tallest);
  const body = mixed ? bodySize(printed) : tallest;
  for (let at = 0; at < printed.length; at++) {
    const one = printed[at]!;
    const last = Math.min(printed.length, at + MOST_BESIDE);
    for (let next = at + 1; next < last && printed[next]!.y - one.y < tallest; next++) {
      const other = printed[next]!;
      if (words.get(one) !== words.get(other) && (collides(one, other, PALE) || runsInto(one, other))) return true;
      if (!mixed) continue;
      const [large, small] = one.size >= other.size ? [one, other] : [other, one];
      if (isLargeBeside(large, [small], body)) return true;
    }
  }
  return false;
}

/** On one base line, over several signs of it. */
function runsInto(one: RawItem, other: RawItem): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  return width > 2 * Math.min(one.size, other.size) && Math.abs(one.y - other.y) < 0.5 * Math.min(one.size, other.size);
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
function collides(one: RawItem, other: RawItem, share = one.pale !== other.pale ? PALE : 0.3): boolean {
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
  return bottom - top > share * least;
}
