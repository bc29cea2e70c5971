import { type Division, divisionsCalled, divisionsNamed, officialNameAt } from '../names/gazetteer';
import { NATION, parseRegion, type Region, relate } from '../names/region';
import type { Divided } from './types';

/** Organs that only the centre has. A document that divides work among them and names no place is the nation's. */
const CENTRAL =
  /^(?:国务院|国家|中央|最高)|(?:总局|总署|财政部|商务部|教育部|公安部|民政部|司法部|科技部|信息化部|环境部|资源部|建设部|运输部|水利部|农村部|旅游部|保障部)$/u;

/**
 * The places a document is of, by the first of these that tells: its own `region`; what its issuer, titles and
 * addressees begin with; the organs it names (the centre's, or 达州银保监分局 among offices of a 市). Several for a joint
 * document (四川省、重庆市). Empty: it cannot be told, and matching can only ask.
 */
export function groundsOf(document: Divided): readonly Region[] {
  const stated = regionsIn(document.region ?? '');
  const { issuer, title, attachmentTitle } = document;
  if (stated.length > 0) return withJoint(stated, issuer ?? title ?? '');
  for (const text of [issuer, attachmentTitle, title, ...document.addressees]) {
    if (!text) continue;
    if (/^(?:国务院|中共中央|中华人民共和国|全国人民代表大会)/u.test(text)) return [NATION];
    const leading = leadingRegion(text);
    if (leading) return withJoint([leading], issuer ?? title ?? '');
  }
  const fromUnits = regionOfUnits(document);
  return fromUnits ? [fromUnits] : [];
}

function regionsIn(text: string): Region[] {
  const regions: Region[] = [];
  for (const piece of text.split(/[、,，;；/]/u)) {
    const region = parseRegion(piece);
    if (region) regions.push(region);
  }
  return regions;
}

/** A document that several governments issue together: the others whose names stand in the issuer's, rank for rank. */
function withJoint(regions: readonly Region[], issuer: string): readonly Region[] {
  const all = [...regions];
  for (let at = 1; at < Math.min(issuer.length, 120) && all.length < 6; at += 1) {
    const length = officialNameAt(issuer, at);
    if (!length) continue;
    if (/^(?:人民政府|委员会)/u.test(issuer.slice(at + length))) {
      const other = parseRegion(issuer.slice(at, at + length));
      if (other && other.level === regions[0]?.level && all.every((one) => relate(one, other) === 'apart'))
        all.push(other);
    }
    at += length - 1;
  }
  return all;
}

/** The listed region a title or an issuer begins with: 达州市 of 达州市人民政府办公室关于…. */
function leadingRegion(text: string): Region | null {
  const head = text.replace(/^(?:[《〈“"(（]|中共|中国共产党|\d{4}年度?)+/u, '');
  let end = 0;
  for (let length = officialNameAt(head, 0); length > 0; length = officialNameAt(head, end)) end += length;
  return end > 0 ? parseRegion(head.slice(0, end)) : null;
}

/** Where the units themselves tell: most are the centre's, or most are of one level and the places among them agree. */
function regionOfUnits(document: Divided): Region | null {
  const units = document.measures.flatMap((measure) => measure.assignments.map(({ unit }) => unit));
  if (units.length < 3) return null;
  const share = (sign: RegExp): number => units.filter((unit) => sign.test(unit)).length / units.length;
  if (share(CENTRAL) > 0.5) return NATION;
  const level = share(/^省|厅$/u) > 0.5 ? 1 : share(/^市/u) > 0.5 ? 2 : null;
  if (!level) return null;
  const places = new Set<Division>();
  for (const unit of new Set(units)) {
    const place = leadingDivision(unit, level);
    if (place) places.add(place);
  }
  const [only] = places;
  return places.size === 1 && only ? parseRegion(only.name) : null;
}

/** The division of this level in which an office stands that is named for its place: 海口海关 → 海南省. */
function leadingDivision(unit: string, level: 1 | 2): Division | null {
  for (let length = 4; length >= 2; length -= 1) {
    const name = unit.slice(0, length);
    const named = divisionsNamed(name);
    const found = named.length > 0 ? named : divisionsCalled(name).filter((division) => division.level < 3);
    if (found.length !== 1) continue;
    let division: Division | null = found[0]!;
    while (division && division.level > level) division = division.parent;
    return division && division.level === level ? division : null;
  }
  return null;
}
