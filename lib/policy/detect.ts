import { Sign } from '../text/chars';
import type { PageMeta } from '../text/types';
import type { Front } from './front';
import { kindOf } from './kind';
import { sharesOut } from './promise';
import type { Reading } from './readings';
import type { DocumentClass, Measure } from './types';

export interface Detection {
  readonly class: DocumentClass;
  readonly certainty: number;
}

/** A call, a contest or a praise, by its title: who stands in it has no duty by it, however it is set. */
export const namesNoDuty = (front: Front): boolean => {
  const title = front.title ?? '';
  return (
    isPublished(title) || ((hires.test(title) || noDuty.test(title)) && !dividing.test(title) && !isGeneral(front))
  );
};

/** It publishes what is settled, and hands nothing out. */
const isPublished = (title: string): boolean => publishes.test(title) && !dividing.test(title);

/** 关于加快发展体育竞赛产业的意见 is about contests, and lists nobody. */
const isGeneral = ({ title, attachmentTitle }: Front): boolean =>
  generalKinds.test(kindOf(title, attachmentTitle) ?? '');

/** What a policy says of itself and no other page does. */
interface Signs {
  readonly measures: number;
  readonly assigned: number;
  /** Measures that name a unit by a label, a role word or a table. */
  readonly sure: number;
  /** Measures whose duties are told in sentences only. */
  readonly told: number;
  /** Units whose duties sentences tell, each once: one paragraph may divide the work of ten. */
  readonly doers: number;
  /** Minutes, or a letter that asks its addressees. */
  readonly obliging: boolean;
  readonly articles: number;
  readonly formal: number;
  readonly foreign: boolean;
  readonly listing: boolean;
}

/** Kinds that lay down what is to be done; 通知 and 公告 do so only with more signs. */
const strongKinds =
  /方案|计划|意见|办法|细则|规划|纲要|要点|安排|措施|举措|政策|清单|分工|分解|任务|责任分解|责任分工|台账|责任表|推进表|进度表|工期表|排期表|时间表|一览表|预案|条例|规定|决定|重点任务|三年行动|重点工作|纪要|督办|交办|抄告|议定事项|步骤|任务单|任务卡|任务书|(?:应急|处置|工作|行动)手册|处置卡|转办|分办|(?:办理|处理|阅办|批办|办文|呈批|阅批)[单笺]|派工|整改函|提示函|提醒函|催办函|工作提示|工作提醒|责任书|责任状|目标责任|制度|职责|令$/;
const weakKinds = /通知|通告|公告|批复|指引|指南|^函$/;
/** Pages about a policy, and documents that are none. */
const foreignTitle =
  /解读|图解|问答|[一1]图|读懂|答记者问|新闻|发布会|报道|简报|动态|要闻|招聘|招考|录用|拟录|公示|中标|采购|招标|榜单|申报|征集|评选|名单|办事指南|常见问题|热点|FAQ|访谈|致辞|讲话|政府工作报告|复函|答复|放假(?!期间)|倡议|通行|(?<!决策|决策事项|任务|重点项目)目录$|权[力责].{0,4}清单|(?:许可|审批|处罚|服务)事项|入选|综述|纪实|评论|的函$/i;
/** Kinds that say what holds in general. */
const generalKinds = /意见|规划|纲要|办法|规定|条例|细则|措施|决定/;
/** Papers that call for somebody to be hired; a fair or a service for those who look for work is laid out as any other work. */
const hires = /招聘(?!会(?!计)|服务(?!人员|员|岗)|活动|月|周|季)|招考/;
/** Papers that call for somebody, or praise him. */
const noDuty = /录用|[竞大比]赛|表彰|表扬|征文|获奖|(?:完成|落实|进展|办理)情况的?(?:公示|公开|公告)/;
/** Papers that publish what is settled: praise, winners, who was there, what was done. */
const publishes =
  /(?:表彰|表扬|授予|追授|嘉奖|命名)[^，。]*的(?:决定|通报)$|(?:完成|移交|捐赠|接收|使用)情况(?:的?说明)?$|(?:拟[\u4e00-\u9fff]{1,4}|奖|结果|候选人?|人选|对象)(?:项目|名单)?的?公示$|(?:出席|列席|参会|签到|命名|入选|获[\u4e00-\u9fff]|立项|聘任|受聘|授牌|推荐|拟[\u4e00-\u9fff]{1,4}|先进[\u4e00-\u9fff]{0,8})(?:人员)?名单(?:的(?:通知|公告|决定|公示))?$|(?:制度|文件|资料|政策)汇编$|通讯录$/;

/** Lists of organs for another purpose, however many rows they have. */
const listing =
  /通讯录|联系(?:电话|方式)|名录|收费|值班|抽检|绩效(?:目标|评价|考核)|证明(?:事项|清单)|权[力责].{0,4}清单|(?:许可|审批|处罚|服务)事项/;
/** 绩效考核指标责任分解: what is examined is handed out. */
const handedOut = /(?:责任|任务|指标)(?:分解|分工)/;
const isListing = (title: string): boolean => listing.test(title) && !handedOut.test(title);
/** A title that says itself that work is divided: 表彰大会筹备任务分工表. */
const dividing =
  /(?:(?:分工|分解|任务|清单|台账|推进|一览|责任)(?:方案|表|表格)?|[会动节](?:工作|实施|保障|服务|筹备|组织)方案)(?:[（(][^）)]*[）)])*$/;
/** Words that a story and a formal document may both have in their titles. */
const storyWords = /结果|通报|调查|事故|学习|典型|案例|启动|召开|举行|举办|印发了|出台|来了|啦|？|！/;
const formalTitle = /关于.{2,}的(?:通知|意见|决定|规定|办法|通告|公告|批复|实施意见|指导意见|若干意见)$/;

/** Set phrases, each with a sign without which it does not stand. */
const formulas: readonly (readonly [number, RegExp])[] = [
  [Sign.now, /现(?:将[^。]{2,80})?印发(?:给|你们)|现(?:予|将)[^。]{0,60}(?:印发|公布|发布)/],
  [Sign.please, /请(?:你们)?(?:认真|结合实际|遵照|抓好|切实)[^。]{0,24}(?:执行|落实|实施)/],
  [
    Sign.drawn,
    /(?:制[定订]|提出)(?:了)?(?:本|以下|如下|工作)(?:实施|工作|行动)?(?:方案|意见|办法|计划|规定|细则|条例|措施|政策|工作方案|分工方案|实施方案)/,
  ],
  [Sign.follows, /(?:通知|意见|批复|决定|规定)如下[：:]/],
  [Sign.since, /自(?:印发|发布|公布|20\d\d年\d{1,2}月\d{1,2}日|下发)之?日?起(?:施行|实施|执行)/],
  [Sign.own, /本(?:办法|细则|规定|条例|意见|方案|通知|法)(?:自|由|所称|适用)/],
];

/** A sentence says who does a thing; a division of work says whose an item is. */
const divides = ({ form, certainty }: Measure['assignments'][number]): boolean =>
  form === 'prose' ? certainty > 0.78 : certainty >= 0.65;

/** The set phrases of the genre that stand at the document's head or end: how many of them. */
function phrasesIn(readings: readonly Reading[]): number {
  const seen = new Set<RegExp>();
  const head = 300;
  for (let i = 0; i < readings.length; i++) {
    const { paragraph } = readings[i]!;
    if (paragraph.furniture || (i > head && i < readings.length - head)) continue;
    const { text, signs } = paragraph.strand;
    for (const [sign, phrase] of formulas)
      if ((signs & sign) !== 0 && !seen.has(phrase) && phrase.test(text.slice(0, 1500))) seen.add(phrase);
  }
  return seen.size;
}

/** The title of a page about a policy, or of a document that is none. */
function isForeign(title: string): boolean {
  if (dividing.test(title) || isOwnPlan(title)) return false;
  if (!formalTitle.test(title)) return foreignTitle.test(title) || storyWords.test(title);
  // 关于分解落实政府工作报告任务的通知 is no report.
  return foreignTitle.test(title.replace('政府工作报告', ''));
}

/** 安全事故防范实施方案: a plan, whatever its words may mean over a story; a reading of one or a call for one is none. */
const isOwnPlan = (title: string): boolean =>
  !hires.test(title) &&
  /(?:实施|工作|行动|整治|防范|服务|活动|保障|筹备|攻坚|推进|处置|应急|整改|排查)(?:方案|计划|预案)(?:[（(][^）)]*[）)])*$/.test(
    title,
  ) &&
  !/解读|图解|图读|[一1]图|读懂|问答|记者问|访谈|新闻|发布会|召开|举行|印发了|出台|公示|公告|招录|招标|采购|[？！]/.test(
    title,
  );

function signsOf(readings: readonly Reading[], front: Front, measures: readonly Measure[], obliging: boolean): Signs {
  const assigned = measures.filter((m) => m.assignments.some(divides)).length;
  const named = measures.filter((m) => m.assignments.some((a) => a.certainty >= 0.4 || divides(a))).length;
  const sure = measures.filter((m) => m.assignments.some((a) => a.form !== 'prose' && a.certainty >= 0.9)).length;
  return {
    measures: measures.length,
    assigned,
    sure,
    told: named - assigned,
    doers: new Set(
      measures.flatMap((m) =>
        m.assignments.flatMap((a) => (a.form === 'prose' && a.certainty >= (a.collective ? 0.5 : 0.6) ? [a.unit] : [])),
      ),
    ).size,
    // A plan may number its points as articles.
    articles:
      isOwnPlan(front.title ?? '') || sharesOut(front.title ?? '')
        ? 0
        : readings.filter(({ paragraph }) => paragraph.marker?.scheme === 'article').length,
    formal: phrasesIn(readings) + (front.docNumber ? 2 : 0) + (front.addressees.length ? 2 : 0),
    obliging,
    listing: (isListing(front.title ?? '') && !isGeneral(front)) || namesNoDuty(front),
    // A letter that asks for work, or divides all of it, is no answer to one (复函).
    foreign: isForeign(
      (front.title ?? '').replace(
        obliging || (assigned >= 3 && assigned * 5 >= measures.length * 4)
          ? /(?<!复)函$/
          : /(?<=(?:交办|转办|分办|分解)[^，。]{2,40})的?函$/,
        '',
      ),
    ),
  };
}

/** Two questions: does it name who does what (act), and is it a policy at all (offer)? Address and meta never decide alone. */
export function detect(...[readings, front, ...rest]: Parameters<typeof judged>): Detection {
  return isPublished(front.title ?? '') ? { class: 'other', certainty: 0.9 } : judged(readings, front, ...rest);
}

function judged(
  readings: readonly Reading[],
  front: Front,
  meta: PageMeta,
  measures: readonly Measure[],
  obliging: boolean,
): Detection {
  const s = signsOf(readings, front, measures, obliging);
  const kind = kindOf(front.title, front.attachmentTitle) ?? '';
  const strong = strongKinds.test(kind);
  const offer = offerOf(s, strong ? 3 : weakKinds.test(kind) ? 1 : 0, isOfficial(meta));
  const share = s.measures ? s.assigned / s.measures : 0;
  const acts =
    (s.articles < 5 || s.assigned * 2 >= s.articles) &&
    (s.assigned >= 3 || (s.assigned >= 2 && s.sure === s.measures) || (s.assigned >= 1 && share >= 0.5 && offer >= 3));
  if (acts && !s.listing && (offer >= 1 || s.assigned >= 6 || (share >= 0.6 && !s.foreign))) {
    return { class: 'task-policy', certainty: Math.min(0.99, 0.7 + 0.03 * s.assigned + 0.02 * offer) };
  }
  // The rows of a list for another purpose tell nobody's duty; its sentences may.
  const rows = s.listing && s.sure > 0;
  // A notice that says throughout, and of several units, whose each thing is needs no set phrases.
  const enough = offer >= 3 || (!strong && offer >= 1 && s.doers >= 4);
  if (enough && !rows && tells(s, strong, isWeak(kind, obliging, front)))
    return { class: 'task-policy', certainty: 0.72 };
  if (offer >= 4) return { class: 'policy', certainty: Math.min(0.97, 0.6 + 0.05 * offer) };
  return { class: 'other', certainty: Math.max(0.55, 0.95 - 0.1 * Math.max(0, offer)) };
}

/** A notice by its title; a paper that hands work over may have none. */
const isWeak = (kind: string, obliging: boolean, { title }: Front): boolean =>
  weakKinds.test(kind) || (obliging && !title);

/**
 * Duties told in sentences alone: only of a plan, and only where most of its items tell them. A notice may report or invite: it must
 * tell who does what in nearly all its items, and of several units.
 */
function tells(s: Signs, strong: boolean, weak: boolean): boolean {
  const { articles, told, doers, measures, foreign } = s;
  const all = s.assigned + told;
  if (articles >= 5 || (all < (s.obliging ? 2 : 3) && doers < (s.obliging ? 2 : 5))) return false;
  return strong
    ? all * 2 >= measures
    : weak && !foreign && doers >= (s.obliging ? 2 : 4) && all * 5 >= measures * (s.obliging ? 3 : 4);
}

/** How much speaks for a policy, by what the text says and by the kind that its title names. */
function offerOf({ formal, articles, foreign }: Signs, kind: number, official: boolean): number {
  return Math.min(5, formal) + kind + (articles >= 3 ? 3 : 0) + (official ? 0.5 : 0) - (foreign ? 4 : 0);
}

/** A page of a government site, by its address or by the names in its head. */
function isOfficial({ url, fields }: PageMeta): boolean {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  return /(?:^|\.)gov\.cn$/.test(host) || 'articletitle' in fields || 'contentsource' in fields;
}
