import type { Collective } from '../names/collective';
import { type Designation, readSingle, type Single } from '../names/designation';
import { isProbable, organKey, topicOf } from '../names/organ-key';
import { parseRegion, type Region, relate } from '../names/region';
import { hasRank, placeOf, type Standing, standsAt } from './ground';
import { type Membership, membershipInPlace, membershipOf } from './membership';
import { isOrgan, matchSingle } from './named';
import { type Compiled, placesOf } from './profile';
import type { DutyCertainty } from './types';
import type { Verdict } from './verdict';

/** A document's places, for matching. */
export interface Ground {
  /** Empty: it cannot be told what place the document is of. */
  readonly regions: readonly Region[];
  /** Names by which those places may be printed. */
  readonly names: readonly string[];
}

export function groundFor(regions: readonly Region[]): Ground {
  return { regions, names: [...new Set(regions.flatMap(placesOf))].sort((a, b) => b.length - a.length) };
}

const RANK: Readonly<Record<DutyCertainty, number>> = { named: 0, collective: 1, possible: 2 };

function better(a: Verdict | null, b: Verdict | null): Verdict | null {
  if (!a || !b) return a ?? b;
  return RANK[b.certainty] < RANK[a.certainty] ? b : a;
}

/**
 * Whether a printed unit is the profile's. Null: it is not. Cost: a few look-ups; callers read a unit once
 * (`readDesignation`) and ask once a distinct unit.
 */
export function match(designation: Designation, me: Compiled, ground: Ground): Verdict | null {
  const { text, collective } = designation;
  if (designation.excepted.length > 0 && matchAny(designation.excepted, me, ground)) return null;
  // Names of the reader's own place that the document's do not include: read again with them.
  const foreign = me.places.some((place) => text.includes(place) && !ground.names.includes(place));
  const known = foreign ? [...ground.names, ...me.places].sort((a, b) => b.length - a.length) : null;
  const singles = known ? designation.singles.map(({ name }) => readSingle(name.text, known)) : designation.singles;
  let verdict: Verdict | null = null;
  if (collective)
    for (const region of regionsOf(ground)) verdict = better(verdict, matchCollective(collective, me, region));
  else verdict = matchAny(singles, me, ground);
  if (!verdict && designation.aside.length > 0) verdict = doubted(matchAny(designation.aside, me, ground));
  return designation.vague ? doubted(verdict) : verdict;
}

const NOWHERE: readonly (Region | null)[] = [null];

function regionsOf(ground: Ground): readonly (Region | null)[] {
  return ground.regions.length > 0 ? ground.regions : NOWHERE;
}

/** The surest of what several names are to the profile. */
function matchAny(singles: readonly Single[], me: Compiled, ground: Ground): Verdict | null {
  let verdict: Verdict | null = null;
  for (const region of regionsOf(ground))
    for (const single of singles) verdict = better(verdict, matchSingle(single, me, region));
  return verdict;
}

function doubted(verdict: Verdict | null): Verdict | null {
  return verdict && { ...verdict, certainty: 'possible', doubt: 'wording' };
}

function weaker(a: Standing, b: Standing): Standing {
  return a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';
}

/** Where the class is: at the document's own level, at the levels its words name, or everywhere below. */
function standing(designation: Collective, home: Region | null, ground: Region | null): Standing {
  if (!home) return 'maybe';
  const { owners, places, anywhere, grades } = designation;
  if (!ground) {
    // The document's place is unknown: the level words are all there is to go by.
    const words = places.length > 0 ? places : owners;
    if (words.length === 0 || anywhere || grades) return 'maybe';
    return words.some((word) => (word === '国家' ? home.level === 0 : hasRank(home, word))) ? 'maybe' : 'no';
  }
  const relation = relate(home, ground);
  const within: Standing =
    relation === 'same' || relation === 'inside'
      ? 'yes'
      : relation === 'unknown' && home.level >= ground.level
        ? 'maybe'
        : 'no';
  const below = home.level > ground.level;
  const inside: Standing = relation === 'inside' ? 'yes' : relation === 'unknown' && below ? 'maybe' : 'no';
  if (places.length > 0 || anywhere) {
    let best: Standing = 'no';
    if (anywhere && nextLevel(home, ground)) best = inside;
    for (const word of places) best = stronger(best, hasRank(home, word) ? inside : 'no');
    // 各级、各地: what is said of all levels holds where we are, too.
    return grades ? stronger(best, within) : best;
  }
  if (owners.length > 0) {
    let best: Standing = 'no';
    for (const word of owners) {
      if (word === '国家') {
        best = stronger(best, home.level === 0 ? 'yes' : 'no');
        continue;
      }
      const place = placeOf(word, ground);
      if (place) best = stronger(best, standsAt(home, place, ground));
    }
    if (grades && best === 'yes') return best;
    return grades ? stronger(best, within) : best;
  }
  if (grades) return within;
  return relation === 'same' ? 'yes' : relation === 'unknown' && home.level === ground.level ? 'maybe' : 'no';
}

function stronger(a: Standing, b: Standing): Standing {
  return a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';
}

/** 各地 in a province's document reaches its cities and counties; in the nation's, the provinces, which pass it on. */
function nextLevel(home: Region, ground: Region): boolean {
  return ground.level === 0 ? home.level === 1 : home.level > ground.level;
}

/** Townships lie in the document's county, whatever level the words count from. */
function townStanding(home: Region | null, ground: Region | null): Standing {
  if (!home || !ground) return 'maybe';
  const relation = relate(home, ground);
  if (relation === 'same' || relation === 'inside') return 'yes';
  return relation === 'unknown' ? 'maybe' : 'no';
}

/** A class narrowed by words before it: a place narrows the region, anything else makes it "those concerned". */
function narrowed(
  designation: Collective,
  me: Compiled,
  ground: Region | null,
): { ground: Region | null; narrow: boolean } | null {
  const { modifier, leading } = designation;
  if (modifier === null) return { ground, narrow: false };
  if (leading) {
    const place = /[省市县区旗州盟]$/u.test(modifier) ? parseRegion(modifier) : null;
    if (!place || /(?:经济带|发展区|城市群|都市圈|三角)/u.test(modifier)) return { ground, narrow: true };
    // 临澜县各乡镇: that place, and only where the document's own region has it.
    return ground && me.home && relate(me.home, ground) === 'apart' ? null : { ground: place, narrow: false };
  }
  // 各级公安机关, 各市场监管部门: the words are a topic, ours or another's.
  const topic = topicOf(`${modifier}机关`) ?? organKey(`${modifier}局`);
  if (me.names.some(({ name }) => name.key === topic)) return { ground, narrow: false };
  if (me.names.some(({ name }) => isProbable(name.key, topic))) return { ground, narrow: true };
  return isTopic(topic) ? null : { ground, narrow: true };
}

const TOPICS = new Set(
  '公安 司法 教育 财政 民政 审计 统计 税务 气象 水利 水务 商务 交通 应急 卫健 人社 住建 市场监管 生态环境 自然资源 农业农村 文旅 医保 信访 退役军人 发改 工信 科技 城管 林业 检察 审判'
    .split(' ')
    .map((topic) => `${topic}#`),
);

function isTopic(key: string): boolean {
  return TOPICS.has(key);
}

function matchCollective(designation: Collective, me: Compiled, wide: Region | null): Verdict | null {
  const scope = narrowed(designation, me, wide);
  if (!scope) return null;
  const { ground, narrow } = scope;
  if (designation.organ) return matchOrgan(designation, designation.organ, me, ground);
  let best: Verdict | null = null;
  const consider = (membership: Membership, place: Standing): void => {
    if (membership === 'out' || place === 'no') return;
    const sure = membership === 'in' && place === 'yes' && designation.qualifier === 'all' && !narrow;
    best = better(best, {
      certainty: sure ? 'collective' : 'possible',
      relation: designation.qualifier === 'other' ? 'class-other' : sure ? 'class-member' : 'class-relevant',
    });
  };
  const own = standing(designation, me.home, ground);
  for (const name of designation.classes) {
    const isTown = name === 'town' || name === 'street';
    const local = isTown || name === 'zone' || name === 'school' || name === 'hospital' || name === 'enterprise';
    const place = local ? townStanding(me.home, ground) : own;
    consider(membershipOf(me.nature, name, designation), place);
    // 各有关单位 of a city's document may mean a county's, too.
    if (name === 'unit' && designation.qualifier !== 'all' && unscoped(designation)) {
      consider('maybe', me.nature.kind === 'enterprise' ? 'no' : townStanding(me.home, ground));
    }
  }
  const placed = designation.places.length > 0 || designation.anywhere || designation.grades;
  if (placed && designation.classes.every((name) => name === 'zone')) {
    // 各地, 属地 of a county's document are its townships.
    if (designation.anywhere && me.town) consider('maybe', townStanding(me.home, ground));
    const asked = designation.government ? 'government' : designation.party ? 'party' : 'place';
    consider(membershipInPlace(me.nature, asked), own);
    if (asked === 'government' && designation.party) consider(membershipInPlace(me.nature, 'party'), own);
    // 各级人民政府 takes in a township's.
    if (designation.grades && asked !== 'place' && me.town)
      consider('in', weaker('yes', townStanding(me.home, ground)));
  }
  return best;
}

function unscoped(designation: Collective): boolean {
  return designation.owners.length + designation.places.length === 0 && !designation.government && !designation.direct;
}

/** 各县（市、区）司法局, 市、区机管局: one organ in several places. */
function matchOrgan(designation: Collective, organ: string, me: Compiled, ground: Region | null): Verdict | null {
  const same = isOrgan(organ, me);
  if (!same) return null;
  let best: Verdict | null = null;
  const consider = (place: Standing, plural: boolean): void => {
    if (place === 'no') return;
    const sure = place === 'yes' && designation.qualifier === 'all' && same !== 'probable-alias';
    const certainty = sure ? (plural ? 'collective' : 'named') : 'possible';
    best = better(best, { certainty, relation: plural && sure ? 'class-member' : same });
  };
  for (const word of designation.owners.concat(designation.places)) {
    if (!me.home) consider('maybe', true);
    else if (!ground) consider(hasRank(me.home, word) ? 'maybe' : 'no', true);
    else if (word === '国家') consider(me.home.level === 0 ? 'yes' : 'no', false);
    else consider(...seat(word, designation, me.home, ground));
  }
  if (designation.grades || designation.anywhere) consider(standing(designation, me.home, ground), true);
  return best;
}

/** How we stand to one of the places, and whether it is one of many. */
function seat(word: string, designation: Collective, home: Region, ground: Region): [Standing, boolean] {
  const place = placeOf(word, ground);
  if (!place) return ['no', false];
  if (place.where !== 'own' || !designation.each) return [standsAt(home, place, ground), place.where === 'below'];
  // 各县（市、区） of a city: the 市 among them are its county-level cities, not itself.
  return [hasRank(home, word) && relate(home, ground) === 'inside' ? 'yes' : 'no', true];
}
