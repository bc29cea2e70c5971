import { closesAt, opensAt, stepAt } from './chars';
import { isOrgan, withoutBracket } from './organ';
import type { Strand } from './strand';

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

interface Token {
  start: number;
  end: number;
  /** The separator before it; '' for the first. */
  before: string;
}

const separators = '、，,；;/／|｜。';

/** Cuts a list at its separators, outside brackets; at white space where both sides are names of organs. */
export function tokensOf(strand: Strand, start: number, end: number): Token[] {
  const { text } = strand;
  const tokens: Token[] = [];
  let depth = 0;
  let from = start;
  let before = '';
  const push = (to: number) => {
    if (to > from) tokens.push({ start: from, end: to, before });
  };
  const gaps = strand.gaps.length > 0;
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    const step = stepAt(text, i);
    if (step) depth = Math.max(0, depth + step);
    else if (depth === 0 && separators.includes(c)) {
      push(i);
      from = i + 1;
      before = c;
    }
    if (depth === 0 && i > from && gaps && strand.hasGap(i) && partsAt(text.slice(from, i), text.slice(i, i + 2))) {
      push(i);
      from = i;
      before = ' ';
    }
  }
  push(end);
  return tokens;
}

/** White space parts two names, not one name broken over a line end (市住房和城乡⏎建设局). */
const partsAt = (left: string, right: string): boolean =>
  isOrgan(left) &&
  (/[局委办厅署府司行]$/.test(left) || /^(?:省|市|县|区|州|旗|镇|乡|各|国|中|人民|有关|相关|自治)/.test(right));

const lead = /^(?:以及|会同|及其|及|和|与|由|并|请|暨)(?=[^平谐田县龙硕林顺布政])/;
const division =
  /(?:按照?|依照?|依据|根据|结合)(?:各自|相关|有关|部门|工作|其)?(?:的)?(?:职责|职能|权限|任务|责任|分工)[^、，；]{0,16}$/;
const bareRest =
  /^(?:\d{1,2}个|多个)?(?:国务院|中央|省|市|县|区|州|省级|市级|区级|县级|市直|县直|区直|省直|市有关|省有关)?(?:有关|相关|其他|各)*(?:职能|责任|成员|业务|主管|行业)?(?:部门|单位|地区|地方|部委|机构|企业|部门（单位）|部门和单位|方面|委办局|处室|科室)?$/;

/** A name with something to take off or to split at; most have nothing. */
const special = /^[\d①-⑳以会由并请暨及和与：:。.·•\-—*]|[等及和与按依根结]|[责实。.：:]$/;

/** Reads a list of units. `[start, end)` of the strand holds nothing but the list and its suffixes. */
export function readUnits(strand: Strand, start = 0, end = strand.length): UnitList {
  let open = false;
  const raw: (Token & { group: number; part: number })[] = [];
  let group = 0;
  let part = 0;
  for (const token of tokensOf(strand, start, end)) {
    if (token.before === '；' || token.before === ';') group++;
    if ('；;，,'.includes(token.before) && token.before) part++;
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

/** One token → the names in it: what stands before and after 等, and on both sides of 及 or 和. */
function splitToken(text: string, token: Token): (Token & { open: boolean })[] {
  let { start, end } = token;
  const trimmed = () => {
    while (start < end && '：:。.·•-—*'.includes(text[start]!)) start++;
    while (end > start && '。.：:'.includes(text[end - 1]!)) end--;
  };
  trimmed();
  const c = text[start]!;
  if ((c >= '0' && c <= '9') || (c >= '①' && c <= '⑳')) {
    const number = /^(?:\d{1,2}[.．、]|[①-⑳])/.exec(text.slice(start, start + 4));
    if (number && start + number[0].length < end) start += number[0].length;
  }
  if ('以会及和与由并请暨'.includes(c)) {
    const first = lead.exec(text.slice(start, Math.min(end, start + 4)));
    if (first && end - start > 3) start += first[0].length;
  }
  const name = text.slice(start, end);
  if (/[按依根结]/.test(name)) {
    const cut = division.exec(name);
    if (cut && cut.index > 0) end = start + cut.index;
    else if (cut && cut.index === 0) return [];
  }
  if (text[end - 1] === '责' || text[end - 1] === '实') {
    const suffix = /(?:共同|分别|具体|分工|牵头)?(?:负责|落实)(?:落实)?$/.exec(text.slice(start, end));
    if (suffix && suffix.index > 0) end = start + suffix.index;
  }
  const etc = etcAt(text, start, end);
  if (etc < 0) return join(text, { ...token, start, end }).map((t) => ({ ...t, open: false }));
  const out = join(text, { ...token, start, end: etc }).map((t) => ({ ...t, open: true }));
  if (out.length === 0) out.push({ ...token, start: etc, end: etc, open: true });
  let rest = etc + 1;
  const joiner = /^(?:以及|及|和|与)/.exec(text.slice(rest, end));
  if (joiner) rest += joiner[0].length;
  const tail = text.slice(rest, end);
  if (!tail || (!joiner && bareRest.test(tail))) return out;
  const named = join(text, { start: rest, end, before: '等' });
  for (const t of named) {
    const name = text.slice(t.start, t.end);
    if (/^(?:有关|相关|其他)*(?:部门|单位)$/.test(name) && named.length > 1) continue;
    if (isOrgan(name)) out.push({ ...t, open: false });
  }
  return out;
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

/** Splits at 及, 以及, 和, 与 where what stands on both sides are organs of their own. */
function join(text: string, token: Token): Token[] {
  const piece = text.slice(token.start, token.end);
  if (!/[及和与]/.test(piece)) return token.end > token.start ? [token] : [];
  const found = /以及|及|和|与/g;
  const out: Token[] = [];
  let from = token.start;
  for (let m = found.exec(piece); m; m = found.exec(piece)) {
    const at = token.start + m.index;
    const left = text.slice(from, at);
    const right = text.slice(at + m[0].length, token.end);
    if (insideBracket(text, token.start, at)) continue;
    if (right.startsWith('其') || left.length < 2) continue;
    const weak = /[省市县区乡镇村会]$/.test(left) && !/(?:委员会|工会|联合会|管委会|协会|理事会)$/.test(left);
    const rightIsClass = /^(?:各|有关|相关|其他|所有|全)/.test(right);
    if (!isOrgan(left) || (weak && !rightIsClass) || !isOrgan(right.replace(/等.{0,12}$/, ''))) continue;
    out.push({ start: from, end: at, before: out.length ? '及' : token.before });
    from = at + m[0].length;
  }
  if (token.end > from) out.push({ start: from, end: token.end, before: out.length ? '及' : token.before });
  return out;
}

function insideBracket(text: string, start: number, at: number): boolean {
  let depth = 0;
  for (let i = start; i < at; i++) {
    if (opensAt(text, i) || text[i] === '〈') depth++;
    else if (closesAt(text, i) || text[i] === '〉') depth--;
  }
  return depth > 0;
}

const government = /(?:人民政府|政府|政府（管委会）|政府\(管委会\))$/;
const committee = /(?:管委会|管理委员会)$/;
const placeEnd = /(?:省|市|县|区|旗|州|盟|乡|镇|兵团)$/;
const zoneEnd =
  /(?:新区|开发区|示范区|高新区|经开区|园区|景区|度假区|保税区|合作区|试验区|功能区|风景区|管理区|片区|新城|港|湖|山)$/;
/** A member that could wait for a shared ending ends so. */
const mayWait = /[省市县区旗州盟乡镇道团港湖山城级直央家]$/;
/** Most members one shared ending is looked for behind. */
const widest = 16;
const level = /^(?:各)?(?:省|市|县|区|州|旗|盟|乡|镇|街道|自治区|直辖市|国家|中央)(?:级|直)?$/;

/**
 * Puts together what is one designation with a shared ending: 市、区机管局 · 各区、市政府 · 广州、深圳市政府 ·
 * 甲示范区、乙新区管委会. The members before the last are places or levels that are no organ by themselves.
 */
function merge(text: string, raw: (Token & { group: number; part: number })[]): ListedUnit[] {
  const out: ListedUnit[] = [];
  const strip = /(?:等|按.{0,12})$/;
  for (let i = 0; i < raw.length; i++) {
    // The nearest member with a shared ending, from here, all between being open.
    let take = i;
    const first = text.slice(raw[i]!.start, raw[i]!.end);
    const waits =
      raw[i + 1]?.before === '、' &&
      !government.test(first) &&
      (mayWait.test(withoutBracket(first)) || isShortPlace(first));
    for (let j = i + 1; waits && j < raw.length && j <= i + widest && raw[j]!.before === '、'; j++) {
      const tail = text.slice(raw[j]!.start, raw[j]!.end).replace(strip, '');
      let open = true;
      for (let k = i; open && k < j; k++) open = isOpenMember(text.slice(raw[k]!.start, raw[k]!.end), tail);
      if (!open) break;
      if (endsShared(tail)) {
        take = j;
        break;
      }
    }
    // 市政府各委、办、局: single endings that go with the first.
    while (
      /各委$|各[委办局厅]$/.test(first) &&
      raw[take + 1]?.before === '、' &&
      /^[委办局厅署院]$/.test(text.slice(raw[take + 1]!.start, raw[take + 1]!.end))
    )
      take++;
    const token = raw[i]!;
    const end = raw[take]!.end;
    const name = text.slice(token.start, end);
    if (name) out.push({ start: token.start, end, name, group: token.group, part: token.part });
    i = take;
  }
  return out;
}

const endsShared = (tail: string): boolean => {
  const bare = withoutBracket(tail);
  return (
    government.test(bare) ||
    committee.test(bare) ||
    (isOrgan(tail) && !placeEnd.test(bare) && !zoneEnd.test(bare) && !/(?:街道|办事处|镇街|社区|村)$/.test(bare))
  );
};

/** Could `member` wait for an ending that `tail` (or a later member) brings? */
function isOpenMember(member: string, tail: string): boolean {
  const bare = withoutBracket(member);
  if (level.test(bare)) return sharesLevel.test(tail) || level.test(withoutBracket(tail));
  const end = withoutBracket(tail);
  if (government.test(bare) || committee.test(bare)) return false;
  if (committee.test(end) || (zoneEnd.test(end) && zoneEnd.test(bare))) return zoneEnd.test(bare);
  if (government.test(end)) return placeEnd.test(bare) ? !zoneEnd.test(bare) || zoneEnd.test(end) : isShortPlace(bare);
  if (placeEnd.test(end)) return (placeEnd.test(bare) && !zoneEnd.test(bare)) || isShortPlace(bare);
  return false;
}

/** 市、区机管局: the ending must bring a level of its own; 各镇、街道办事处 are two. */
const sharesLevel = /^(?:各)?(?:省|市|县|区|州|旗|乡|镇|两级|自治区|直辖市)/;

const isShortPlace = (bare: string): boolean => /^[\u4e00-\u9fff]{2,3}$/.test(bare) && !isOrgan(bare);
