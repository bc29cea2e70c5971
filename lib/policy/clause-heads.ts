import { type HeadUnits, unitsAtHead } from '../names/at-head';
import { acts } from '../names/lexicon/verbs';
import { codes } from '../text/chars';
import type { Strand } from '../text/strand';

/** What may stand between a stop and the doers: 会后由, 会议要求，请, 责成. */
const framing =
  /(?:会后|会上|会议|其中|同时|此外|另外|强调|明确|议定|决定|确定|同意|指出|建议|原则|按照规定|必要时|下一步|拟){0,6}(请|责成|要求|委托|授权|安排|督促|由|以|转)?(?:你[\u4e00-\u9fff]{0,2}?(?:单位)?(?:要|应)?(?:立即|尽快|抓紧|认真)?(?:组织|督促|安排|协调|指导|会同))?/y;
/** What is to be done, in front of 由. */
const matter = /^(?![^，。；]{0,6}(?:原|曾|已|现))[^，。；：,;:“”《》由]{2,20}由/;
/** Doers that are asked outright. */
const asking = /^(?:请|责成|要求|委托|授权|由|转)$/;
/** What follows doers that only name them: 县林业局的巡查, 县林业局是…, 县住建局提出的方案. */
const goesOn =
  /^(?:[的了和与或等是有为（(]|(?:提出|制定|拟定|报送|提交|编制|起草|上报|反馈|印发|发布|承担|主管|管理|所属|组织)的|在(?=[建编职册校岗押线逃]|库(?![周区岸坝尾内]))|办公(?:地[址点]|电话)|地址|电话|及(?!时)|[\u4e00-\u9fff]?(?:[，。；：、]|$)|所(?![有属])|同志|主任|局长|负责人|领导)/;
/** 县人民政府成立县防汛指挥部, 指挥部办公室设在县水利局: how the work is organised, and no task. */
export const organises =
  /^(?:设在|[下内]设|(?:成立|设立|组建|建立|设)[^，。；]{0,24}(?:指挥部|领导小组|委员会|专家组|工作组|办公室)(?:[（(，。；]|$))/;
/** An office that a person holds there: 县财政局副局长. */
const holds =
  /^(?:党组|党委|常务|原)?副?(?:书记|主任|[局厅部院校站所队区县市镇乡省]长|秘书长|[总]?经理|董事长|主席|行长|调研员)/;

/**
 * The units with which the clauses of a paragraph begin and that do what the clause says, whatever its verb: 县财政局统筹资金 ·
 * 会议要求，县教育局… · 所需资金由县财政局解决. `asked`: only those whom 请, 责成 or 由 names. Cost: linear.
 */
export function* clauseHeads(strand: Strand, start: number, asked: boolean): Generator<HeadUnits> {
  const { text } = strand;
  // 场地器材：县体育局提供…: what it is about may stand before a colon.
  const topic = /^[\u4e00-\u9fff]{2,8}[：:]/.exec(text.slice(start, start + 10))?.[0].length ?? 0;
  for (let at = start + topic; at >= 0 && at < text.length; at = nextClause(text, at)) {
    const ahead = doersAt(strand, at, asked);
    if (ahead) yield ahead;
  }
}

/** The units with which the clause at `at` begins, where they do what it says; null where there are none. */
function doersAt(strand: Strand, at: number, asked: boolean): HeadUnits | null {
  const { text } = strand;
  framing.lastIndex = behindTime(text, at);
  const m = framing.exec(text)!;
  // 铁路沿线由工务段清理: 由 asks behind what it is about as well.
  const outright = !asked || asking.test(m[1] ?? '');
  const ahead = (outright ? unitsAtHead(strand, framing.lastIndex) : null) ?? behindBy(strand, at);
  if (!outright && ahead && !acts(text.slice(ahead.end, ahead.end + 8))) return null;
  const rest = ahead ? text.slice(ahead.end, ahead.end + 40) : '';
  return !ahead || goesOn.test(rest) || organises.test(rest) || holds.test(rest) || /^(?:负责|承担)?解释/.test(rest)
    ? null
    : ahead;
}

/** 春节前县人社局…, 每学期由学校…: behind the time a clause begins with. */
const behindTime = (text: string, at: number): number =>
  at + (timeAhead.exec(text.slice(at, at + 24))?.[0].length ?? 0);
const timeAhead =
  /^(?:(?:\d{4}年)?\d{1,2}月(?:底|末|初|份|[上中下]旬|\d{1,2}[日号])?(?:[—-]|至|到)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:以?[前后]|起|期间)?|(?:春节|国庆|元旦|五一|端午|中秋|清明|重阳|“[\u4e00-\u9fff·]{2,4}”|节|汛|年|季|灾|震|[雨雪]|开学|放假|寒假|暑假|入[冬汛夏秋春]|开工|竣工|投产|启动|试点|活动|险情?)(?:以?[前后]|期间?|[末底初][前后]?|结束后|过后)|每(?:年|季度?|月|周|天|日|学期|旬|半[年月])|(?:预警|响应|预案)(?:启动|发布|解除)[后前])(?=[\u4e00-\u9fff])/;

/** The units behind the 由 of a clause that begins with its matter: 所需资金由县财政局统筹解决. */
function behindBy(strand: Strand, at: number): HeadUnits | null {
  const by = matter.exec(strand.text.slice(at, at + 24));
  return by && unitsAtHead(strand, at + by[0].length);
}

/** Where the next clause begins; -1 behind the last. */
function nextClause(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (!stops.has(text.charCodeAt(i))) continue;
    if (!colons.has(text.charCodeAt(i)) || announces.test(text.slice(Math.max(0, i - 4), i))) return i + 1;
  }
  return -1;
}
const stops = codes('，。；：,;:');
const colons = codes('：:');
/** Words before a colon behind which a sentence begins; behind another stands the value of a label. */
const announces = /(?:要求|强调|明确|议定|决定|确定|如下|同意)$/;
