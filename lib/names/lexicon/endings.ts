import { words } from '../../text/words';

/** Words by which organs are known, as data. Adding a word here is how a new kind of organ is taught. */

/** Endings that make a string the name of an organ. */
export const organEndings = words(`
  局 委 办 厅 部 署 院 会 政府 党委 党组 中心 机关 机构 部门 单位 公司 集团 银行 支行 分行 总行 海关 税务 大队 支队
  总队 中队 消防 救援队伍 队 站 所 社 处 科 室 股 庭 团 团委 联 残联 妇联 工会 馆 台 校 学校 一中 二中 三中 四中 五中 实验中学 职业中专 中专 职高 技校 完小 院校 高校 大学 学院 医院 小学 中学 幼儿园 卫生室
  企业 专班 协会 商会 学会 街道 镇 乡 镇街 镇办 乡镇 办事处 社区 村 园区 开发区 高新区 经开区 示范区 新区 功能区
  管委会 委员会 领导小组 工作组 监察组 小组 推进组 专责组 农商行 城投 交投 指挥部 防指 公路段 养路段 车务段 工务段 电务段 机务段 供电段 客运段 人行 农发行 联席会议 地区 各地 省 市 县 区 旗 州
  盟 自治区 直辖市 兵团 营业部 管理部 营管部 监管局 分局 总局 所属 基地 平台 机场 党组织 口岸 交易所 总社 报社 日报 报业 传媒
  电网 供电 铁塔 电信 移动 联通 邮政 气象 烟草 总工会 红十字会 科协 文联 侨联 工商联 贸促会 供销社 档案馆 党校 武装部
  司 年级组 教研组 备课组 党总支 总支部 党支部 车间 工段 水厂 电厂 处理厂 热力厂 民兵排 民兵连 民兵营 纪检组 巡察组 党小组 监督组 人武部 军分区 警备区 管理区 林场 农场 水务 成员单位 有关方面 相关方面
`);

/**
 * Words that end like an organ and are none: a split after them would cut a name in two. Then what is done (查处) and what
 * is met at (座谈会).
 */
export const falseEndings = words(`
  社会 机会 协会商会 区域 内部 外部 全部 干部 城区 地市 都市 城市 内设机构 医疗机构 市场主体 新市 经济社会
  调处 动员部署 工作部署 安排部署 再部署 包联 挂联 双联 关联 并联 串联 互联 包抓 查处 惩处 判处 好处 用处 到处 之处 益处 难处 出处 查办 督办 代办 帮办 通办 补办 件急办 事急办 特急办 难办 快办 联办 即办 上门办
  网上办 一次办 马上办 就近办 指尖办 掌上办 举办 开办 催办 交办 局部 底部 顶部 东部 西部 南部 北部 中部 座谈会 发布会
  上司 官司 布局 格局 家庭 常委 推进会 现场会 调度会 培训会 动员会 例会 博览会 展会 洽谈会 运动会 听证会 碰头会 晚会 农博会 网站 泵站 住院 出院
`);

/** Offices whose names end like one of those. */
export const trueEndings = words('安全部 普查办 督查办 巡查办 核查办 联查办 对外部 涉外部 国内部');
