import { isCollective, isOrgan, isSentence, leadsWithOrgan, organPrefix } from '../names/organ';
import { remembered } from '../names/remembered';
import { closesAt, isBalanced, opensAt } from '../text/chars';
import { closing } from './brackets';
import { labelMeaning } from './labels';
import { isRole } from './lexicon';
import { suggestedRole } from './morphemes';
import { ruleOf } from './rule-notes';
import { saysWhen } from './time/deadlines';
import type { Role } from './types';

/** What a member of a list is, by its words alone. */
export interface Member {
  /** none: names nobody. time: says when. sentence: reads like a sentence and names no organ. */
  readonly kind: 'unit' | 'none' | 'time' | 'sentence';
  readonly name: string;
  /** Where the name begins in what is printed. */
  readonly offset: number;
  /** A time printed behind it in brackets. */
  readonly time: string | null;
  /** A role printed with it in brackets or by a sign. */
  readonly role: Role | null;
  readonly organ: boolean;
  /** At most so sure is a unit of this name. */
  readonly certainty: number;
}

/** A person's office: 局长王五, 分管副省长, 联系该项工作的县领导. */
const ofPerson =
  /^(?:(?:[省市州盟县旗区]委|党工委|工委)常委|(?:常务)?副?(?:局长|主任|书记|[省州盟县旗市区镇乡]长|院长|校长|科长|处长|股长|所长|站长|队长|秘书长|主席)|[\u4e00-\u9fff]{2,4}同志|(?:分管|协管|联系|包[联保抓])[^、，]{0,10}(?:[长记任席]|领导)$)/;
const noName =
  /^(?:[\u4e00-\u9fff]{2,24}(?:除外|不在此列)|下同|下列同|以下同|未列(?:明|出|入)?的?(?:单位|部门)|其他|其他略|略|无|[/／\-—–\d.]*|合计|共计|小计|\d+[项个件]|Q\d|待(?:定|明确|确定|落实)|另行.{0,4}|(?:责任)?(?:单位|分工)?[同与](?:上|前|左|右|第?[\d一二三四五六七八九十])[^、]{0,6}|(?:详?见|参见).{1,10}|(?:均|都|皆|为|系).{2,12})$/;
/** Words of a rule about roles, and no name: 有两个以上牵头单位的. */
const ofRule = /^(?:有|若|如|凡|涉及|多个|两个).{0,10}(?:牵头|责任|配合|主办|协办|参与|参加|承办)(?:单位|部门)/;

/** Reads one member of a list. `persons`: the list asks for persons, too, who may stand in brackets behind a unit. */
export const memberOf = (printed: string, persons: boolean): Member =>
  persons ? judge(withoutPerson(printed, true)) : known(printed);

/** A unit holds no colon and no bracket that is not closed: what does was torn out of something else. */
export const isTorn = (name: string): boolean =>
  /[（()）：:［］〔〕【】]/.test(name) && (/[：:]/.test(name) || !isBalanced(name));

/** A class said by its rank alone behind another: 镇 of 各街道、镇. */
export const classMember = (name: string): Member => ({
  kind: 'unit',
  name,
  offset: 0,
  time: null,
  role: null,
  organ: true,
  certainty: 0.9,
});

const known = remembered(judge);

/** A member with what is no part of a name taken off at both ends; a unit holds no colon and no bracket that is not closed. */
function judge(whole: string): Member {
  const { name, offset } = whole.length > longestName ? { name: whole, offset: 0 } : bare(whole);
  const member = judgeName(name);
  return offset ? { ...member, offset: member.offset + offset } : member;
}

/** Longer than any name. */
const longestName = 120;

/** Without brackets around the whole or open at one end, and without a label that no reader took: （县医保局）, 科室：门诊部. */
function bare(printed: string): { name: string; offset: number } {
  let start = 0;
  let end = printed.length;
  for (let wrapped = true; wrapped && start < end && opensAt(printed, start); ) {
    const close = closing(printed, start, end);
    wrapped = close < 0 || close === end - 1;
    if (wrapped) start++;
    if (close === end - 1) end--;
  }
  if (end > start && closesAt(printed, end - 1) && !openedIn(printed, start, end)) end--;
  while (end > start && opensAt(printed, end - 1)) end--;
  const behind = Math.max(printed.lastIndexOf('：', end - 1), printed.lastIndexOf(':', end - 1)) + 1;
  if (behind > start && isOrgan(printed.slice(behind, end)) && !openedIn(printed, start, behind)) start = behind;
  return { name: printed.slice(start, end), offset: start };
}

/** An opening sign stands in `[start, end)`. */
function openedIn(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (opensAt(text, i)) return true;
  return false;
}

/** Too long for a name, a person, or a word that stands for nobody. */
const namesNobody = (whole: string): boolean =>
  whole.length > 60 ||
  measured.test(whole) ||
  ofPerson.test(whole) ||
  noName.test(whole) ||
  isPerson(whole) ||
  ruleOf(whole) !== null;

/** The office of a person and the person behind a unit, or alone: 县交通局局长张三, 副县长王明. */
const office =
  /(?:常务)?副?(?:[省市县区局厅部院校站所队镇乡科处股村]长|书记|(?<!班)主任|秘书长|主席|经理|行长)[\u4e00-\u9fff]{0,4}$/;

/** A person's office is no part of a unit's name; where nothing else is printed it is the person. */
function withoutOffice(name: string): string {
  if (isOrgan(name)) return name;
  const unit = name.replace(office, '');
  return isOrgan(unit) || !/^(?:分管|协管|联系|主管|主要|包[联保抓])/.test(unit) ? unit : name;
}

/** 县司法局 电话 12315: how to reach it, set off by white space that is gone. */
const phone = /(?:(?:联系|咨询|监督|举报|服务)?电话|热线)[：:]?\d[\d-]{2,14}$/;

function judgeName(told: string): Member {
  const printed = withoutOffice(told.replace(phone, ''));
  const marked = markedRole(printed);
  const timed = marked ? null : timedName(printed);
  const whole = marked?.name ?? timed?.name ?? withoutPerson(withoutNote(printed), false);
  const organ = isOrgan(whole);
  const known = organ ? 0 : organPrefix(whole, 10);
  // 各农贸市场: one character more is the end of the name, not what it does.
  const cut = known === whole.length - 1 ? 0 : known;
  const name = cut ? whole.slice(0, cut) : whole;
  const base = { name, offset: 0, time: timed?.time ?? null, role: marked?.role ?? null, organ: organ || known > 0 };
  if (!organ && !cut && (saysWhen(printed) || recurs.test(printed)) && !leadsWithOrgan(printed))
    return { ...base, kind: 'time', certainty: 0 };
  if (
    !printed ||
    /^(?:均|都|皆)[为是系由]?/.test(whole) ||
    seated.test(whole) ||
    leftOut.test(whole) ||
    ofRule.test(whole) ||
    (!organ && namesNobody(whole))
  )
    return { ...base, kind: 'none', certainty: 0 };
  if (!organ && (printed.length > 6 || /^(?:负责|牵头)/.test(printed)) && isSentence(printed))
    return { ...base, kind: 'sentence', certainty: 0 };
  return { ...base, kind: 'unit', certainty: organ ? 1 : cut ? 0.6 : 0.7 };
}

/** 拆除2180平方米, 培训3000人次: how much is done of something. */
const measured =
  /^[^\d]{2,12}\d[\d.,万亿余]*(?:平方米|平方公里|立方米|公里|千米|米|亩|公顷|元|吨|千瓦|个|处|户|家|件|项|人次?|名|台|套|座|条|辆|次|场|期|篇|[%％])(?:以上|以内)?$/;

/** 除市国安局、市保密局外: who is left out has nothing to do. */
const leftOut = /^除[省市县区旗州镇乡各][^、，的]{1,24}$|^[省市县区旗州镇乡][^、，的]{1,20}[局委办部会院校司队所站]外$/;

/** （办公室设在县委督查室，联系电话：…）: where an office sits says nobody's duty. */
const seated = /^(?:[\u4e00-\u9fff]{0,10}(?:办公室|办|部))?(?:设[在于]|挂靠)/;

/** 每半年一次, 按季通报: how often. */
const recurs = /^(?:每|按)(?:半?年|季度?|月|周|旬|日)[^、，]{0,6}$/;

/** 县林业局3月31日前, 县林业局于5月底前完成: the unit and its time, run together. */
const glued =
  /^([\u4e00-\u9fff（）]{2,30}?)(?:[于在]|力争|确保)?((?:20\d\d年|[今明本]年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)?|第?[一二三四]季度末?|[上下]半年|年底|年内)[以之]?前?(?:全面|全部|基本)?(?:完成|办结|建成|到位|见效)?|每[月季年周]度?(?:[一两\d]次)?|长期(?:坚持)?|即知即改|立行立改|\d{1,2}[.．/]\d{1,2}日?前)$/;

/** A member of a list without the time that is run together with its name; null where there is none. */
export function untimed(member: string): { name: string; time: string } | null {
  const m = /\d|年底|季度|半年|每|长期|即改|立改/.test(member) ? glued.exec(member) : null;
  return m && (isOrgan(m[1]!) || isCollective(m[1]!)) && (saysWhen(m[2]!) || /^\d{1,2}[.．/]\d/.test(m[2]!))
    ? { name: m[1]!, time: m[2]! }
    : null;
}

/** Where the time stands that ends a member at `end`, in a bracket or not. */
export function timeOf(text: string, end: number, length: number): { start: number; end: number } {
  const to = closesAt(text, end - 1) ? end - 1 : end;
  return { start: to - length, end: to };
}

/** A time printed behind a name: 县司法局（6月底前完成）, 县司法局6月底前. */
function timedName(name: string): { name: string; time: string } | null {
  if (!closesAt(name, name.length - 1)) return untimed(name);
  const m = /^([^（(]{2,40})[（(]([^（()）]{2,30})[）)]$/.exec(name);
  return m && /[\d一二三四]+(?:年|月|季度)|年底|年末|长期|持续/.test(m[2]!) && saysWhen(m[2]!)
    ? { name: m[1]!, time: m[2]! }
    : null;
}

const behindSign = /^(.{2,40}?)[·•∙・‧—–/-]{1,2}([\u4e00-\u9fff]{1,4})$/;
const inBracket = /^(.{2,40}?)[（(〈〔［[【〖｛「『]([\u4e00-\u9fff]{1,8})[）)〉〕］\]】〗｝」』]$/;

/** A role printed behind a name in brackets of any shape: 省发展改革委（牵头）, 县公安局〔领办〕. */
function markedRole(name: string): { role: Role; name: string } | null {
  const m = inBracket.exec(name) ?? behindSign.exec(name);
  if (!m) return null;
  const meaning = labelMeaning(m[2]!);
  if (meaning && isRole(meaning.kind)) return { role: meaning.kind, name: m[1]! };
  if (m[2]!.length > 4 || !isOrgan(m[1]!) || isOrgan(m[2]!)) return null;
  const { role, clear } = suggestedRole(m[2]!);
  return clear && role !== 'none' ? { role, name: m[1]! } : null;
}

/** What a unit does, in brackets behind it: （技术指导）, （资金保障）. */
const matter =
  /^(.{2,40}?)[（(](?!含)[\u4e00-\u9fff]{0,4}(?:指导|保障|监督|督导|统筹|协调|支持|服务|验收|考核|审核|宣传|监管|实施主体)[）)]$/;

/** How much of it is a unit's: （50%）, （3个）. */
const share = /^(.{2,40}?)[（(](?:占|权重|各)?\d{1,5}(?:\.\d{1,2})?(?:[%％]|分|项|个|人|件|户|名|公里|辆|处)?[）)]$/;

/** A note behind a unit in brackets (电话：…, 联系人：…, 技术指导) is no part of its name. */
function withoutNote(name: string): string {
  if (!closesAt(name, name.length - 1)) return name;
  const seat = /^(.{2,40}?)[（(](?:办公室)?(?:设在|设于|挂靠|依托)[^（()）]{2,20}[）)]$/.exec(name);
  if (seat && isOrgan(seat[1]!)) return seat[1]!;
  const part = share.exec(name);
  if (part && (isOrgan(part[1]!) || isCollective(part[1]!))) return part[1]!;
  const does = matter.exec(name);
  if (does && isOrgan(does[1]!)) return does[1]!;
  const m =
    /^([^（(【［[]{2,40})[（(【［[][^（(【［[]*(?:电话|手机|联系人|联系方式|责任人|负责人|[：:]|\d{5,})[^（(【［[]*$/.exec(
      name,
    );
  return m && isOrgan(m[1]!) ? m[1]! : name;
}

/** Common surnames, by which three characters in brackets are told to be a person; two may be a subject (金融). */
export const surname =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/;

/** How names of places and bodies end, short ones of villages among them. */
const placeEnd =
  /[省市县区旗州盟镇乡村庄屯寨沟营坪湾店集堡庙桥口河山岗岭坝埠渡街组社站所队办局委园场厂校院馆部处科室心会台坡塘洼畈垭坞岙圩浦港洲岛湖海泉井关门楼亭碑坊巷里路城峪坳冲垄塬堰川溪江滩田地家子头铺坑垸岔司团户企]$/;

/** 李牧之负责；县工信局牵头: three characters, a common surname in front, and none that ends a place. Who leads a matter is no unit. */
const isPerson = (name: string): boolean => name.length === 3 && surname.test(name) && !placeEnd.test(name);

/** A person in brackets behind a unit: any short word where persons are asked for (责任单位及责任人), else one with a surname. */
function withoutPerson(name: string, asked: boolean): string {
  const m = closesAt(name, name.length - 1) ? /^([^（(]{2,40})[（(]([\u4e00-\u9fff]{2,4})[）)]$/.exec(name) : null;
  const person =
    m && (asked || ((m[2]!.length === 3 || m[2]!.includes('某')) && surname.test(m[2]!) && !isOrgan(m[2]!)));
  if (person && isOrgan(m[1]!)) return m[1]!;
  return asked && !isOrgan(name) ? withoutNameBehind(name) : name;
}

/** 县住建局副局长赵文川, 县住建局赵文川, where persons are asked for. */
function withoutNameBehind(name: string): string {
  const length = organPrefix(name, longestPerson);
  const person = name.slice(length).replace(office, '');
  return length && (!person || (person.length <= 4 && surname.test(person))) ? name.slice(0, length) : name;
}
/** An office and a name. */
const longestPerson = 8;
