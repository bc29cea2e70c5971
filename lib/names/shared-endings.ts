import type { ListedUnit, ListPart } from './coordination';
import { isOrgan, withoutBracket } from './organ';

const government = /(?:人民政府|政府|政府（管委会）|政府\(管委会\))$/;
const committee = /(?:管委会|管理委员会)$/;
const placeEnd = /(?:省|市|县|区|旗|州|盟|乡|镇|兵团)$/;
const zoneEnd =
  /(?:新区|开发区|示范区|高新区|经开区|园区|景区|度假区|保税区|合作区|试验区|功能区|风景区|管理区|片区|新城|港|湖|山)$/;
/** A member that could wait for a shared ending ends so. */
const mayWait = /[省市县区旗州盟乡镇道团港湖山城级直央家]$/;
/** What no member that brings an ending ends with. */
const strip = /(?:等|按.{0,12})$/;
/** Most members one shared ending is looked for behind. */
const widest = 16;
const level = /^(?:各)?(?:省|市|县|区|州|旗|盟|乡|镇|街道|自治[区县州旗]|直辖市|国家|中央)(?:级|直)?$/;

/**
 * Puts together what is one designation with a shared ending: 市、区机管局 · 各区、市政府 · 广州、深圳市政府 ·
 * 甲示范区、乙新区管委会. The members before the last are places or levels that are no organ by themselves.
 */
export function merge(text: string, raw: readonly (ListPart & { group: number; part: number })[]): ListedUnit[] {
  const out: ListedUnit[] = [];
  for (let i = 0; i < raw.length; i++) {
    const { start, group, part } = raw[i]!;
    const last = withGovernment(text, raw, withSingleEndings(text, raw, i, lastOfShared(text, raw, i)));
    const { end } = raw[last]!;
    const name = text.slice(start, end);
    if (name) out.push({ start, end, name, group, part });
    i = last;
  }
  return out;
}

const printed = (text: string, { start, end }: ListPart): string => text.slice(start, end);

/** The nearest member with an ending that all from the first on share; the first where there is none. */
function lastOfShared(text: string, raw: readonly ListPart[], i: number): number {
  if (raw[i + 1]?.before !== '、') return i;
  const first = printed(text, raw[i]!);
  if (government.test(first) || !(mayWaitFor(first) || ordinal.test(first))) return i;
  // 各车间、各职能部门: a class of its own waits for nothing; 各区、各县人民政府 does.
  if (first.startsWith('各') && !mayWait.test(first) && text[raw[i + 1]!.start] === '各') return i;
  for (let j = i + 1; j < raw.length && j <= i + widest && raw[j]!.before === '、'; j++) {
    const tail = printed(text, raw[j]!).replace(strip, '');
    if (endsShared(tail)) return raw.slice(i, j).every((member) => isOpenMember(printed(text, member), tail)) ? j : i;
    // 东山、西河、南岭县人民政府: a further place without an ending of its own waits like the first.
    if (!mayWaitFor(tail)) return i;
  }
  return i;
}

/** 市政府各委、办、局: single endings that go with the first. */
function withSingleEndings(text: string, raw: readonly ListPart[], first: number, last: number): number {
  let to = last;
  if (!/各[委办局厅]$/.test(printed(text, raw[first]!))) return to;
  while (raw[to + 1]?.before === '、' && /^[委办局厅署院]$/.test(printed(text, raw[to + 1]!))) to++;
  return to;
}

/** 各县（市、区）党委、政府: the two of one place are one designation. */
function withGovernment(text: string, raw: readonly ListPart[], last: number): number {
  const next = raw[last + 1];
  const joined = next?.before === '、' && /^(?:人民政府|政府|管委会)$/.test(printed(text, next));
  return joined && /党[（(]?工?[）)]?委$/.test(printed(text, raw[last]!)) ? last + 1 : last;
}

const mayWaitFor = (member: string): boolean => mayWait.test(withoutBracket(member)) || isSubject(member);

const endsShared = (tail: string): boolean => {
  const bare = withoutBracket(tail);
  return (
    government.test(bare) ||
    committee.test(bare) ||
    (isOrgan(tail) &&
      !subject.test(bare) &&
      !placeEnd.test(bare) &&
      !zoneEnd.test(bare) &&
      !/(?:街道|办事处|镇街|社区|村)$/.test(bare))
  );
};

/** Could `member` wait for an ending that `tail` (or a later member) brings? */
function isOpenMember(member: string, tail: string): boolean {
  const bare = withoutBracket(member);
  // 各镇、县直各部门: two classes, each with an ending of its own.
  if (/^各/.test(bare) && /^.{1,3}(?:[直属级]各?|各)/.test(tail)) return false;
  if (ordinal.test(bare)) return /^第[一二三四五六七八九十]/.test(tail);
  // 各镇、县民政局: lists go down from level to level; what is below cannot share the ending of what is above.
  if (/[乡镇村道]$/.test(bare) && /^(?:各)?(?:省|市|县|区|州|旗)/.test(tail)) return false;
  if (level.test(bare)) return sharesLevel.test(tail) || level.test(withoutBracket(tail));
  const end = withoutBracket(tail);
  if (government.test(bare) || committee.test(bare)) return false;
  if (offices.test(end)) return isSubject(bare);
  if (committee.test(end) || (zoneEnd.test(end) && zoneEnd.test(bare))) return zoneEnd.test(bare);
  if (government.test(end)) return placeEnd.test(bare) ? !zoneEnd.test(bare) || zoneEnd.test(end) : isShortPlace(bare);
  if (placeEnd.test(end)) return (placeEnd.test(bare) && !zoneEnd.test(bare)) || isShortPlace(bare);
  return false;
}

/** 市、区机管局: the ending must bring a level of its own; 各镇、街道办事处 are two. */
const sharesLevel = /^(?:各)?(?:省|市|县|区|州|旗|乡|镇|两级|自治[区县州旗]|直辖市)/;

/** 住建、公安部门 · 发展改革、财政等部门: subjects that share the word for an office. */
const offices = /^[\u4e00-\u9fff]{2,12}(?:主管部门|部门|机关)$/;
/** 第一、第二监督检查室: numbered offices. */
const ordinal = /^第[一二三四五六七八九十]{1,3}$/;
const isSubject = (bare: string): boolean =>
  /^[\u4e00-\u9fff]{2,8}$/.test(bare) && (!isOrgan(bare) || subject.test(bare));
/** Words that are the short name of an organ as well as its subject. */
const subject = /^(?:公安|气象|税务|消防|水务|供电|电信|邮政|烟草|海关)$/;

const isShortPlace = (bare: string): boolean => /^[\u4e00-\u9fff]{2,3}$/.test(bare) && !isOrgan(bare);
