import { type ClassName, NARROWING, WORDS, type Word } from './lexicon/classes';
import { windowsOf } from './window';

const WINDOWS = windowsOf(WORDS.keys());

/** A collective designation taken apart: whose (scope), which (class), all of them or some (qualifier). */
export interface Collective {
  /** all: every member. relevant: 有关. other: 其他, those not named. */
  readonly qualifier: 'all' | 'relevant' | 'other';
  /** 各, or a plural of places. */
  readonly each: boolean;
  /** 各级, 地方, 全市: at every level from the document's own down. */
  readonly grades: boolean;
  /** Level words before the class that say whose it is: 区 of 区政府各部门; 市 and 区 of 市、区有关部门. */
  readonly owners: readonly string[];
  /** Level words after 各 that are themselves the class: 县, 市, 区 of 各县（市、区）. */
  readonly places: readonly string[];
  /** 各地, 各地区: places without a level. */
  readonly anywhere: boolean;
  readonly classes: readonly ClassName[];
  /** 政府 stands in it: of the owners or of the places. */
  readonly government: boolean;
  readonly party: boolean;
  /** 区直, 市级, 县属: directly under that level. */
  readonly direct: boolean;
  /** An organ of each place: 司法局 of 各县（市、区）司法局. */
  readonly organ: string | null;
  /** Words that narrow it and are not of the grammar: 行业 of 各行业…, 沿海经济带 before 各市. */
  readonly modifier: string | null;
  /** The narrowing words stand before everything: a place or a zone (临澜县各乡镇). */
  readonly leading: boolean;
}

interface Token {
  readonly word: Word | null;
  readonly text: string;
}

/** Longest match, left to right; what is not in the vocabulary comes back in runs. Linear. */
function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let run = '';
  const flush = (): void => {
    if (run) tokens.push({ word: null, text: run });
    run = '';
  };
  for (let at = 0; at < text.length; ) {
    let length = Math.min(WINDOWS.get(text[at]!) ?? 0, text.length - at);
    while (length > 0 && !WORDS.has(text.slice(at, at + length))) length -= 1;
    // 各地级市 is 各 and 地级市, not 各地.
    if (length === 2 && text.startsWith('各地', at) && '级市州'.includes(text[at + 2] ?? ' ')) length = 1;
    // 市政府 is 市 and 政府, not 市政.
    if (length === 2 && text.startsWith('市政府', at)) length = 1;
    if (length === 0) {
      run += text[at];
      at += 1;
      continue;
    }
    const form = text.slice(at, at + length);
    const word = WORDS.get(form)!;
    if (word.type === 'plain') run += form;
    else {
      flush();
      tokens.push({ word, text: form });
    }
    at += length;
  }
  flush();
  return tokens;
}

/** A designation of which nothing is read yet. */
const blank = () => ({
  relevant: false,
  other: false,
  each: false,
  grades: false,
  owners: [] as string[],
  places: [] as string[],
  anywhere: false,
  classes: new Set<ClassName>(),
  government: false,
  party: false,
  direct: false,
  unknown: [] as string[],
  leading: false,
  /** Unknown words stand behind the last word of the grammar. */
  trailing: false,
});

type Draft = ReturnType<typeof blank>;

/**
 * Reads a normalised designation as a collective one; null when it is the name of one unit. A word is only one unit's
 * when nothing says that several are meant: 区政府 is one, 各区政府 are many, 区政府办公室 is one.
 */
export function parseCollective(designation: string): Collective | null {
  const text = designation.replace(/(?:\d+|[一二三四五六七八九十百]+)个(?=[乡镇街县区市部单])/u, '各');
  const draft = blank();
  const tokens = lex(text);
  for (const [index, token] of tokens.entries()) read(draft, token, index, tokens);
  // Which of them are the three of 3个乡镇 is not said; 全县12个乡镇 are all.
  if (text !== designation && !draft.grades) draft.relevant = true;
  return conclude(draft);
}

function read(draft: Draft, { word, text }: Token, index: number, tokens: readonly Token[]): void {
  const behind = draft.trailing;
  draft.trailing = false;
  const unknown = (): void => {
    if (behind) draft.unknown.push(`${draft.unknown.pop() ?? ''}${text}`);
    else draft.unknown.push(text);
    draft.trailing = true;
    draft.leading ||= index === 0;
  };
  if (!word) {
    unknown();
    return;
  }
  switch (word.type) {
    case 'each':
      // What stands before 各 says whose they are.
      draft.owners.push(...draft.places);
      draft.places = [];
      draft.each = true;
      return;
    case 'relevant':
      draft.relevant = true;
      return;
    case 'other':
      draft.other = true;
      return;
    case 'grades': {
      // 地方政府 is every level's; 地方金融局 is one office.
      const after = tokens[index + 1]?.word?.type;
      if (text !== '地方' || after === 'government' || after === 'party' || after === 'grades') draft.grades = true;
      else unknown();
      return;
    }
    case 'everywhere':
      draft.grades = true;
      return;
    case 'level':
      draft.places.push(...word.words);
      // 设区市, 地级市: no one city is called so.
      if (/^(?:设区|地级|省辖)/u.test(text)) draft.each = true;
      return;
    case 'anywhere':
      if (text === '属地') draft.relevant = true;
      if (text.startsWith('各') || draft.each || draft.relevant) draft.anywhere = true;
      else unknown();
      if (text.startsWith('各')) draft.each = true;
      return;
    case 'government':
      draft.government = true;
      return;
    case 'party':
      if (text !== '委' || tokens[index - 1]?.word?.type === 'level') draft.party = true;
      else unknown();
      return;
    case 'direct': {
      const before = tokens[index - 1]?.word?.type;
      if (before === 'level' || before === 'each' || index === 0) draft.direct = true;
      else unknown();
      return;
    }
    case 'class':
      for (const name of word.classes) draft.classes.add(name);
      return;
    default:
      return;
  }
}

function conclude(draft: Draft): Collective | null {
  const { unknown, trailing } = draft;
  // 驻县各单位 are those stationed there, not the county's own.
  const classes: ReadonlySet<ClassName> = draft.classes.has('stationed') ? new Set(['stationed']) : draft.classes;
  const plural = draft.each || draft.relevant || draft.other || draft.grades;
  const levels = draft.places.length + draft.owners.length;
  // 市、区机管局: several level words side by side; 清河市临澜县司法局 is one unit.
  const several = plural || (levels >= 2 && unknown.length === (trailing ? 1 : 0));
  if (trailing && (classes.size > 0 || !several || !(levels > 0 || draft.grades || draft.anywhere))) return null;
  const organ = trailing ? `${draft.government ? '政府' : ''}${unknown.pop()!}` : null;
  const modifier = unknown.join('') || null;
  if (classes.size === 0 && !organ && !meansPlaces(draft, several)) return null;
  // 县级公安部门 and 某领导小组成员单位 are many without 各; 城关街道办事处 is one.
  const many = plural || levels >= 2 || draft.direct || classes.has('members') || classes.has('stationed');
  if (classes.size > 0 && !many && modifier && !NARROWING.test(modifier)) return null;
  return { ...ofWhom(draft, classes), organ, modifier, leading: draft.leading && modifier !== null };
}

/** Whose the class is, and which of its members are meant. */
function ofWhom(draft: Draft, classes: ReadonlySet<ClassName>): Omit<Collective, 'organ' | 'modifier' | 'leading'> {
  const { places, owners } = draft;
  // Without 各 the places say whose the class is: 市、区有关部门. A zone beside places is one more of them.
  // 各县直部门 are a county's own, 各县部门 are those of each county.
  const direct = draft.direct && draft.each && owners.length === 0;
  const spread = (direct || (!draft.each && owners.length === 0)) && [...classes].some((name) => name !== 'zone');
  return {
    qualifier: draft.other ? 'other' : draft.relevant ? 'relevant' : 'all',
    each: draft.each,
    grades: draft.grades,
    owners: spread ? places : owners,
    places: spread ? [] : places,
    anywhere: draft.anywhere,
    classes: [...classes],
    government: draft.government,
    party: draft.party,
    direct: draft.direct,
  };
}

/**
 * Places or governments and no more: 各县区, 各市人民政府, 有关县区, 市、县、区政府, and any of a level (省级人民政府); 区政府 alone is one unit.
 */
function meansPlaces({ anywhere, places, grades, government, party, direct }: Draft, several: boolean): boolean {
  const many = several || (direct && government);
  return anywhere || (many && (places.length > 0 || (grades && (government || party))));
}
