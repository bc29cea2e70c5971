import { words } from '../text/words';
import type { Role } from './types';

/** Words of the genre as data. Adding a word here is how a new wording is taught. */

/** What the label of a field asks for. */
export type FieldKind = Role | 'deadline' | 'person' | 'none';

/** Does a label of this kind ask for units? */
export const isRole = (kind: string): kind is Role =>
  kind === 'lead' || kind === 'participant' || kind === 'responsible';

/** Words that all say one thing. */
const all = <Kind extends FieldKind>(kind: Kind, list: string): (readonly [string, Kind])[] =>
  words(list).map((word) => [word, kind] as const);

/** First parts of role labels and the role they give. */
export const labelStems: readonly (readonly [string, FieldKind])[] = [
  ...all('lead', '牵头考核 牵头责任 牵头负责 牵头主责 牵头落实 牵头实施 市级牵头 省级牵头 县级牵头 区级牵头 总牵头'),
  ...all('lead', '第一牵头 第一承办 第一主办 首席承办 总负责 总承办'),
  ...all('lead', '牵头 带队 主办 主责 主抓 主建 主管 发起 第一责任 组长 班长 队长 召集'),
  ...all(
    'participant',
    '配合责任 参加 参与 配合 副组长 副班长 副队长 组员 协办 协抓 协建 协同 协助 协作 联合 会同 会办 支持',
  ),
  ...all(
    'responsible',
    '行业主管 行业监管 属地责任 分工 部门分工 责任分工 任务分工 工作分工 主要责任 具体责任 市级责任 省级责任 县级责任',
  ),
  ...all('responsible', '区级责任 直接责任 共同责任 包保责任 责任落实 落实责任 责任 负责 落实 承办 承担 实施 组织实施'),
  ...all('responsible', '执行 工作 分办 独办 整改 认领'),
  ...all('none', '督办 督导 督查 监督 指导 考核 验收'),
];

/** Second parts: what makes a stem a label that asks for units. */
export const labelNouns = words(`
  单位 部门 机关 机构 主体 处室 科室 股室 站所 所站 办所 乡镇 镇街 街道 学院 院系 支部 党支部 党组织 部室 处（室） 部（室、中心） 地区 地方 方 市县 部门和单位 部门（单位） 部门(单位) 单位（部门） 单位(部门)
  单位及部门 单位和部门 部门及单位
  局办 委办 局委 室 学校 园所 村 村组 社区 村居 村（社区） 医院 企业 公司 园区 车间 班组 窗口
`);

/** Labels whose values are persons: no units, but they end the field before them. */
export const personLabels = words(`
  责任领导 牵头领导 分管领导 包联领导 包保领导 市级领导 县级领导 区级领导 省级领导 挂联领导 责任人 牵头人 负责人
  第一责任人 直接责任人 主要责任人 具体责任人 联系人 联络员 经办人 联系电话 责任人员 牵头市领导 牵头县领导 督导领导
  组长 副组长 常务副组长 指挥长 副指挥长 总指挥 副总指挥 召集人 总召集人 副召集人 班长 副班长 队长 副队长 专班班长 专班长 主要领导 带班领导 带队领导 值班领导 提建议人 提案人 提出人 领衔代表 附议代表
`);

export const deadlineLabels = words(`
  完成时限 实施期限 执行期限 政策期限 推进时限 计划完成时限 完成年限 完成时间 完成期限 完成日期 办结时限 办结时间
  办理时限 整改时限 整改期限 工作时限 落实时限 实施时限 实施时间 时限要求 时间要求 时间节点 时间安排 时间进度 进度安排
  进度要求 推进时间 计划完成时间 完成节点 目标时限 任务时限 时限 时间
`);

/** Labels that stand beside role labels and belong to neither roles nor time. */
export const otherLabels = words(`
  适用范围 实施范围 政策内容 支持内容 支持对象 申报条件 兑现方式 任务内容 整改目标 整改措施 整改情况 问题描述 反馈问题
  咨询电话 监督电话 举报电话 服务电话 适用对象 工作目标 任务目标 目标任务 工作任务 重点任务 主要任务 主要内容 工作内容
  具体内容 具体措施 工作措施 主要措施 推进措施 落实措施 工作要求 工作标准 成果形式 成果 预期成果 预期目标 考核指标
  考核标准 考核方式 评价指标 备注 依据 政策依据 任务来源 资金来源 进展情况 说明 联系方式 联系地址 电话 邮箱 网址
  版权所有 网站标识码 技术支持 注
`);

/** Role words that end a clause in a bracket or a cell: 省教育厅牵头. */
export const roleWords: readonly (readonly [string, Role])[] = [
  ...all('lead', '牵头负责 负责牵头 牵头组织实施 牵头组织 牵头落实 牵头推进 牵头实施 牵头办理 牵头会同 共同牵头'),
  ...all('lead', '领衔推进 领衔 抓总 牵总 总抓 主抓'),
  ...all('lead', '联合牵头 分别牵头 分工牵头 总牵头 牵头 主办 主责 带队'),
  ...all('participant', '积极配合 协同配合 协助配合 分工配合 参与配合 配合落实 配合实施 配合 参与落实 参与 参加 协办'),
  ...all('participant', '会办 协助 协同 协作 为成员 派员参加 派员参与 派员配合 派员进驻'),
  ...all('responsible', '具体负责 共同负责 分别负责 分工负责 具体实施 具体落实 负责落实 负责实施 负责组织实施'),
  ...all('responsible', '组织实施 抓好落实 分工落实 落实 实施 负总责 总负责 负责 承办 承担 执行 办理 推进'),
];
