import type { Random } from './samples';

const VERBS = '完善建立推进规范优化健全落实加强开展制定细化公开整合简化培育改造修订统筹推广压减'.match(/../g)!;
const OBJECTS =
  '村级物流站点 老旧供水管网 校园食堂台账 高标准农田管护 养老助餐网点 企业开办流程 河道巡查记录 危房排查清单 电子证照目录 信用修复指引 零工市场服务 林区防火视频 乡镇卫生院药品配备 街巷停车泊位 农机作业补贴 社区调解队伍 文化站开放时段 气象预警发布 秸秆收储网点 水费征缴办法 公交线路接驳 残疾人就业帮扶 食品摊贩登记 政务大厅导办 道路隐患整治 饮用水源标识 图书流动服务 低保动态核查 项目审批时限 档案数字化'.split(
    ' ',
  );
const WAYS =
  '逐户建档 按月通报 分类施策 线上线下同步 先易后难 由专班督办 引入第三方评估 纳入年度考核 邀请代表监督 依托网格员 按需预约上门 明确完成标准 压实镇村责任 分三批组织实施 试点先行 跨部门联合检查 建立问题清单 设置过渡期 开通咨询热线 留存影像资料'.split(
    ' ',
  );
const AIMS =
  '让群众少跑路 防止问题反弹 提高办理效率 减轻基层负担 做到应保尽保 确保安全运行 形成长效机制 稳定农户收入 方便老人就近就餐 杜绝重复填报 缩短等候时间 补齐设施短板 促进公平竞争 保障供应稳定 提升处置能力'.split(
    ' ',
  );
const UNITS =
  '县发展改革委 县教育局 县公安局 县民政局 县司法局 县财政局 县住房和城乡建设局 县交通运输局 县水利局 县农业农村局 县卫生健康委 县应急管理局 县审计局 县市场监管局 县行政审批局 县气象局 县残联'.split(
    ' ',
  );
const STOCK = ['请结合实际认真贯彻落实。', '重要情况及时报告。', '各有关单位要高度重视，密切配合。'];
const NUMERALS = '一二三四五六七八九';

/**
 * An invented plan of about so many characters: sections, numbered measures of one to four sentences, stock phrases and
 * lines of units that repeat, as they do in real ones.
 */
export function inventedPolicy(characters: number, random: Random): string {
  const lines = ['云岭省临澜县民生服务提升三年行动方案', '', '现将本方案印发给你们，请结合实际认真贯彻落实。', ''];
  let length = 0;
  const put = (line: string) => {
    lines.push(line, '');
    length += line.length;
  };
  for (let section = 0; length < characters; section++) {
    put(`${sectionNumber(section)}、${random.pick(VERBS)}${random.pick(OBJECTS)}，${random.pick(AIMS)}`);
    for (let item = 1; item <= 8 && length < characters; item++) {
      put(`${section * 8 + item}．${random.pick(VERBS)}${random.pick(OBJECTS)}。${body(random)}`);
      put(`牵头单位：${random.pick(UNITS)}`);
      put(`参加单位：${some(UNITS, random)}、各乡镇（街道）`);
    }
  }
  return lines.join('\n');
}

function sectionNumber(section: number): string {
  const tens = Math.floor((section + 1) / 10) % 10;
  const ones = (section + 1) % 10;
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? NUMERALS[ones - 1] : ''}` || '百';
}

function body(random: Random): string {
  const sentences: string[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) {
    const amount = random.below(3) === 0 ? `，${2 + random.below(11)}月底前完成${random.below(90) + 10}%以上` : '';
    sentences.push(
      `对${random.pick(OBJECTS)}${random.pick(WAYS)}，${random.pick(VERBS)}${random.pick(OBJECTS)}和${random.pick(OBJECTS)}${amount}，${random.pick(AIMS)}。`,
    );
  }
  if (random.below(4) === 0) sentences.push(random.pick(STOCK));
  return sentences.join('');
}

function some(values: readonly string[], random: Random): string {
  return random
    .shuffled(values)
    .slice(0, 1 + random.below(4))
    .join('、');
}
