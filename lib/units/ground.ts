import { type Region, relate, truncate } from '../names/region';

/** How surely a unit stands where we stand. */
export type Standing = 'yes' | 'maybe' | 'no';

/** What a level word of the document means there. */
export interface Place {
  readonly where: 'own' | 'above' | 'below';
  /** Null: the words do not say which (市 in a county's document), or any of many (below). */
  readonly region: Region | null;
  readonly word: string;
}

/** The levels a word can mean. 市 may be a municipality, a prefecture or a county. */
const LEVELS: Readonly<Record<string, readonly number[]>> = {
  省: [1],
  自治区: [1],
  直辖市: [1],
  市: [1, 2, 3],
  州: [2],
  自治州: [2],
  盟: [2],
  地: [2],
  地区: [2],
  设区市: [2],
  县: [3],
  自治县: [3],
  旗: [3],
  自治旗: [3],
  区: [3],
  县级市: [3],
};

function endsWithRank(name: string, word: string): boolean {
  if (word === '设区市' || word === '县级市' || word === '直辖市') return name.endsWith('市');
  if (word === '地') return /(?:地区|州|盟)$/u.test(name);
  return name.endsWith(word) && !(word === '区' && /(?:地区|开发区|示范区|试验区)$/u.test(name));
}

/** Whether a region is one of those a level word means: 青桐区 is a 区, 临澜县 a 县. */
export function hasRank(region: Region, word: string): boolean {
  return (
    (LEVELS[word] ?? []).includes(region.level) &&
    region.chains.some((chain) => endsWithRank(chain.slots[region.level] ?? '', word))
  );
}

/** What `word` means in a document of `ground`; null when no such place can be meant (a 区 in a county's document). */
export function placeOf(word: string, ground: Region): Place | null {
  for (let level = ground.level; level > 0; level -= 1) {
    const named = ground.chains.some((chain) => endsWithRank(chain.slots[level] ?? '', word));
    if (!named) continue;
    if (level === ground.level) return { where: 'own', region: ground, word };
    return { where: 'above', region: truncate(ground, level as Region['level']), word };
  }
  const levels = LEVELS[word] ?? [];
  if (levels.some((level) => level > ground.level)) return { where: 'below', region: null, word };
  if (levels.some((level) => level < ground.level)) return { where: 'above', region: null, word };
  return null;
}

/** Whether the reader's region is the one a level word of the document means. */
export function standsAt(home: Region | null, place: Place, ground: Region): Standing {
  if (!home) return 'maybe';
  if (place.where === 'below') {
    if (!hasRank(home, place.word)) return 'no';
    const relation = relate(home, ground);
    return relation === 'inside' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
  }
  if (place.region) {
    // Where it cannot be told whether two places are one, a place of another level is surely another.
    if (home.level !== place.region.level && relate(home, place.region) === 'unknown') return 'no';
    const relation = relate(home, place.region);
    return relation === 'same' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
  }
  if (!hasRank(home, place.word)) return 'no';
  const relation = relate(home, ground);
  return relation === 'above' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
}
