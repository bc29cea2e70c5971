import { type Name, parseName, townOf } from '../names/name';
import { normaliseUnit } from '../names/normalise';
import { namesOf, parseRegion, type Region, relate, truncate } from '../names/region';
import { hasRank } from './ground';
import { guessKind } from './kind';
import type { Nature } from './membership';
import type { Profile } from './types';

/** A profile made ready for matching: do this once, match many. */
export interface Compiled {
  readonly profile: Profile;
  /** The place whose organ it is; of a township, the county it lies in. Null: not known. */
  readonly home: Region | null;
  /** The official name first, then the reader's aliases. */
  readonly names: readonly CompiledName[];
  /** Of a township or subdistrict: 明港镇, 木城街道. */
  readonly town: string | null;
  readonly nature: Nature;
  /** Names by which its place may be printed, longest first. */
  readonly places: readonly string[];
}

export interface CompiledName {
  readonly name: Name;
  readonly alias: boolean;
}

function homeOf(profile: Profile, name: Name): Region | null {
  const stated = parseRegion(profile.region);
  const printed = name.places.length > 0 && !name.branch ? parseRegion(name.places.join('')) : null;
  if (!stated) return name.scope === '国家' ? parseRegion('全国') : printed;
  // A township's home is its county; the town itself is kept apart.
  const base = profile.kind === 'township' || profile.kind === 'subdistrict' ? truncate(stated, 3) : stated;
  if (name.branch) return base;
  if (printed) {
    const relation = relate(printed, base);
    if (relation === 'same') return base;
    if (relation === 'inside') return parseRegion(profile.region + name.places.join('')) ?? printed;
    // 清河市司法局 entered with region 清河市青桐区: the name says whose organ it is.
    if (relation === 'above') return truncate(base, printed.level);
    const joint = parseRegion(profile.region + name.places.join(''));
    return joint && relation === 'unknown' ? joint : base;
  }
  if (name.scope && name.scope !== '国家' && !hasRank(base, name.scope)) {
    for (let level = base.level - 1; level > 0; level -= 1) {
      const higher = truncate(base, level as Region['level']);
      if (higher.level === level && hasRank(higher, name.scope)) return higher;
    }
  }
  return base;
}

function natureOf(profile: Profile, name: Name): Nature {
  const { text } = name;
  const kind = profile.kind === 'other' ? guessKind(text) : profile.kind;
  return {
    kind,
    government: /^(?:人民)?政府$/u.test(name.core) && kind !== 'township' && kind !== 'subdistrict',
    zone: /(?:管委会|管理委员会|开发区|园区|示范区|高新区|经开区|集聚区|新区|试验区)$/u.test(text),
    school: /(?:学校|学院|大学|中学|小学|幼儿园|一中|二中|三中|职专|技校|党校)$/u.test(text),
    masses:
      /(?:总工会|团.{0,9}委(?:员会)?|妇联|妇女联合会|残联|残疾人联合会|科协|科学技术协会|文联|文学艺术界联合会|侨联|工商联|工商业联合会|社科联|红十字会|记协|法学会|计生协会?)$/u.test(
        text,
      ),
    media: /(?:融媒体中心|融媒中心|传媒中心|广播电视台|电视台|日报社|报社|新闻中心|新闻社)$/u.test(text),
    hospital: /(?:医院|卫生院|保健院|医疗集团|医共体)$/u.test(text),
  };
}

/** Reads the reader's unit once: its home, its names taken apart, what its name tells of its nature. */
export function compileProfile(profile: Profile): Compiled {
  const stated = parseRegion(profile.region);
  const known = stated ? placesOf(stated) : [];
  const text = normaliseUnit(profile.name);
  const name = parseName(text, known, true);
  const home = homeOf(profile, name);
  const aliases = profile.aliases.map(normaliseUnit).filter((alias) => alias && alias !== text);
  const town = townOf(name.core) ?? townOf(text);
  const isTown =
    profile.kind === 'township' || profile.kind === 'subdistrict' || (profile.kind === 'other' && town !== null);
  return {
    profile,
    home,
    names: [{ name, alias: false }, ...aliases.map((alias) => ({ name: parseName(alias, known, true), alias: true }))],
    town: isTown ? (town ?? name.core) : null,
    nature: natureOf(profile, name),
    places: home ? placesOf(home) : [],
  };
}

/** Names of a region and of what lies above it, longest first. */
export function placesOf(region: Region): string[] {
  const names = new Set<string>();
  for (let level = region.level; level > 0; level -= 1) {
    for (const name of namesOf(truncate(region, level as Region['level']))) if (name.length >= 2) names.add(name);
  }
  return [...names].sort((a, b) => b.length - a.length);
}
