import { type Division, divisionsCalled, divisionsNamed, officialNameAt, stemOf } from './gazetteer';
import { normaliseUnit } from './normalise';

/** 0 the nation, 1 province, 2 prefecture, 3 county, 4 township. */
export type Level = 0 | 1 | 2 | 3 | 4;

/**
 * One reading of a region: the name at each level, null where it is not known. `slots[0]` is always null: the nation
 * is the region without names.
 */
export interface Chain {
  readonly slots: readonly (string | null)[];
  /** The levels above are known from the official list, so that "not on the list" means "not there". */
  readonly official: boolean;
}

/** A place, as far as words and the official list tell. Several chains when the name is not unique (鼓楼区). */
export interface Region {
  readonly chains: readonly Chain[];
  /** Parts as written, outermost first. */
  readonly parts: readonly string[];
  readonly level: Level;
}

/** How one region lies to another. unknown: it cannot be told; whoever asks has to be careful. */
export type Relation = 'same' | 'inside' | 'above' | 'apart' | 'unknown';

export const NATION: Region = {
  chains: [{ slots: [null, null, null, null, null], official: true }],
  parts: [],
  level: 0,
};

const NATION_NAMES = new Set(['全国', '中国', '国家', '中华人民共和国', '中央']);
const RANKS = [
  '特别行政区',
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '街道',
  '地区',
  '林区',
  '苏木',
  ...'省市县区旗州盟镇乡',
];
const RANK_CHARS = '省市县区旗州盟';

function rankAt(text: string, at: number): string | null {
  for (const rank of RANKS) if (text.startsWith(rank, at)) return rank;
  return null;
}

/** Where a place name that starts at `from` ends, by its rank word; an invented or new place has no other mark. */
function endOfPlace(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const rank = rankAt(text, at);
    if (!rank) continue;
    const end = at + rank.length;
    // 郑州市, 津市市, 新市区: a rank word directly before another one belongs to the name.
    const inName = end < text.length && RANK_CHARS.includes(text[end]!) && end - from < 4;
    if (inName && !/^市[中南北]区/u.test(text.slice(end, end + 3))) continue;
    return end;
  }
  return text.length;
}

/** 云岭省清河市临澜县 → 云岭省, 清河市, 临澜县. Text that is no place comes back as one part. */
export function splitRegion(text: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length && parts.length < 6) {
    const official = officialNameAt(text, at);
    const end = official ? at + official : endOfPlace(text, at);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

function levelsOf(part: string, before: Level): Level[] {
  if (/(?:省|自治区|特别行政区)$/u.test(part)) return [1];
  if (/(?:自治州|地区|盟|州)$/u.test(part)) return [2];
  if (/(?:镇|乡|街道|苏木)$/u.test(part)) return [4];
  if (part.endsWith('市')) return before >= 2 ? [3] : before === 1 ? [2] : [2, 3];
  return [3];
}

function chainOf(division: Division, tail: readonly string[]): Chain {
  const slots: (string | null)[] = [null, null, null, null, null];
  for (let node: Division | null = division; node; node = node.parent) slots[node.level] = node.name;
  let level: Level = division.level;
  for (const part of tail) {
    const next: Level = levelsOf(part, level).find((candidate) => candidate > level) ?? 4;
    slots[next] = part;
    level = next;
  }
  return { slots, official: true };
}

function under(division: Division, above: readonly string[]): boolean {
  let at = above.length - 1;
  for (let node = division.parent; node && at >= 0; node = node.parent) {
    if (node.name === above[at] || stemOf(node.name) === above[at] || node.name === `${above[at]}市`) at -= 1;
  }
  return at < 0;
}

/** Official readings of the longest beginning of the parts that has any. */
function officialChains(parts: readonly string[]): Chain[] {
  for (let count = parts.length; count > 0; count -= 1) {
    const last = parts[count - 1]!;
    const named = divisionsNamed(last);
    const found = (named.length > 0 ? named : divisionsCalled(last)).filter((d) => under(d, parts.slice(0, count - 1)));
    if (found.length > 0) return found.map((division) => chainOf(division, parts.slice(count)));
  }
  return [];
}

/** Readings by rank words alone. A lone 市 may be a prefecture or a county. */
function wordChains(parts: readonly string[]): Chain[] {
  let chains: { slots: (string | null)[]; level: Level }[] = [{ slots: [null, null, null, null, null], level: 0 }];
  parts.forEach((part, index) => {
    const next: typeof chains = [];
    for (const chain of chains) {
      for (const level of levelsOf(part, chain.level)) {
        if (level <= chain.level) continue;
        // A city that has a county or district written under it is a prefecture.
        if (level === 3 && part.endsWith('市') && /[县区旗市]$/u.test(parts[index + 1] ?? '')) continue;
        const slots = [...chain.slots];
        slots[level] = part;
        next.push({ slots, level });
      }
    }
    chains = next;
  });
  return chains.map(({ slots }) => ({ slots, official: false }));
}

function deepest(chain: Chain): Level {
  for (let level = 4; level > 0; level -= 1) if (chain.slots[level]) return level as Level;
  return 0;
}

const cache = new Map<string, Region | null>();

/**
 * Reads a region as people and documents write it: 云岭省清河市临澜县, 清河市青桐区, 临澜县, 清河; 全国 is the nation. Null
 * for an empty string and for words that are no place.
 */
export function parseRegion(text: string): Region | null {
  const clean = normaliseUnit(text).replace(/[()、,·—-]/gu, '');
  const known = cache.get(clean);
  if (known !== undefined) return known;
  const region = readRegion(clean);
  if (cache.size > 500) cache.clear();
  cache.set(clean, region);
  return region;
}

function readRegion(clean: string): Region | null {
  if (!clean) return null;
  if (NATION_NAMES.has(clean)) return NATION;
  const parts = splitRegion(clean.replace(/^(?:中华人民共和国|中国)(?=.)/u, ''));
  const official = officialChains(parts);
  const chains = official.length > 0 ? official : wordChains(parts);
  const first = chains[0];
  if (!first || deepest(first) === 0) return null;
  if (official.length === 0 && !parts.every((part) => RANKS.some((rank) => part.endsWith(rank)))) return null;
  return { chains, parts, level: deepest(first) };
}

/** The region without what lies below `level`. */
export function truncate(region: Region, level: Level): Region {
  if (region.level <= level) return region;
  const chains = region.chains.map((chain) => ({
    ...chain,
    slots: chain.slots.map((slot, at) => (at > level ? null : slot)),
  }));
  const names = new Set(chains.flatMap((chain) => chain.slots));
  const parts = region.parts.filter((part) => names.has(part));
  return { chains, parts, level };
}

/** Names of a region's own place, official and short: 青桐区, 青桐. */
export function namesOf(region: Region): string[] {
  const names = new Set<string>();
  for (const chain of region.chains) {
    const name = chain.slots[deepest(chain)];
    if (name) names.add(name).add(stemOf(name));
  }
  return [...names];
}

/** Ranks that only listed places have; a zone or a new area may be missing from the list. */
const LISTED = /(?:省|市|县|旗|自治区|自治州|[^发验新范能业港]区)$/u;

/** Whether the official list would name this place if there were such a one. A county founded since is found by its full region. */
function listWouldKnow(chain: Chain): boolean {
  return chain.slots
    .slice(1, 4)
    .some((name) => name !== null && LISTED.test(name) && divisionsNamed(name).length === 0);
}

function relateChains(a: Chain, b: Chain): Relation {
  for (let level = 1; level <= 4; level += 1) {
    const left = a.slots[level];
    const right = b.slots[level];
    if (left && right && left !== right) return 'apart';
  }
  const depthA = deepest(a);
  const depthB = deepest(b);
  if (depthA === depthB) return a.slots[depthA] === b.slots[depthB] ? 'same' : 'unknown';
  const deeper = depthA > depthB ? a : b;
  const higher = depthA > depthB ? b : a;
  const joint = Math.min(depthA, depthB);
  if (higher.official && !deeper.official && listWouldKnow(deeper)) return 'apart';
  if (joint === 0 || deeper.slots[joint] === higher.slots[joint]) return depthA > depthB ? 'inside' : 'above';
  return 'unknown';
}

/**
 * How `a` lies to `b`: the same place, inside it, above it, apart from it, or unknown. Where a name is not unique every
 * reading is compared, and only what holds for all of them is said.
 */
export function relate(a: Region, b: Region): Relation {
  let result: Relation | null = null;
  for (const left of a.chains) {
    for (const right of b.chains) {
      const relation = relateChains(left, right);
      result = agreed(result ?? relation, relation, !left.official && !right.official);
      if (result === null) return 'unknown';
    }
  }
  return result ?? 'unknown';
}

/**
 * What two readings say together; null where they contradict each other. Of the two readings of one lone city (prefecture
 * or county) the one that fits is the one meant.
 */
function agreed(known: Relation, relation: Relation, lone: boolean): Relation | null {
  if (known === relation) return known;
  if (!lone) return null;
  return (known === 'apart' || known === 'unknown') && relation !== 'apart' ? relation : known;
}
