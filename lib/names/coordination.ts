import { closesAt, codes, opensAt, Sign, stepAt } from '../text/chars';
import { Strand } from '../text/strand';
import { beginsWithLevel, isOrgan } from './organ';
import { remembered } from './remembered';
import { beginsNumbered, isOrnament, partsNames } from './separators';
import { merge } from './shared-endings';
import { partsAt, wordsBehind } from './white-space';

/** A unit in a list: a stretch of the strand the list was read from. */
export interface ListedUnit {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Number of the group it stands in; groups are set apart by ；. */
  readonly group: number;
  /** Number of the part it stands in; parts are set apart by ， or ；. */
  readonly part: number;
}

export interface UnitList {
  readonly units: readonly ListedUnit[];
  /** The list ends in 等. */
  readonly open: boolean;
}

export interface ListPart {
  start: number;
  end: number;
  /** The separator before it; '' for the first. */
  before: string;
}

/** Cuts a list at its separators, outside brackets; at white space where both sides are names of organs. */
export function partsOf(strand: Strand, start: number, end: number): ListPart[] {
  const { text } = strand;
  const tokens: ListPart[] = [];
  let depth = 0;
  let from = start;
  let before = '';
  const push = (to: number) => {
    if (to > from) tokens.push({ start: from, end: to, before });
  };
  const gaps = strand.gaps.length > 0;
  for (let i = start; i < end; i++) {
    const step = stepAt(text, i);
    if (depth === 0 && beginsNumbered(text, from, i)) {
      push(i);
      from = i;
      before = '、';
    }
    if (step) depth = Math.max(0, depth + step);
    else if (depth === 0 && partsNames(text, from, i)) {
      push(i);
      from = i + 1;
      before = text[i]!;
    }
    if (depth === 0 && i > from && gaps && strand.hasGap(i) && partsAt(text.slice(from, i), wordsBehind(strand, i))) {
      push(i);
      from = i;
      before = ' ';
    }
  }
  push(end);
  return tokens;
}

const lead = /^(?:以及|会同|及其|[及由请暨]|与(?!县)|并(?!州)|和(?![平谐田县龙硕林顺布政]))/;
/** Words that hand work to a unit; they are no part of its name where it begins as a name does: 责成县司法局. */
const handing =
  /^(?:拟?[转交](?:请|由)?|拟[请由]|责任(?:在|落[到在])|责成|委托|指定|明确|安排|分给|落实到|归口)(?=.{3})/;
const division =
  /(?:按照?|依照?|依据|根据|结合)(?:各自|相关|有关|部门|工作|其)?(?:的)?(?:职责|职能|权限|任务|责任|分工)[^、，；]{0,16}$/;
const bareRest =
  /^(?:\d{1,2}个|多个)?(?:国务院|中央|省|市|县|区|州|省级|市级|区级|县级|市直|县直|区直|省直|市有关|省有关)?(?:有关|相关|其他|各)*(?:职能|责任|成员|业务|主管|行业)?(?:部门|单位|地区|地方|部委|机构|企业|部门（单位）|部门和单位|方面|委办局|处室|科室)?$/;

/** 等窗口单位, 等金融机构: after names a word for their kind, and no name of its own. */
const classRest = /^(?!各|全|所有)[^及和与、]{0,8}(?:单位|部门|机构|院校|高校|院所|协会商会)$/;

/** A name with something to take off or to split at; most have nothing. */
const special =
  /^[^\u3400-\u9fff\w“‘（(〈]|^[（(]\d|^[\d①-⑳以会由并请暨及和与交转拟责委指明安分落归]|^.是|[等及和与并暨同按依根结]|[责实]$|[^\u3400-\u9fff\w”’）)〉\]】〕］〗｝」』]$/;

/** What may follow 等 where it closes no list: 高等学校, 一等级. */
const afterEtc = codes('学教院职专级');
const etc = 0x7b49;
/** Longest list that is kept. */
const keptLength = 48;
const nothing: UnitList = { units: [], open: false };

/**
 * Reads a list of units. `[start, end)` of the strand holds nothing but the list and its suffixes.
 *
 * A document names the same units again and again (县财政局、县水利局): a list is read once and told anew for each place.
 */
export function readUnits(strand: Strand, start = 0, end = strand.length): UnitList {
  const { list, base } = readList(strand, start, end);
  if (base === 0) return list;
  const units = list.units.map((u) => ({
    start: u.start + base,
    end: u.end + base,
    name: u.name,
    group: u.group,
    part: u.part,
  }));
  return { units, open: list.open };
}

/** The same with places counted from `base`. */
export function readList(strand: Strand, start: number, end: number): { list: UnitList; base: number } {
  if (start >= end) return { list: nothing, base: 0 };
  const { text } = strand;
  // White space tells names apart, and 等 depends on its neighbours: such a list is read where it stands.
  const here =
    end - start > keptLength ||
    strand.gaps.length > 0 ||
    (strand.signs & Sign.space) !== 0 ||
    text.charCodeAt(start) === etc ||
    (text.charCodeAt(end - 1) === etc && afterEtc.has(text.charCodeAt(end)));
  if (here) return { list: readHere(strand, start, end), base: 0 };
  return { list: readKept(text.slice(start, end)), base: start };
}

const readKept = remembered((text): UnitList => readHere(Strand.of(text, 0, text.length), 0, text.length));

function readHere(strand: Strand, start: number, end: number): UnitList {
  let open = false;
  const raw: (ListPart & { group: number; part: number })[] = [];
  let group = 0;
  let part = 0;
  for (const token of partsOf(strand, start, end)) {
    if (token.before === '；' || token.before === ';') group++;
    if (token.before && '；;，,'.includes(token.before)) part++;
    if (!special.test(strand.text.slice(token.start, token.end))) {
      raw.push({ start: token.start, end: token.end, before: token.before, group, part });
      continue;
    }
    for (const piece of splitToken(strand.text, token)) {
      if (piece.open) open = true;
      if (piece.end > piece.start) raw.push({ ...piece, group, part });
    }
  }
  return { units: merge(strand.text, raw), open };
}

/** A name of a list as it was split off a token; `open` where 等 follows it. */
type SplitPart = ListPart & { open: boolean };

/** One token → the names in it: what stands before and after 等, and on both sides of 及 or 和. */
function splitToken(text: string, token: ListPart): SplitPart[] {
  const start = nameStart(text, token.start, token.end);
  const trimmed = trimmedEnd(text, start, token.end);
  const end = nameEnd(text, start, trimmed);
  if (end < 0) return [];
  const etc = etcAt(text, start, end);
  const subject = etc > start ? subjectsOf(text, start, etc, end) : -1;
  if (subject > 0) {
    const rest = join(text, { start: subject, end, before: '及' }).filter((t) => isOrgan(text.slice(t.start, t.end)));
    const named = { ...token, start, end: subject - (/^[和及与]/.test(text[subject - 1] ?? '') ? 1 : 0), open: true };
    return [named, ...rest.map((t) => ({ ...t, open: false }))];
  }
  if (etc < 0) return join(text, { ...token, start, end }).map((t) => ({ ...t, open: false }));
  const out = join(text, { ...token, start, end: etc }).map((t) => ({ ...t, open: true }));
  if (out.length === 0) out.push({ ...token, start: etc, end: etc, open: true });
  return withRest(text, out, etc + 1, end);
}

/** Where a token's name begins: behind ornaments, the number of a list and words that lead to it (以及, 会同). */
function nameStart(text: string, from: number, end: number): number {
  let start = from;
  while (start < end && isOrnament(text.charCodeAt(start))) start++;
  const to = trimmedEnd(text, start, end);
  const c = text[start]!;
  if ((c >= '0' && c <= '9') || (c >= '①' && c <= '⑳') || c === '（' || c === '(') {
    const number = /^(?:\d{1,2}[.．、]|[①-⑳]|[（(]\d{1,2}[）)])/.exec(text.slice(start, start + 4));
    if (number && start + number[0].length < to) start += number[0].length;
  }
  // 一是县林业局要…: the count of a point.
  if (text[start + 1] === '是' && '一二三四五六七八九十'.includes(c)) start += 2;
  if ('以会及和与由并请暨'.includes(c)) {
    const first = lead.exec(text.slice(start, Math.min(to, start + 4)));
    if (first && to - start > 3) start += first[0].length;
  }
  const handed = '交转拟责委指明安分落归'.includes(text[start]!) ? handing.exec(text.slice(start, to)) : null;
  return handed && beginsWithLevel(text.slice(start + handed[0].length, to)) ? start + handed[0].length : start;
}

/** The end of a token before the ornaments that close it. */
function trimmedEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && isOrnament(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where a token's name ends: before 按职责分工 and 负责; -1 where it is nothing but such words. */
function nameEnd(text: string, start: number, from: number): number {
  let end = from;
  const name = text.slice(start, end);
  if (/[按依根结]/.test(name)) {
    const cut = division.exec(name);
    if (cut?.index === 0) return -1;
    if (cut) end = start + cut.index;
  }
  if (text[end - 1] === '责' || text[end - 1] === '实') {
    const suffix = /(?:共同|分别|具体|分工|牵头)?(?:负责|落实)(?:落实)?$/.exec(text.slice(start, end));
    if (suffix && suffix.index > 0) end = start + suffix.index;
  }
  return end;
}

/** Adds the organs between 等 and the end of the token to the names before it; a bare 部门 or 单位 is none. */
function withRest(text: string, out: SplitPart[], from: number, end: number): SplitPart[] {
  const joiner = /^(?:以及|及|和|与)/.exec(text.slice(from, end));
  const rest = joiner ? from + joiner[0].length : from;
  const tail = text.slice(rest, end);
  if (!tail || (!joiner && (bareRest.test(tail) || (out[0]!.end > out[0]!.start && classRest.test(tail))))) return out;
  const named = join(text, { start: rest, end, before: '等' });
  for (const t of named) {
    const name = text.slice(t.start, t.end);
    if (/^(?:有关|相关|其他)*(?:部门|单位)$/.test(name) && named.length > 1) continue;
    if (isOrgan(name)) out.push({ ...t, open: false });
  }
  return out;
}

/**
 * 绿化等部门: what stands before 等 is a subject and no name, so the word for an office belongs to the designation. Where
 * what comes behind it begins (behind 和); -1 where it is not so.
 */
function subjectsOf(text: string, start: number, etc: number, end: number): number {
  const before = text.slice(start, etc);
  const office = /^等(?:主管部门|部门|机关)(?:和|及|与)?/.exec(text.slice(etc, end));
  const named = before.split(/[和及与]/).some((name) => isOrgan(name));
  return office && /^[\u4e00-\u9fff]{2,10}$/.test(before) && !named ? etc + office[0].length : -1;
}

/** Where 等 closes a list (not 高等, 中等, 平等 …); -1 where it does not. */
function etcAt(text: string, start: number, end: number): number {
  if (!text.slice(start, end).includes('等')) return -1;
  let depth = 0;
  for (let i = start; i < end; i++) {
    depth = Math.max(0, depth + stepAt(text, i));
    if (depth || text[i] !== '等') continue;
    if ('高中初同平均优一二三上'.includes(text[i - 1] ?? '') && /[学教院职院专]/.test(text[i + 1] ?? '')) continue;
    if (text[i + 1] === '级') continue;
    return i;
  }
  return -1;
}

/** Both are organs of their own: 县财政局 and 县审计局. */
function areNames(left: string, right: string): boolean {
  // 各乡镇党委和人民政府, 各有关部门和地区: the second name leans on the first.
  if (/^(?:其|(?:人民政府|政府|地区|地方|部门|单位)$)/.test(right) || left.length < 2) return false;
  // 实验室与设备管理处 is one office of a university.
  if (left === '实验室' && /^[\u4e00-\u9fff]{2,6}[处部科]$/.test(right)) return false;
  const weak = /[省市县区乡镇村会]$/.test(left) && !/(?:委员会|工会|联合会|管委会|协会|理事会)$/.test(left);
  const rightIsClass = /^(?:各|有关|相关|其他|所有|全)/.test(right);
  return isOrgan(left) && (!weak || rightIsClass) && isOrgan(right.replace(/等.{0,12}$/, ''));
}

/** Longest name beside a joiner, with 等 and what follows it. */
const longestSide = 80;

/** Splits at 及, 以及, 和, 与 where what stands on both sides are organs of their own. */
function join(text: string, token: ListPart): ListPart[] {
  const piece = text.slice(token.start, token.end);
  if (!/[及和与并暨同]/.test(piece)) return token.end > token.start ? [token] : [];
  const found = /以及|及|和|与|并|暨|(?<![会协共合一等陪随])同(?=[省市县区州旗镇乡各])/g;
  const out: ListPart[] = [];
  let from = token.start;
  for (let m = found.exec(piece); m; m = found.exec(piece)) {
    const at = token.start + m.index;
    // No name is so long, and to look at what stands beside every 和 of an endless one would cost the square of its length.
    if (at - from > longestSide || token.end - at > longestSide) continue;
    if (insideBracket(text, token.start, at)) continue;
    if (!areNames(text.slice(from, at), nameBehind(text, at + m[0].length, token.end))) continue;
    out.push({ start: from, end: at, before: out.length ? '及' : token.before });
    from = at + m[0].length;
  }
  if (token.end > from) out.push({ start: from, end: token.end, before: out.length ? '及' : token.before });
  return out;
}

/** What stands behind a joiner: all of it, or of a long list as many whole names as one name (at most 40 signs) could be long. */
function nameBehind(text: string, from: number, end: number): string {
  const near = text.slice(from, Math.min(end, from + 40));
  const last = end - from > near.length ? near.search(/(?:以?及|[和与并暨])(?!.*[及和与并暨])/) : -1;
  return last > 0 ? near.slice(0, last) : text.slice(from, end);
}

function insideBracket(text: string, start: number, at: number): boolean {
  let depth = 0;
  for (let i = start; i < at; i++) {
    if (opensAt(text, i) || text[i] === '〈') depth++;
    else if (closesAt(text, i) || text[i] === '〉') depth--;
  }
  return depth > 0;
}
