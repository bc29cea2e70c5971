import type { PolicyDocument } from '../policy/types';
import { officialNameAt } from './gazetteer';
import { NATION, parseRegion, type Region, relate, truncate } from './region';

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

/** Whether a region is one of those a level word means: 平桥区 is a 区, 武陟县 a 县. */
export function hasRank(region: Region, word: string): boolean {
  return (
    (LEVELS[word] ?? []).includes(region.level) &&
    region.chains.some((chain) => endsWithRank(chain.slots[region.level] ?? '', word))
  );
}

/** What `word` means in a document of `ground`; null when no such place can be meant (a 区 in a county's document). */
export function placeOf(word: string, ground: Region): Place | null {
  for (let level = ground.level; level > 0; level -= 1) {
    const named = ground.chains.every((chain) => endsWithRank(chain.slots[level] ?? '', word));
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
    const relation = relate(home, place.region);
    return relation === 'same' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
  }
  if (!hasRank(home, place.word)) return 'no';
  const relation = relate(home, ground);
  return relation === 'above' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
}

/** Organs that only the centre has. A document that divides work among them and names no place is the nation's. */
const CENTRAL =
  /^(?:国务院|国家|中央|最高)|(?:总局|总署|财政部|商务部|教育部|公安部|民政部|司法部|科技部|信息化部|环境部|资源部|建设部|运输部|水利部|农村部|旅游部|保障部)$/u;

/**
 * The places a document is of. Its own `region` first; several where it is a joint one (四川省、重庆市); else what its
 * title, issuer and addressees begin with; else the nation where the units are the centre's. Empty: it cannot be told.
 */
export function groundsOf(document: PolicyDocument): readonly Region[] {
  const stated = regionsIn(document.region ?? '');
  if (stated.length > 0) return stated;
  for (const text of [document.issuer, document.attachmentTitle, document.title, ...document.addressees]) {
    if (!text) continue;
    if (/^(?:国务院|中共中央|中华人民共和国|全国人民代表大会)/u.test(text)) return [NATION];
    const leading = leadingRegion(text);
    if (leading) return [leading];
  }
  let central = 0;
  let all = 0;
  for (const measure of document.measures) {
    for (const assignment of measure.assignments) {
      all += 1;
      if (CENTRAL.test(assignment.unit)) central += 1;
    }
  }
  return all >= 3 && central * 2 > all ? [NATION] : [];
}

function regionsIn(text: string): Region[] {
  const regions: Region[] = [];
  for (const piece of text.split(/[、,，;；/]/u)) {
    const region = parseRegion(piece);
    if (region) regions.push(region);
  }
  if (regions.length > 0) return regions;
  const whole = parseRegion(text);
  return whole ? [whole] : [];
}

/** The listed region a title or an issuer begins with: 达州市 of 达州市人民政府办公室关于…. */
function leadingRegion(text: string): Region | null {
  const head = text.replace(/^(?:[《〈“"(（]|中共|中国共产党)+/u, '');
  let end = 0;
  for (let length = officialNameAt(head, 0); length > 0; length = officialNameAt(head, end)) end += length;
  return end > 0 ? parseRegion(head.slice(0, end)) : null;
}
