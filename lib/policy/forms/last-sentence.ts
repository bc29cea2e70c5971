import { partsOf } from '../../names/coordination';
import { beginsWithLevel, isCollective, isOrgan, isOrganName, isSentence, withoutBracket } from '../../names/organ';
import { hasSign, isBalanced, nextSign, Sign } from '../../text/chars';
import type { Stretch } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import { readPart } from '../clause-forms';
import { readClauses } from '../clauses';
import { lastSentence as sentenceOf } from '../closings';
import { isDoneTo } from '../doers';
import { type Grammar, meaningOf } from '../grammar';
import { labelByForm } from '../labels';
import { untimed } from '../members';
import { roleWithMatter } from '../role-words';
import { saysWhen } from '../time/deadlines';
import { beginsWithOrgan } from '../unmarked-labels';
import { isWhole, readBareList, readLooseList } from './bare-list';
import { readOddClauses, readRoleClauses } from './bracket';
import { beforeDone, behindFall, leavesOut, saysDone } from './done';
import { type Candidate, type Form, lessSure, none, type View } from './form';
import { isToTick, onlySeats } from './no-division';
import { beforeSigns, behindSigns, signed, signsOf, withoutSigns } from './signs-around';

/** Longest last sentence that is read so. */
const longestSaid = 400;
const longestList = 200;

/**
 * A last sentence that holds units and role words and nothing else: …门槛。省发改委、省财政厅牵头，各市人民政府按职责分工负责. Read
 * only where every name is an organ's; a list of organs without a role word counts where the document decides so.
 */
export const lastSentence: Form = {
  name: 'last sentence',
  read: (view, taken) => {
    if (taken.some((c) => c.counts === 'always' || c.line)) return none;
    const { start: stop, end: to, when } = divisionIn(view);
    const start = behindFall(view.strand.text, behindSpace(view, stop, to));
    const end = beforeDone(view.strand.text, start, start > stop ? beforeSigns(view.strand.text, to) : to);
    if (isToTick(view.strand.text.slice(start, end))) return none;
    if (start <= view.from || end - start < least(view, stop, start)) return saidBehind(view, view.from, end) ?? none;
    const found =
      saidIn(view, start, end) ??
      listIn(view, taken, start, end) ??
      saidBefore(view, stop) ??
      saidBehind(view, start, end) ??
      partlyIn(view, start, end) ??
      oddIn(view, start, end) ??
      none;
    return when
      ? found.map(({ piece, ...rest }) => ({ ...rest, piece: { ...piece, times: [...piece.times, when] } }))
      : found;
  },
  examples: [
    ['1.降低门槛。县发改局牵头，县财政局配合。', 'l:县发改局 p:县财政局'],
    ['1.降低门槛。由县发改局牵头，县财政局配合。', 'l:县发改局 p:县财政局'],
    ['1.降低门槛。由县发改局负责，县财政局参与，5月底前完成。', 'r:县发改局 p:县财政局'],
    ['1.降低门槛 县发改局（牵头）、县财政局', 'l:县发改局 r:县财政局'],
    ['1.抢险组：由县应急局牵头，县公安局参加。', 'l:县应急局 p:县公安局'],
    ['（1）会务保障：县公安局牵头，县交警队配合。', 'l:县公安局 p:县交警队'],
    ['1.第7号提案《关于修路的提案》，由县交通局主办，县财政局协办。', 'l:县交通局 p:县财政局'],
    ['1.第6号《关于修桥的建议》由县交通局主办，县财政局会办。', 'l:县交通局 p:县财政局'],
    ['1.降低门槛。县发改局为牵头单位，县财政局为配合单位。', 'l:县发改局 p:县财政局'],
  ],
  counterExamples: [
    '1.降低门槛。领导小组日常工作由县水利局负责。',
    '1.降低门槛。各方共同努力，抓好落实。',
    '1.降低门槛。各部门要落实责任。',
    '1.降低门槛。☑现场办理　□网上办理。',
  ],
};

/** The last sentence, or the one before where the last says only when: 各医院党委负责。长期坚持。 */
function divisionIn({ strand: { text }, from }: View): Sentence {
  const last = sentenceOf(text, 0);
  const when = text.slice(last.start, last.end);
  const before = last.start - 1;
  const only = when.length <= 16 && when.split(/[，、]/).every((part) => saysWhen(part) && !untimed(part));
  if (before <= from || !only || isOrgan(when)) return { ...last, when: null };
  return { start: Math.max(from, text.lastIndexOf('。', before - 1) + 1), end: before, when: last };
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The sentence behind it that says when. */
  readonly when: { readonly start: number; readonly end: number } | null;
}

/** Shortest name: 工会 behind white space, 村委会 behind a colon; a sentence of three characters is none. */
const least = ({ strand }: View, stop: number, start: number): number =>
  strand.hasGap(start) ? 2 : start > stop ? 3 : 4;

/** 校门防护 市教育局（牵头）、市公安局: where a sentence has no stop, white space or a sign before an organ parts what is done from who does it. */
function behindSpace(view: View, start: number, end: number): number {
  const { strand, from, grammar } = view;
  if (start > from) return start;
  const { text } = strand;
  // 抢险组：由甲局牵头，乙局参加; 会务保障：甲局牵头，乙局配合: what it is about stands before the colon.
  const topic = /^[\u4e00-\u9fff“”、（）]{2,22}[：:]/.exec(text.slice(from, from + 24))?.[0] ?? '';
  const behind = from + topic.length;
  const said = topic && (text[behind] === '由' || divides({ strand, start: behind, end }, grammar));
  if (said && !meaningOf(topic.slice(0, -1), grammar)) return behind;
  const all = signed.test(text) ? [...strand.gaps, ...signsOf(text, from)].sort((a, b) => a - b) : strand.gaps;
  // Of signs in a row the first is asked: each of them would look at all behind it.
  const places = all.filter((at) => at === 0 || !signed.test(text[at - 1]!));
  const place = places.find(
    (at) =>
      at > from + 1 &&
      at < end &&
      !quotesWord(text.slice(at, end)) &&
      beginsWithOrgan(text, behindSigns(text, at), end),
  );
  // 县医保局★ 县财政局: the first is one of them, and nothing is said before.
  if (place !== undefined && isOrganName(text.slice(from, place).replace(/[★☆●○▲△◆◇■□◎*＊]$/, ''))) return start;
  const first = place === undefined ? behindTopic(view, end) || end : behindSigns(text, place);
  const list = readBareList({ strand, start: first, end: beforeSigns(text, end) }, { start: first, end }, grammar);
  return list ? first : start;
}

/** Longest title or quoted word; without a bound each mark of many would look at all behind it. */
const longestQuote = 100;
/** “爱心送考”车队: a quoted word is a part of what is said. */
const quotesWord = (text: string): boolean =>
  /^[“"‘'《〈][^”"’'》〉]*[”"’'》〉][\u4e00-\u9fff]/.test(text.slice(0, longestQuote));

/** Longest words that a list of units may stand behind. */
const longestTopic = 40;

/** Behind 成员：, 主任： stand persons, behind 活动地点： a place, behind 来源： who wrote it. */
const otherTopic = /(?:[长任员人]|地点|地址|会场|场所|来源|作者|抄送|主送|附件|电话|网址|依据|对象)$/;

/** 物资储备：县应急局 · 物资储备 → 县应急局: words that are no label, a colon or its like, and a list of units; 0 where it is otherwise. */
function behindTopic({ strand, from, grammar }: View, end: number): number {
  const { text } = strand;
  const sign = nextSign(text, from + 2, Sign.colon);
  if (sign < 0 || sign > from + longestTopic || sign >= end - 2) return 0;
  const topic = text.slice(from, sign);
  if (
    /[。；]/.test(topic) ||
    otherTopic.test(topic) ||
    !isBalanced(topic) ||
    isOrgan(topic) ||
    meaningOf(topic, grammar) ||
    labelByForm(topic)
  )
    return 0;
  let start = sign + 1;
  while (start < end && hasSign(text, start, Sign.colon)) start++;
  const list = readBareList({ strand, start, end }, { start, end }, grammar);
  return list?.drafts.every((d) => d.role === 'responsible' && isWhole(d)) ? start : 0;
}

/** A stretch that is units and role words and nothing else. */
export function saidIn(view: View, start: number, end: number, to = view.strand.length): Candidate[] | null {
  const { strand, grammar } = view;
  const { text } = strand;
  if (end - start > longestSaid || onlySeats(text.slice(start, end))) return null;
  // 领导小组日常工作由县水利局负责 says who does that one thing; 此项工作由… divides the item's work.
  const within = text.slice(start, end).indexOf('由');
  const by = within < 0 ? -1 : start + within;
  // 抢险组：由甲局牵头，乙局参加: what stands before the colon is who they are together.
  if (by > start && by < end && /[：:]$/.test(text.slice(start, by))) return saidIn(view, by, end, to);
  if (by > start && by < end && !/^(?:[此该本上以各]|工作|任务|事项)/.test(text.slice(start, by))) return null;
  if (!endsInRole({ strand, start, end }, grammar)) return null;
  const builder = new PieceBuilder('line', grammar);
  const piece = readRoleClauses({ strand, start, end }, { start, end: to }, builder);
  if (!piece?.drafts.length || piece.unread.length || leavesOut(piece, { strand, start, end })) return null;
  // 会议决定成立工作组 ends like a name.
  if (piece.drafts.some(({ name }) => saysDone(name) || isDoneTo(name))) return null;
  // A name that had to be cut out of a longer stretch is none here.
  // 各部门要落实责任 exhorts everybody.
  if (/[要应须]/.test(text.slice(start, end)) && piece.drafts.every((d) => isCollective(d.name))) return null;
  const organs = piece.drafts.filter((d) => isOrganName(d.name) && d.certainty > sure.odd).length;
  // Behind 由 stand units, and one of five may have a name that nobody knows.
  // 甲局牵头，乙院试点: one odd verb behind a lead is no reason to lose the lead.
  // 甲局牵头，市场监管所、中心小学配合: nor are names that nobody knows, where two roles are said and half the names are known.
  const first = piece.drafts[0]!.name;
  const divided =
    beginsWithLevel(first) &&
    isOrganName(first) &&
    !isCollective(first) &&
    new Set(piece.drafts.map((d) => d.role)).size > 1;
  const led =
    (piece.drafts[0]!.role === 'lead' || divided) &&
    piece.drafts.every((d) => d.organ || (divided && d.name.length <= 10 && !isSentence(d.name))) &&
    organs * 2 >= piece.drafts.length;
  const enough = led || organs * 5 >= piece.drafts.length * (text[start] === '由' ? 4 : 5);
  return enough ? [{ counts: 'always', piece: lessSure(piece) }] : null;
}

/** 由县财政局牵头，国有牧场配合: two roles are said, one of a unit of a level, the other of a name that nobody knows: less sure, and not lost. */
function partlyIn({ strand, grammar }: View, start: number, end: number): Candidate[] | null {
  const by = strand.text.slice(start, end).indexOf('由');
  if (by > 0 || end - start > longestList || !endsInRole({ strand, start, end }, grammar)) return null;
  const builder = new PieceBuilder('line', grammar);
  const piece = readOddClauses({ strand, start, end }, { start, end: strand.length }, builder);
  const known =
    piece?.drafts.every(({ name, organ }) => !saysDone(name) && (organ || name.length > 2)) &&
    piece.drafts.some((d) => d.organ && beginsWithLevel(d.name) && !isCollective(d.name));
  if (!piece || !known || new Set(piece.drafts.map((d) => d.role)).size < 2) return null;
  const drafts = piece.drafts.map((d) => (isOrganName(d.name) ? { ...d, certainty: sure.clause } : d));
  return [{ counts: 'always', piece: lessSure({ ...piece, drafts }) }];
}

/** 旱厕拆除：村委会负责，包片干部配合: roles said behind a colon of names of which one is unknown; the document decides. */
function oddIn({ strand, from, grammar }: View, start: number, end: number): Candidate[] | null {
  if (start <= from || !hasSign(strand.text, start - 1, Sign.colon)) return null;
  const piece = readOddClauses(
    { strand, start, end },
    { start, end: strand.length },
    new PieceBuilder('line', grammar),
  );
  if (piece?.drafts.some(({ name }) => saysDone(name))) return null;
  return piece?.drafts.some((d) => d.organ) ? [{ counts: 'end', piece }] : null;
}

/** 第7号提案《…》，由县民政局主办，县财政局协办: the last clauses divide what the first names. Two roles, or one that is said of nothing smaller. */
function saidBehind(view: View, start: number, end: number): Candidate[] | null {
  const { text } = view.strand;
  const comma = Math.max(text.indexOf('，由', start), text.indexOf('，请', start), text.indexOf('》由', start));
  if (comma < 0 || comma >= end || text.slice(comma, end).includes('。')) return null;
  const found = saidIn(view, comma + 1, end);
  // 《…的提案》，由县司法局主办: who has a matter to answer is all that is said of it.
  const handles =
    text[comma + 1] === '由' &&
    /(?:办理|主办|承办|办复|答复)$/.test(text.slice(comma, end)) &&
    /提案|建议|议案|信访|来信|诉求|问题[》”]/.test(text.slice(0, comma));
  return found && (handles || new Set(found[0]!.piece.drafts.map((d) => d.role)).size > 1) ? found : null;
}

/** A sentence that says it before the last: 由县水利局牵头，县公安局参加。主要任务：…. */
function saidBefore(view: View, last: number): Candidate[] | null {
  const { strand, from } = view;
  if (!(strand.signs & Sign.role)) return null;
  for (let end = last - 1; end > from; ) {
    const stop = strand.text.lastIndexOf('。', end - 1) + 1;
    const start = Math.max(from, stop);
    const found = end - start < 4 ? null : saidIn(view, start, end, end + 1);
    // One role alone may tell what somebody did; two divide.
    if (found && new Set(found[0]!.piece.drafts.map((d) => d.role)).size > 1) return found;
    end = stop - 1;
  }
  return null;
}

/** Two roles are said: one alone may tell what somebody did. */
const divides = (stretch: Stretch, grammar: Grammar): boolean =>
  new Set(readClauses(stretch, grammar).clauses.flatMap(({ said, role }) => (said ? [role] : []))).size > 1;

/** The last part that says no time says a role behind its units: 县发改局负责，5月底前完成. */
function endsInRole({ strand, start, end }: Stretch, grammar: Grammar): boolean {
  const parts = partsOf(strand, start, end).map((p) => strand.text.slice(p.start, p.end));
  const part = parts.findLast((p) => !isTime(p)) ?? '';
  return part.length <= 60 && readPart(part, grammar) !== null && !roleWithMatter(part);
}

/** 6月底前完成: when, and not what. */
const isTime = (part: string): boolean =>
  (/(?:[前底内末日]|完成|办结|到位|见效)$/.test(part) || byDay.test(part)) && saysWhen(part) && !isOrgan(part);
/** 4月20日前通水. */
const byDay =
  /^(?:[于在]|确保|力争)?(?:\d{4}年|今年|明年)?\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)?[以之]?前[\u4e00-\u9fff]{0,3}$/;

/** Words that say a role or a duty. */
const said = /牵头|负责|配合|参与|参加|协助|落实|主办|承办|组成/;

/** The last member that says no time is an organ: 县水利局、县财政局，5月底前. `to`: where `[start, end)` ends without a bracket. */
function endsInOrgan(text: string, start: number, to: number, end: number): boolean {
  for (let until = end, inner = to; until > start; ) {
    const last = Math.max(start, ...[...'、，/／'].map((sign) => text.lastIndexOf(sign, inner - 1) + 1));
    const member = text.slice(last, until);
    if (isOrgan(member) || untimed(member)) return true;
    if (last <= start + 1 || !saysWhen(member)) return false;
    until = last - 1;
    inner = until;
  }
  return false;
}

/** …新建五十个。市民政局、市住建局; …新建五十个。——市民政局: signs before the first name are none of it. */
function listIn(
  { strand, grammar }: View,
  taken: readonly Candidate[],
  start: number,
  end: number,
): Candidate[] | null {
  if (end - start > longestList || taken.some((c) => c.counts === 'end')) return null;
  const { text } = strand;
  // 各县（市、区）: the comma in a bracket parts no units.
  const to = start + withoutBracket(text.slice(start, end)).length;
  // ——县住建局、各水厂: behind a dash or an arrow stand names, one of which nobody may know.
  const setOff = '—–→➔➜⇒'.includes(text[start - 1] ?? ' ') && !said.test(text.slice(start, end));
  if (!endsInOrgan(text, start, to, end) && !setOff) return null;
  const whole = { start: withoutSigns(text, start), end: text.length };
  const piece =
    readBareList({ strand, start, end }, whole, grammar) ??
    (setOff ? readLooseList({ strand, start, end }, whole, grammar) : null);
  if (!piece) return null;
  // 市教育局（牵头）、市公安局 says its roles itself.
  return [{ counts: piece.drafts.some((d) => d.role !== 'responsible') ? 'always' : 'end', piece }];
}
