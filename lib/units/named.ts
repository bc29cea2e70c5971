import type { Single } from '../names/designation';
import { stemOf } from '../names/gazetteer';
import { type Name, parseName, townOf } from '../names/name';
import { isProbable, isRenamed, topicOf } from '../names/organ-key';
import { parseRegion, type Region, relate, truncate } from '../names/region';
import { hasRank, placeOf, type Standing, standsAt } from './ground';
import type { Compiled, CompiledName } from './profile';
import type { Why } from './types';
import type { Verdict } from './verdict';

type Sameness = Exclude<Why['relation'], 'class-member' | 'class-relevant' | 'class-other' | 'own-part'>;

/** A county document prints 厅 only of its province, 部 and 总局 only of the nation. */
const OF_PROVINCE = /厅$/u;
const OF_NATION =
  /^(?:.*(?:总局|总署|信息化部|环境部|资源部|建设部|运输部|农村部|旅游部|保障部|事务部|管理部)|外交部|国防部|教育部|科技部|科学技术部|公安部|民政部|司法部|财政部|商务部|水利部|海关总署|税务总局|证监会|银保监会|国务院.*|最高.*)$/u;

/** Long enough that nobody else has this name: printed as the reader wrote it, it is the reader's. */
const OWN_NAME = 6;
const OF_ZONE = /.{2}(?:区|园)(?:管委会|管理委员会)?$/u;

/** Where a single printed name stands, seen from home. */
function standing(name: Name, home: Region | null, ground: Region | null): Standing {
  if (name.scope === '国家') return home ? (home.level === 0 ? 'yes' : 'no') : 'maybe';
  if (name.places.length > 0) return atPlace(name.places, home, ground);
  if (!home) return 'maybe';
  if (name.scope) {
    if (!ground)
      return home.chains.some((chain) => (chain.slots[home.level] ?? '').endsWith(name.scope!)) ? 'maybe' : 'no';
    const place = placeOf(name.scope, ground);
    if (!place) return 'no';
    const result = standsAt(home, place, ground);
    // 县司法局 in a city's document: one of its counties, the words do not say which.
    return place.where === 'below' && result === 'yes' ? 'maybe' : result;
  }
  if (OF_NATION.test(name.core)) return home.level === 0 ? 'yes' : 'no';
  if (!ground) return OF_PROVINCE.test(name.core) && home.level !== 1 ? 'no' : 'maybe';
  // A list dropped the prefix: 农业农村厅 in a province's document, 财政局 in a county's.
  const own = OF_PROVINCE.test(name.core) && ground.level > 1 ? truncate(ground, 1) : ground;
  // A municipality has no 厅.
  if (OF_PROVINCE.test(name.core) && (own.level !== 1 || hasRank(own, '市'))) return 'no';
  const relation = relate(home, own);
  // A zone has a name of its own that is no level's: it may lie anywhere in the document's region.
  if (relation === 'inside' && OF_ZONE.test(name.core)) return 'yes';
  return relation === 'same' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
}

function atPlace(places: readonly string[], home: Region | null, ground: Region | null): Standing {
  let region = parseRegion(places.join(''));
  if (!region || !home) return 'maybe';
  if (ground && region.chains.length > 1) {
    // 鼓楼区 in a document of 南京市 is the one there.
    const here = region;
    const chains = here.chains.filter((chain) => relate({ ...here, chains: [chain] }, ground) !== 'apart');
    if (chains.length > 0) region = { ...here, chains };
  }
  const relation = relate(home, region);
  if (relation === 'unknown' && ground && relate(home, ground) === 'apart') return 'no';
  return relation === 'same' ? 'yes' : relation === 'unknown' ? 'maybe' : 'no';
}

/** Whether two organs are one, place apart; null when not. */
function sameOrgan(printed: Name, mine: CompiledName): Sameness | null {
  const { name } = mine;
  const sure: Sameness = mine.alias ? 'alias' : printed.core === name.core ? 'same-name' : 'short-form';
  if (printed.key === name.key && printed.key !== '') return sure;
  if (isRenamed(printed.key, name.key)) return 'renamed';
  if (isProbable(printed.key, name.key)) return 'probable-alias';
  return null;
}

/**
 * 教育部门, 县公安机关: an organ named by its subject. It is surely among them at the level that is meant; a document from
 * above that names no level may mean its own or those below.
 */
function matchTopic(
  printed: Name,
  topics: readonly string[],
  mine: CompiledName,
  home: Region | null,
  ground: Region | null,
): Verdict | null {
  if (topics.length === 0) return null;
  const sure = topics.some((topic) => topic === mine.name.key || isRenamed(topic, mine.name.key));
  if (!sure && !topics.some((topic) => isProbable(topic, mine.name.key))) return null;
  const unplaced = printed.places.length === 0 && printed.scope === null;
  const below = unplaced && home && ground && relate(home, ground) === 'inside';
  const place: Standing = below ? 'maybe' : standing(printed, home, ground);
  if (place === 'no') return null;
  // 教育机构 are the schools as often as the office.
  return place === 'yes' && sure && !printed.core.endsWith('机构')
    ? { certainty: 'collective', relation: 'class-member' }
    : { certainty: 'possible', relation: 'class-relevant' };
}

/** An office inside ours is asked. */
function matchPart({ owner }: Single, me: Compiled, ground: Region | null): Verdict | null {
  if (!owner) return null;
  const ours = me.names.some((mine) => matchOne(owner, [], mine, me.home, ground)?.certainty === 'named');
  return ours ? { certainty: 'possible', relation: 'own-part' } : null;
}

function verdictOf(relation: Sameness, place: Standing): Verdict | null {
  if (place === 'no') return null;
  const sure = place === 'yes' && relation !== 'probable-alias';
  return { certainty: sure ? 'named' : 'possible', relation };
}

/** 市生态环境局临澜分局, 临澜公安分局, 区公安分局: branches are told apart by their place, not by whose branch they are. */
function matchBranch(printed: Name, mine: CompiledName, home: Region | null, ground: Region | null): Verdict | null {
  const other = mine.name;
  const key = printed.branch ? printed.key : (topicOf(printed.core) ?? printed.key);
  if (key !== other.key && !isRenamed(key, other.key) && !isProbable(key, other.key)) return null;
  const relation = home && ground ? relate(home, ground) : 'unknown';
  if (relation === 'apart') return null;
  const homeStem = home ? home.chains.map((chain) => stemOf(chain.slots[home.level] ?? '')) : [];
  const labels = (name: Name, own: readonly string[]): readonly string[] => {
    if (!name.branch) return own;
    if (name.branch.label) return [stemOf(name.branch.label)];
    const place = name.places.at(-1);
    return place ? [stemOf(place)] : own;
  };
  const groundStem = ground ? ground.chains.map((chain) => stemOf(chain.slots[ground.level] ?? '')) : [];
  const theirs = labels(printed, groundStem);
  const ours = labels(other, homeStem);
  const shared = theirs.some((label) => label !== '' && ours.includes(label));
  if (printed.branch && other.branch) {
    if (shared) {
      const sure: Sameness = mine.alias ? 'alias' : printed.text === other.text ? 'same-name' : 'short-form';
      const named = printed.branch.label !== null || printed.places.length > 0;
      return { certainty: named || relation === 'same' ? 'named' : 'possible', relation: sure };
    }
    // 直属二分局, 区公安分局 beside a branch of ours: it may be ours, the words do not say.
    const unplaced = (label: string): boolean => /^(?:直属|第?[一二三四五六七八九十]|城区|开发区)/u.test(label);
    const here = relation === 'same' || (relation === 'unknown' && !ground);
    const vague = printed.branch.label === null && printed.places.length === 0;
    return here && (theirs.some(unplaced) || ours.some(unplaced) || vague)
      ? { certainty: 'possible', relation: 'probable-alias' }
      : null;
  }
  // 区生态环境局 and 市生态环境局青桐分局 are one office in two spellings, probably.
  if (!printed.branch) {
    const place = standing(printed, home, ground);
    return place === 'no' ? null : { certainty: 'possible', relation: 'probable-alias' };
  }
  return shared ? { certainty: 'possible', relation: 'probable-alias' } : null;
}

function matchTown(printed: Name, me: Compiled, ground: Region | null): Verdict | null {
  if (printed.places.length > 0 && townOf(printed.core))
    return verdictOf('same-name', atPlace(printed.places, me.home, ground));
  if (!me.home || !ground) return { certainty: 'possible', relation: 'same-name' };
  const relation = relate(me.home, ground);
  if (relation === 'apart' || relation === 'above') return null;
  const same = printed.text === me.names[0]?.name.text;
  return { certainty: relation === 'unknown' ? 'possible' : 'named', relation: same ? 'same-name' : 'short-form' };
}

/** 临澜县人民政府, 临澜县, 县委: what is asked of our place's government is shared out among its departments. */
function matchPlace(printed: Name, me: Compiled, ground: Region | null): Verdict | null {
  const asked = /^(?:人民)?政府$/u.test(printed.core)
    ? 'government'
    : printed.core === '委'
      ? 'party'
      : printed.core === ''
        ? 'place'
        : null;
  if (!asked) return null;
  const place = standing(printed, me.home, ground);
  if (place === 'no') return null;
  if (me.nature.government && asked !== 'party')
    return { certainty: place === 'yes' ? 'named' : 'possible', relation: 'short-form' };
  const { kind } = me.nature;
  const reached =
    asked === 'party'
      ? kind === 'party-organ'
      : asked === 'government'
        ? kind === 'government-department' || kind === 'institution' || kind === 'vertical-organ'
        : kind !== 'enterprise';
  return reached ? { certainty: 'possible', relation: 'class-relevant' } : null;
}

/** A single printed name against the profile. */
export function matchSingle(single: Single, me: Compiled, ground: Region | null): Verdict | null {
  const printed = single.name;
  if (me.names.some((mine) => isPicked(printed, mine, me.home, ground)))
    return { certainty: 'named', relation: 'same-name' };
  const asPlace = matchPlace(printed, me, ground);
  if (asPlace) return asPlace;
  const asTown = me.town && single.town === me.town ? matchTown(printed, me, ground) : null;
  if (asTown) return asTown;
  let best: Verdict | null = null;
  for (const mine of me.names) {
    const verdict = matchOne(printed, single.topics, mine, me.home, ground);
    if (verdict && (!best || (best.certainty !== 'named' && verdict.certainty === 'named'))) best = verdict;
  }
  return best ?? matchPart(single, me, ground);
}

/** Whether an organ's bare name (司法局) is the profile's, and by what; null when not. */
export function isOrgan(core: string, me: Compiled): Sameness | null {
  const printed = parseName(core);
  for (const mine of me.names) {
    const same = mine.name.branch ? null : sameOrgan({ ...printed, core }, mine);
    if (same) return same;
  }
  return null;
}

/**
 * The reader's unit as the document prints it, chosen from it or typed alike: in the same place, or where neither says
 * which place that is.
 */
function isPicked(printed: Name, mine: CompiledName, home: Region | null, ground: Region | null): boolean {
  if (printed.text !== mine.name.text) return false;
  return home && ground ? relate(home, ground) === 'same' : !home && !ground;
}

function matchOne(
  printed: Name,
  topics: readonly string[],
  mine: CompiledName,
  home: Region | null,
  ground: Region | null,
): Verdict | null {
  // Without a region the level words are all there is: 区司法局 is no 县司法局.
  if (!home && printed.scope && mine.name.scope && printed.scope !== mine.name.scope) return null;
  if (printed.branch || mine.name.branch) return matchBranch(printed, mine, home, ground);
  const same = sameOrgan(printed, mine);
  if (!same) return matchTopic(printed, topics, mine, home, ground);
  // A province's department is no 局: 财政局 without a place is not 省财政厅.
  if (!ground && !printed.scope && OF_PROVINCE.test(mine.name.core) && !OF_PROVINCE.test(printed.core)) return null;
  const verdict = verdictOf(same, standing(printed, home, ground));
  const whole = !verdict && !printed.scope && printed.text === mine.name.text && printed.text.length >= OWN_NAME;
  return whole && !(home && ground && relate(home, ground) === 'apart')
    ? { certainty: 'named', relation: same }
    : verdict;
}
