import { remembered } from '../names/remembered';
import { labelMeaning } from './labels';
import { isRole } from './lexicon';
import { suggestedRole } from './morphemes';
import type { DocumentRule, Role } from './types';

/** A rule said once, as words; where it stands is up to the caller. */
export interface RuleWords {
  readonly kind: DocumentRule['kind'];
  /** The first of each group leads (两省市列首位的), at most so many groups; 0: of the whole list. */
  readonly groups: number;
  /** The sign before which who leads stands: （甲局／乙局）. */
  readonly before?: string;
  /** The sign that marks who leads: ★甲局、乙局. */
  readonly mark?: string;
  /** What those that the rule speaks of first are, and what all others: 分号前为责任单位，分号后为协同单位. */
  readonly roles?: readonly [Role, Role];
  /** What the parts of a list are, in their order: 依次为牵头单位、参加单位和完成时限. */
  readonly inTurn?: readonly (Role | null)[];
}

/** （每条右下方单位为责任单位…）, 各项末尾的部门为…: what the units of every item are. */
export const saysOfEvery = (text: string): boolean =>
  /^[（(【〔]?(?:本[表文]|(?:本|该)(?:方案|清单|措施))?(?:中|内)?(?:每|各)(?:一)?(?:条|项|款|点|段|行)[^，。；：:]{0,12}(?:单位|部门|科室)(?:[^，。；：:]{0,4})(?:为|是|系|即)/.test(
    text,
  );

/** 注：…, （备注：…: words about the list, in a line of their own. */
export const isNote = (text: string): boolean => /^[（(【〔]?(?:备?注|说明|注释)[：:]/.test(text) || saysOfEvery(text);

/** 下同: said once, meant for all that follows. */
export const isLikewise = (text: string): boolean =>
  /下同|以下(?:均|各项)?(?:同|相同)|后同|均(?:为|以|按)|各项/.test(text);

/** 其他为配合单位: what the rule says of all others. */
export const saysOthers = (text: string): boolean =>
  /(?:其[他余它]|之?后|[未无没](?:有)?(?:标|加|带|打|画)?[^，。；]{0,3})(?:的|各|面的)?(?:单位|部门)?(?:均|都)?(?:为|是|系|作为)(?:配合|参与|参加|协办|协助|协同)/.test(
    text,
  );

/** A word for who leads, of the lists, by its parts, or one that nothing says otherwise of: 为牵头单位, 为主抓部门, 列首位的领办, 为操盘单位. */
const saysLead = (text: string): boolean => {
  if (/牵头|主办|主责/.test(text)) return true;
  const word = /(?:为|是|系|即|的)([\u4e00-\u9fff]{2,6})(?:[，,；;。]?(?:以?下|后)同)?$/.exec(text)?.[1];
  if (word === undefined) return false;
  const { role, clear } = suggestedRole(word);
  return role === 'lead' || (!clear && /(?:单位|部门)$/.test(word));
};

const signOf: Readonly<Record<string, string>> = {
  逗号: '，',
  分号: '；',
  顿号: '、',
  斜杠: '/',
  斜线: '/',
  竖线: '|',
  '／': '/',
  '｜': '|',
};
/** 逗号之前的为牵头单位 · “／”前为牵头单位. */
const beforeSign = /[“"'‘]?(逗号|分号|顿号|斜杠|斜线|竖线|[，；、／/|｜])[”"'’]?(?:号)?(?:之|以)?前/;
/** The sign before which who leads stands: of several (顿号前后无主次之分，分号前为牵头单位) the one whose clause says so. */
function signBefore(text: string): RegExpExecArray | null {
  const said = text.split(/[，,；;。]/).find((clause) => /牵头|主办|主责/.test(clause) && beforeSign.test(clause));
  return beforeSign.exec(said ?? text);
}
/** 标★的为牵头单位 · ★为牵头单位. */
const marked =
  /(?:标|加|带|打|画|注|前|有|^)[^，。；]{0,3}?[“"]?([★☆●○▲△◆◇■□◎*＊#＃√✓])[”"]?(?:号|标记|标志)?(?:的|者)?(?:单位|部门)?(?:为|是|系|表示|代表|即)/;

/** 依次为牵头单位、参加单位和完成时限: the role of each part, null for what is none. */
function turnsOf(text: string): (Role | null)[] | null {
  const said = /依次(?:分别)?(?:为|是|系)([^，。；）)]{4,40})/.exec(text)?.[1];
  if (!said) return null;
  const roles = said.split(/[、和与及]/).map((word) => {
    const kind = labelMeaning(word)?.kind;
    return kind && isRole(kind) ? kind : null;
  });
  return roles.filter(Boolean).length > 1 ? roles : null;
}

/** 分号前的为主要责任单位，分号后的为协同责任单位 · 前一部门为负责部门，后一部门为配合部门. */
const twoParts =
  /(?:(逗号|分号|顿号|斜杠|斜线|竖线|[“"][，；、／/|｜][”"])(?:之|以)?前|前(?:者|[一面列][个家位]?(?:单位|部门|科室|处室|股室)?))的?(?:单位|部门|科室)?均?(?:为|是|系|作为)([^，,；;。）)]{2,8})[，,；;](?:\1(?:之|以)?|[“"]?[，；、／/|｜]?[”"]?)?后(?:者|[一面列][个家位]?(?:单位|部门|科室|处室|股室)?)?的?(?:单位|部门|科室)?均?(?:为|是|系|作为)([^，,；;。）)]{2,8})/;

/** A rule that says of both parts of a list what they are; null where it does not, or says the same of both. */
function twoRolesOf(text: string): RuleWords | null {
  const said = twoParts.exec(text);
  const [first, rest] = said ? [suggestedRole(said[2]!), suggestedRole(said[3]!)] : [];
  if (!said || !first || !rest || first.role === 'none' || rest.role === 'none' || first.role === rest.role)
    return null;
  const roles = [first.role, rest.role] as const;
  const sign = said[1]?.replace(/[“”"]/g, '');
  return sign
    ? { kind: 'before-comma-leads', groups: 0, before: signOf[sign] ?? sign, roles }
    : { kind: 'first-leads', groups: 0, roles };
}

/** 排在第一位的部门为牵头部门 · 列第一位者为牵头单位 · 第一个单位为牵头单位 · 逗号前为牵头单位 · 排名第一的牵头. */
export const ruleOf = remembered((text): RuleWords | null => {
  if (text.length > 60) return null;
  const parts = twoRolesOf(text);
  if (parts) return parts;
  if (!saysLead(text)) return null;
  const inTurn = turnsOf(text);
  if (inTurn) return { kind: 'first-leads', groups: 0, inTurn };
  const before = signBefore(text);
  if (before) return { kind: 'before-comma-leads', groups: 0, before: signOf[before[1]!] ?? before[1]! };
  const mark = marked.exec(text)?.[1];
  if (mark) return { kind: 'first-leads', groups: 0, mark };
  const first =
    /(?:排|列|居|位|名|第|首)[^，。；]{0,8}(?:第一|第1|首位|首个|最前|之首|前面|一位|首)/.test(text) ||
    /(?:第一|首)(?:个|家|位)?[^，。；]{0,6}(?:单位|部门|位|者)/.test(text);
  if (!first || !/(?:为|是|系|作为|即|牵头|的)/.test(text)) return null;
  const many = /^(两|双|三|四|各|分别)/.exec(text.replace(/^(?:其中|注)[：:，]?/, ''));
  const groups = many ? ({ 两: 2, 双: 2, 三: 3, 四: 4 }[many[1]!] ?? 99) : 0;
  return { kind: 'first-leads', groups };
});

/** 以下均需各市人民政府落实，不再列出: the units to be added to all that follows. */
export function addedUnits(text: string): { start: number; end: number } | null {
  const m =
    /(?:以下|下列|上述|以上|各项)(?:任务|措施|工作|事项|内容)?(?:均|都|皆)(?:需|须|由|应|需要)(?:由)?([^，。；]{2,40}?)(?:负责|贯彻|组织|共同|配合|参与|具体)?(?:落实|负责|实施|配合|参与)[^。；]{0,4}[，,；;]?(?:以下|下文|后文)?(?:不再|不另|不一一|不)(?:逐一|一一|重复)?(?:列出|列示|标注|注明|列明)/.exec(
      text,
    );
  if (!m) return concerned(text);
  const start = m.index + m[0].indexOf(m[1]!);
  return { start, end: start + m[1]!.length };
}

/** 具体任务均涉及各市人民政府，不再做分工，下同: the same said of whom the tasks concern. */
function concerned(text: string): { start: number; end: number } | null {
  const m =
    /(?:任务|工作|措施|事项|内容)?(?:均|都|皆)涉及(?:到)?([^，。；]{2,40})[，,；;]?[^，。；]{0,4}不再(?:做|作|进行|一一|逐一|重复)?(?:分工|列出|列示|标注|注明|列明|明确)/.exec(
      text,
    );
  if (!m) return null;
  const start = m.index + m[0].indexOf('涉及') + m[0].slice(m[0].indexOf('涉及')).indexOf(m[1]!);
  return { start, end: start + m[1]!.length };
}
