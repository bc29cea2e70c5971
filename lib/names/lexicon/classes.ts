import { words } from '../../text/words';

/** What a word of a collective designation does. */
export type Word =
  | { readonly type: 'level'; readonly words: readonly string[] }
  | { readonly type: 'class'; readonly classes: readonly ClassName[] }
  | { readonly type: 'each' | 'relevant' | 'other' | 'grades' | 'everywhere' | 'anywhere' }
  | { readonly type: 'government' | 'party' | 'direct' | 'joiner' | 'plain' };

/** A class of units. `membership.ts` says who is in it. */
export type ClassName =
  | 'department'
  | 'unit'
  | 'members'
  | 'enforcement'
  | 'town'
  | 'street'
  | 'zone'
  | 'school'
  | 'hospital'
  | 'enterprise'
  | 'village'
  | 'masses'
  /** 党组: every organ has one. */
  | 'party-groups'
  | 'stationed'
  | 'judiciary'
  | 'law'
  | 'media'
  | 'institution'
  | 'party-and-government';

const known = new Map<string, Word>();

function say(word: Word, forms: string): void {
  for (const form of words(forms)) known.set(form, word);
}
const classes = (...names: ClassName[]): Word => ({ type: 'class', classes: names });
const levels = (...names: string[]): Word => ({ type: 'level', words: names });

say({ type: 'each' }, '各 各个 每个 所有 全部 全体 辖区各 辖区内各 各相应 各自 各类');
say({ type: 'relevant' }, '有关 相关 涉及 相应 所涉 涉事 涉及的 有关的 相关的 承担任务的');
say({ type: 'other' }, '其他 其它 其余 其他各');
say({ type: 'grades' }, '各级 地方各级 各级地方 地方 各层级');
say({ type: 'everywhere' }, '全省 全市 全县 全区 全州 全旗 全盟 全域');
say({ type: 'anywhere' }, '地区 各地 各地区 各地方 属地');
say(levels('地'), '地');
for (const word of words('省 市 县 区 旗 州 盟 自治区 自治州 自治县 直辖市 县级市 设区市')) say(levels(word), word);
say(levels('设区市'), '设区的市 地级市 地级以上市 地市 省辖市 设区市州');
say(levels('县', '区'), '区县 县区');
say(levels('市', '县'), '市县');
say(levels('市', '区'), '市区');
say(levels('市', '州'), '市州 州市');
say(levels('区', '市', '县'), '区市县 县市区 市县区');
say(levels('旗', '县', '区'), '旗县区 旗区');
say(levels('旗', '县'), '旗县');
say(levels('国家'), '国家 国务院 中央 中央和国家');
say({ type: 'government' }, '政府 人民政府');
say({ type: 'party' }, '党委 党政 党工委 委');
// 市、区两级: those of both levels.
say({ type: 'each' }, '两级 三级 四级');
say({ type: 'direct' }, '直 级 直属 本级 属 本 层面');
say(classes('department'), '部门 工作部门 职能部门 组成部门 委办局 委局 局办 局委 部委 部委局 部门机构 责任部门');
say(classes('department'), '部门和机构');
say(classes('unit'), '单位 机关 机构 机关单位 直属机构 派出机构 责任单位 参加单位 牵头单位 配合单位 职责单位 部门单位');
say(classes('unit'), '部门和单位 部门及单位 部门、单位 机关事业单位 责任主体 方面');
say(classes('members'), '成员单位 组成单位 成员部门 成员');
say(classes('enforcement'), '行政执法单位 行政执法部门 行政执法机关 执法单位 执法部门 执法机关 行政执法主体');
say(classes('town'), '乡镇 乡 镇 苏木 乡级 苏木乡镇 苏木镇 乡(镇) 镇(乡) 乡、镇');
say(classes('street'), '街道 街道办事处 办事处 街道办 街办 街');
say(classes('town', 'street'), '镇街 街镇 镇办 乡镇街道 乡镇办 乡镇街 镇(街) 街(镇) 街乡镇 街乡 乡街 乡办 镇街道');
say(classes('town', 'street'), '乡镇(街道)');
say(classes('zone'), '开发区 管委会 管理委员会 园区 功能区 高新区 经开区 示范区 新区 产业集聚区 风景区 度假区');
say(classes('zone'), '产业园区 产业园 工业园区 高新技术产业开发区 经济技术开发区 经济开发区 保税区 自贸区');
say(classes('zone'), '先进制造业开发区 景区 名胜区 实验区 试验区 工业园');
say(classes('school'), '学校 高校 高等学校 中小学校 中小学 大中专院校 院校 幼儿园 高等院校 职业院校 中小学幼儿园 中学');
say(classes('school'), '小学');
say(classes('hospital'), '医院 医疗机构 医疗卫生机构 卫生院 公立医院 医疗卫生单位 基层医疗卫生机构');
say(classes('enterprise'), '企业 国有企业 国企 公司 金融机构 银行 市场主体 银行业金融机构 运营商 平台公司 保险公司');
say(classes('village'), '村 社区 行政村 村(社区) 村社区 嘎查 村(居) 村居 居委会 村委会 社会组织 行业协会 协会 商会');
say(classes('institution'), '企事业单位 事业单位 公共服务机构');
say(classes('party-and-government'), '党政机关 党政部门 党政群机关');
say(classes('stationed'), '驻县 驻市 驻区 驻省 驻州 驻地 中省驻 中省市驻 中央驻 省市驻 垂直管理部门 垂直管理单位');
say(classes('stationed'), '垂管部门 垂管单位 条管部门 条管单位 双管部门 双管单位 驻');
say(classes('judiciary'), '两院 法检两院 法检机关 审判机关 检察机关');
say(classes('law'), '政法机关 政法单位 政法部门 政法各单位 政法各部门 政法系统 公检法 公检法司');
say(classes('law'), '司法机关 公检法机关 公检法司机关');
say(classes('media'), '新闻媒体 媒体 新闻单位 新闻媒体单位 媒体单位 主流媒体 新闻媒介');
say(classes('party-groups'), '党组 党组织 基层党组织');
say(classes('masses'), '人民团体 群团组织 群团 群众团体 群团部门 群团单位');
say({ type: 'joiner' }, '( ) 、 , / 和 与 及 以及 或 含 等 的 · - 及其 包括 ;');
// Words that hold a level word and mean none.
say({ type: 'plain' }, '市场 市场监管 市场监督管理 城市 城市管理 城乡 市政 市容 区域 地震 地质 本次 街区 乡村');
say({ type: 'plain' }, '乡村振兴 村镇 农村 农业农村 机关事务 直接');

/** Words that say "those concerned" without 有关: which trades, which approvals only the department itself knows. */
export const NARROWING =
  /^(?:行业|主管|业务|行政|监管|审批|涉农|涉企|职责|牵头|业务主管|行业主管|行政主管|行业监管)+$/u;

/** The vocabulary of collective designations. */
export const WORDS: ReadonlyMap<string, Word> = known;
