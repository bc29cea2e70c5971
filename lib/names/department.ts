import { words } from '../text/words';

/** What a department of an organ, a firm, a school, a hospital or a court is for. */
const fields = words(`
  人力资源 人事 劳资 财务 计财 资金 资产 法务 法规 法制 风控 合规 内控 安全 安监 环保 生产 工程 技术 设备 质量 质控 采购 招标 审计
  纪检 监察 纪检监察 监督 检查 监督检查 党风 政风 党风政风 案件 案件监督 审理 案管 信访 宣传 组织 统战 党建 党群 党务 信息 网络 数据 后勤 总务
  保卫 基建 教务 教学 学生 学工 招生 就业 科研 图书 护理 医务 院感 感染 药剂 药学 医保 门诊 预防 保健 公共卫生 运营 运行 市场 投资 融资 战略
  企管 经营 营销 物业 综合 行政 文秘 档案 老干部 离退休 评建 立案 刑事 刑一 刑二 民事 民一 民二 民三 行政审判 执行 审判 审管 审监 送达 诉讼
  检务 公诉 控申 司法 司法行政 装备 调度 计划 统计 考核 督查 督办 秘书 调研 业务 客户 应急 值班 社会事务 经济 村建 规建 综治 便民 便民服务
`);
const field = `(?:${[...fields].sort((a, b) => b.length - a.length).join('|')})`;
const department = new RegExp(
  `^(?:第[一二三四五六七八九十]{1,3}|各)?${field}{1,4}(?:管理|服务|保障|工作|事务|建设)?(?:部|室|处|科|股|庭)$`,
);

/**
 * A department by its own name, told by what it is for: 财务管理部, 第一监督检查室, 法务风控部. Such a name ends where it ends, whatever its
 * verb is.
 */
export const isDepartment = (name: string): boolean => name.length <= 16 && department.test(name);
