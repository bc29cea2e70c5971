import { readUnits } from '../names/coordination';
import { isCollective, isOrgan, isSentence } from '../names/organ';
import { nextSign, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { covers, titleRanges } from './dates';
import type { Draft } from './drafts';
import type { Role } from './types';

/** 由X牵头…, 由X负责…, 由X会同Y…: the preposition names the doer. */
const by = /由([^，。；：由]{2,70}?)(牵头|负责|会同|组织实施|承担|具体实施)/g;
/** A clause that begins with its doers: 县教育局牵头…, 水利所和各村（社区）负责具体实施, 甲局会同乙局…. */
const clause =
  /(?:^|[。；，])([^，。；：“”《》由]{2,60}?)(牵头|(?:分别|具体|共同)负责|负责(?=具体|组织|统筹|实施|落实|做好|制定|编制|推进|协调|日常|本|[，。；]|$)|会同|配合(?=[，。；]|$|做好|开展|落实))/g;
/** A clause that says what its doers have to do: 县林业局要加强巡查, 各乡镇应当落实责任. Weak: half of such sentences exhort. */
const told =
  /(?:^|[。；，])([^，。；：“”《》由]{2,60}?)(要(?![求素点急领是约么])|应当?(?![急对用收聘])|必须|须(?!知)|需要?(?![求]))/g;
/** How sure a reading by 要 or 应 is; below what decides a document's class. */
const faint = 0.5;
const none: readonly Draft[] = [];
const notDuty = /^(?:解释|人(?!员)|制(?![定订作])|的|单位|部门|医院|揭榜|企业|监管|任)/;

const role: Readonly<Record<string, Role>> = { 牵头: 'lead', 会同: 'responsible', 配合: 'participant' };

/** Names a doer that a sentence may have: with a level, a place or 各 before it, or a body known by its whole name. */
const strong =
  /^(?:各|全|省|市|县|区|州|旗|乡|镇|街道|国家|国务院|中央|自治区|人民银行|税务|海关|公安|教育|财政|民政|司法|商务|科技|工业|发展|生态|自然|住房|交通|水利|农业|文化|卫生|应急|审计|统计|市场|医保|林业|气象|水务|消防|有关|相关|[\u4e00-\u9fff、]{2,16}部门$|[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|旗|镇|乡|街道|所|站|中心|局|厅|部|委))/;

/**
 * Duties told in running sentences. Read with restraint: every name must be an organ, 由X负责解释 and legal terms are none,
 * and the certainty is low. The body begins at `start`; `skip` are stretches already read. `weak`: also who 要 or 应 do it.
 */
export function readProse(
  strand: Strand,
  start: number,
  skip: readonly { start: number; end: number }[],
  onlyBy: boolean,
  weak = false,
): readonly Draft[] {
  const { text } = strand;
  const said = weak ? Sign.speaks | Sign.asks : Sign.speaks;
  if ((strand.signs & said) === 0 || !speaks(text, start, skip, said, weak ? anyWord : word)) return none;
  const shut = titleRanges(text);
  const out: Draft[] = [];
  const seen = new Set<number>();
  const take = (from: number, to: number, as: Role, certainty: number): boolean => {
    if (from < start || covers(shut, from) || covers(shut, to - 1)) return false;
    if (skip.some((s) => from < s.end && to > s.start)) return false;
    const { units, open } = readUnits(strand, from, to);
    if (!units.length || units.length > 12) return false;
    if (!units.every((u) => u.name.length <= 24 && isOrgan(u.name) && !isSentence(u.name) && strong.test(u.name)))
      return false;
    if (units.some((u) => generic.test(u.name))) return false;
    // 各部门要高度重视 exhorts everybody and names nobody.
    if (certainty <= faint && units.some((u) => isCollective(u.name))) return false;
    for (const u of units)
      if (!seen.has(u.start) && seen.add(u.start))
        out.push({
          ...u,
          role: as,
          form: 'prose',
          open,
          list: out.length,
          organ: true,
          certainty: isCollective(u.name) ? certainty - 0.1 : certainty,
        });
    return true;
  };
  const scan = (pattern: RegExp, certainty: number): void => {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      const word = m[2]!;
      const at = m.index + m[0].length;
      const after = text.slice(at, at + 40);
      pattern.lastIndex = at - word.length;
      if (pattern.lastIndex <= m.index) pattern.lastIndex = at;
      if (notDuty.test(after)) continue;
      const from = at - word.length - m[1]!.length;
      const took = take(from, at - word.length, role[word] ?? 'responsible', certainty);
      if (!took) continue;
      if (word === '会同') take(at, organsEnd(text, at), 'participant', certainty);
      pattern.lastIndex = at;
    }
  };
  scan(by, 0.75);
  // The doer was named before: …，会同县民政局公布清单.
  if (out.length) {
    for (const m of text.matchAll(/[，；]会同/g)) {
      const at = m.index + 3;
      take(at, organsEnd(text, at), 'participant', 0.65);
    }
    for (const m of text.matchAll(
      /[，；]([^，。；：“”《》由]{2,40}?)(?:予以|给予|提供)[^，。；]{0,10}(?:保障|支持|配合|协助)/g,
    )) {
      take(m.index + 1, m.index + 1 + m[1]!.length, 'participant', 0.6);
    }
  }
  if (!onlyBy) scan(clause, 0.65);
  if (weak) scan(told, faint);
  return out;
}

const word = /牵头|负责|会同|配合|组织实施|具体实施|承担/g;
const anyWord = /牵头|负责|会同|配合|组织实施|具体实施|承担|[要应须需]/g;

/** A word of duty stands in the body, outside what was read already. */
function speaks(
  text: string,
  start: number,
  skip: readonly { start: number; end: number }[],
  said: number,
  word: RegExp,
): boolean {
  const first = nextSign(text, start, said);
  if (first < 0) return false;
  // 实施 in 组织实施 stands behind two characters more.
  word.lastIndex = Math.max(start, first - 3);
  for (let m = word.exec(text); m; m = word.exec(text)) {
    const at = m.index;
    if (!skip.some((s) => at >= s.start && at < s.end)) return true;
  }
  return false;
}

/** Where the names that begin at `from` end: each at its organ's last character, joined by 、 和 及 与. */
function organsEnd(text: string, from: number): number {
  let end = from;
  let at = from;
  for (let guard = 0; guard < 12; guard++) {
    let to = at + 2;
    const limit = Math.min(text.length, at + 22);
    while (to <= limit && !(/[局委办厅院府所站部心司会行社队]/.test(text[to - 1] ?? '') && isOrgan(text.slice(at, to))))
      to++;
    if (to > limit) break;
    // 工业和信息化部: an ending met early may be the middle of a longer name.
    if (
      /[局委厅院府所站部心司会行]|办(?![理好结事])/.test(text.slice(to, to + 2)) &&
      '局委办厅院府所站部心司会行'.includes(text[to] ?? '　') &&
      isOrgan(text.slice(at, to + 1))
    )
      to++;
    end = to;
    if (!/[、和及与]/.test(text[to] ?? '')) break;
    at = to + 1;
  }
  return end;
}

const generic =
  /^(?:一个|某|同级|本级|上级|下级|两个|多个)|^(?:政府|有关部门|相关部门|主管部门|行政部门|单位|部门|机构)$|(?:行政|主管)部门$/;
