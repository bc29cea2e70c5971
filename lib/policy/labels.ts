import { isBySubject } from '../names/by-subject';
import { remembered } from '../names/remembered';
import { words } from '../text/words';
import { deadlineLabels, type FieldKind, labelNouns, labelStems, otherLabels, personLabels } from './lexicon';
import { suggestedRole } from './morphemes';

/** What a label asks for. `mixed`: it names several roles for one list (配合/责任单位). */
export interface LabelMeaning {
  readonly kind: FieldKind;
  readonly mixed: boolean;
  /** It asks for persons beside units: 牵头单位及责任人. */
  readonly persons: boolean;
  /** How sure a role is that only its morphemes suggest; absent for the genre's own words. */
  readonly guessed?: number;
}

const fixed = new Map<string, FieldKind>([
  ...personLabels.map((l) => [l, 'person'] as const),
  ...deadlineLabels.map((l) => [l, 'deadline'] as const),
  ...otherLabels.map((l) => [l, 'none'] as const),
]);
const stems = [...labelStems].sort((a, b) => b[0].length - a[0].length);
const nouns = [...labelNouns].sort((a, b) => b.length - a.length);
const scope =
  /^(?:各|本|主要|具体|共同|其他|有关|相关|项目|任务|整改|工作|年度|市县|县市|地方|基层|市级|省级|县级|区级|镇级|市|省|县|区|市直|县直|区直|省直|局内|委内|内部)(?=.)/;

/** The meaning of a label without its colon: 牵头（责任）单位, 配合/责任单位, 完成时限; null when it is none. */
export const labelMeaning = remembered((printed): LabelMeaning | null => {
  // 牵头单位1, 牵头单位①: the first of several.
  // 责任单位及完成时限: a time may stand behind the units. 责任单位包括, 责任单位名单: what only joins it to them.
  const label = printed
    .replace(/[\s：:*]/gu, '')
    .replace(
      /(?<=单位|部门)(?:[\d①-⑨]|如下|包括|包含|名单|名称|有(?!关)|(?:分别|依次|暂定)?[为是]|[及和、与](?:完成|办结)?(?:时限|期限|时间))$/,
      '',
    );
  return label.length < 2 || label.length > 16 ? null : (judge(label) ?? behindBracket(label));
});

/** 责任单位（盖章）, 完成时限（年月）: what stands in a bracket behind a label says how it is filled in. */
function behindBracket(label: string): LabelMeaning | null {
  const m =
    /^(.{2,8})[（(](?:盖章|公章|签章|签字|加盖公章|全称|简称|规范全称|年月日?|年\/月\/日|月份|可多选|多选|单选|必填|选填)[）)]$/.exec(
      label,
    );
  return m ? judge(m[1]!) : null;
}

/** Labels of a person's field by their end: 包抓领导, 牵头负责领导, 市级河长, 项目责任人. */
const personEnd =
  /^(?!.*(?:单位|部门|机关|处室))[\u4e00-\u9fff]{0,8}(?:领导|责任人|负责人|牵头人|包联人|联系人|联络员|经办人|河长|林长|路长|田长|链长|专班长)$/;

/** Labels of a time by their end: 期限, 销号时限, 提请审议时间. */
const deadlineEnd =
  /^(?!有效|保存|使用|服务|服刑|租赁|合同)[\u4e00-\u9fff]{0,6}(?:时限|期限|限期|期程|(?:建设|实施|整改|施工|起止)年限|起止(?:时间|日期)|工期|时间节点|(?:完成|办结|推进|整改|交付|时间|进度)节点|(?:交卷|完工|交工|投运|清零|收尾|归档|答复|竣工|建成|投用|销号|审议|办结|完成|截止|交稿|报送|提交|上报|交付|结题|送审|反馈|达标|见效|落地|上线|收官|交账|验收|整改|推进|实施)(?:时间|日期)|截止)$/;

/** Stems that are labels by themselves before a colon or over a column: 牵头：甲局；配合：乙局. */
const alone = new Set(
  words(
    '主抓 主建 协抓 协建 第一牵头 第一承办 第一主办 第一责任 首席承办 总负责 总承办 认领 支持 分办 独办 落实 实施 分工 部门分工 责任分工 任务分工 工作分工 牵头 总牵头 主办 主责 配合 协办 协同 协助 协作 参与 参加 联合 会同 会办 责任 负责 承办 承担 属地责任 直接责任 具体责任 主要责任',
  ),
);

/** 什么时候办完, 何时办结: a label that asks outright. */
const asksWhen = /^(?:什么时候|何时|啥时候?|几时|多久)[\u4e00-\u9fff]{0,4}$/;

function kindByEnd(label: string): 'person' | 'deadline' | null {
  if (personEnd.test(label)) return 'person';
  return deadlineEnd.test(label) || asksWhen.test(label) ? 'deadline' : null;
}

function judge(label: string): LabelMeaning | null {
  // 张三工作室 is a place, not a room that is responsible.
  if (label.endsWith('工作室')) return null;
  if (alone.has(label)) return { kind: stems.find(([s]) => s === label)![1], mixed: false, persons: false };
  if (asksWho.test(label)) return labelByForm(label);
  const own = fixed.get(label) ?? kindByEnd(label);
  if (own) return { kind: own, mixed: false, persons: false };
  const roles = roleKinds(label) ?? roleKinds(label.replace(scope, ''));
  if (!roles) {
    const bare = label.replace(scope, '');
    const other = fixed.get(bare);
    return other && other !== 'none' ? { kind: other, mixed: false, persons: false } : null;
  }
  const kinds = new Set(roles);
  const persons = kinds.has('person');
  if (kinds.size === 1) return { kind: roles[0]!, mixed: false, persons: false };
  kinds.delete('none');
  kinds.delete('person');
  if (kinds.size === 1) return { kind: [...kinds][0]!, mixed: false, persons };
  // 牵头（责任）单位: the list leads. 配合/责任单位 takes part. 牵头和配合单位 leaves it open who does which.
  if (kinds.has('lead') && kinds.has('participant')) return { kind: 'responsible', mixed: true, persons };
  if (kinds.has('lead')) return { kind: 'lead', mixed: false, persons };
  return { kind: 'participant', mixed: true, persons };
}

/** Roles named by a label made of stems and a noun: 牵头单位, 责任（牵头）单位, 牵头单位和责任单位. */
function roleKinds(label: string): FieldKind[] | null {
  const kinds: FieldKind[] = [];
  let rest = label;
  let named = false;
  while (rest) {
    const person = personLabels.find((p) => rest.startsWith(p));
    if (person && kinds.length) {
      kinds.push('person');
      rest = rest.slice(person.length);
      named = true;
      continue;
    }
    const stem = stems.find(([s]) => rest.startsWith(s));
    if (stem) {
      kinds.push(stem[1]);
      rest = rest.slice(stem[0].length);
      named = false;
      continue;
    }
    const noun = nouns.find((n) => rest.startsWith(n));
    if (noun && kinds.length) {
      rest = rest.slice(noun.length);
      named = true;
      continue;
    }
    const joiner =
      /^(?:[（(/／、\-—]|和|及|与|或|以及|的|市级|省级|县级|区级)/.exec(rest) ??
      (kinds.length ? /^[）)]/.exec(rest) : null);
    if (!joiner || !kinds.length) return null;
    rest = rest.slice(joiner[0].length);
  }
  return named && kinds.length ? kinds : null;
}

/** What a label asks for that no list holds, and how it may end. */
const asksForUnits =
  /^([\u4e00-\u9fff]{1,8}?)(?:（[\u4e00-\u9fff]{1,6}）)?(?:单位|部门|机关|主体|[处科股]室|机构|方|组)$/;
/** 责任战区, 牵头专班, 配合连队: a role and whatever offices are called there, but for what else is said to be 责任 or 牵头. */
const ofRole =
  /^(责任|牵头|配合|主办|协办|承办|协同|参与)(?!分工|清单|落实|体系|追究|划分|分解|要求|制度|机制|事项|任务|目标|内容|措施|时限|时间|期限|领导|人员?$|书记|部署|情况|范围|依据|意识|担当|区域|片区|河段|路段|地段|对象|地点|方式|电话|编号|标准|项目|工作|城市|国家|抓|推|开|做|组织|制定|完成|负责|实施|安全|保险|心|感|制|书|状|田|链|压实|倒查|考核|督查|督导|编辑|校对|[\u4e00-\u9fff]?长$)[\u4e00-\u9fff]{2,3}$/;
/** 整改责任, 监管责任: whose it is to do so; not what the law makes of it, nor 安全责任, which says of what. */
const ofDuty = /^(整改|监管|治理|整治|实施|包保|包联|帮扶|属地|行业|主管)责任$/;
/** 谁来办, 谁配合: a label that asks outright. */
const asksWho = /^(?:由|该)?谁[\u4e00-\u9fff]{1,4}$/;
/** Words that stand before 单位 and 部门 and name no part in a division of work. */
const noPart =
  /^(?:各|有关|相关|其他|上级|下级|本|全体|所有|成员|派发|签发|签批|审批|批准|下达|事业|企业|行政|用人|职能|业务|政府|来文|发文|印发|主送|申报|申请|推荐|填报|报送|发布|制定|起草|公布|采购|会签|中标|成交|供应|供货|投标|招标|招标代理|代理|用人|招聘|报考|录用|学习|毕业|获奖|表彰|参赛|编制|发证|认定|鉴定|所在|所属|注册|出租|承租|付款|收款|开户|发包|咨询|检测|检验|投资|出资|合作|签约|[甲乙丙丁双多])$/;

/**
 * The meaning of a label that only its form gives away (承接单位, 领题部门, 支撑单位): its morphemes say the role. Null where it
 * does not ask for units. Whether it counts, the document decides.
 */
export const labelByForm = remembered((printed): LabelMeaning | null => {
  const label = printed.replace(/[\s：:*]/gu, '');
  const stem =
    asksForUnits.exec(label)?.[1] ?? asksWho.exec(label)?.[0] ?? ofRole.exec(label)?.[1] ?? ofDuty.exec(label)?.[1];
  // 医疗保障部门：制定方案 names them.
  if (!stem || noPart.test(stem) || (/(?:部门|机关)$/.test(label) && isBySubject(label))) return null;
  const { role, clear } = suggestedRole(stem);
  return { kind: role, mixed: false, persons: false, guessed: clear ? 0.8 : 0.7 };
});

/** 注：甲局、乙局: heads of remarks, behind which a document may name who does it, or who gave the figures. */
export const isRemark = (label: string): boolean => /^(?:[备附]?注|说明|备考|附)$/.test(label);

/** 成员单位, 组成科室: whoever stands behind it takes part in what the group does. */
export const isMembers = (label: string): boolean =>
  /^(?:其他成员|有关方面|(?:成员|组成|其他)(?:单位|部门|科室|处室|股室))$/.test(label);
