import { describe, expect, it } from 'vitest';
import { glance } from '../../../lib/policy/glance';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';

const long = '完善办事流程，公开办理时限，方便群众就近办理各项业务。';

const texts: Record<string, { class: string; text: string; glance?: string }> = {
  'a plan that divides work': {
    class: 'task-policy',
    glance: 'likely',
    text: `临澜县便民服务工作方案\n一、主要任务\n（一）优化窗口。${long}（责任单位：县政务服务中心）\n（二）整合热线。${long}（责任单位：县信访局）\n（三）下沉事项。${long}（牵头单位：县委编办；配合单位：各乡镇）`,
  },
  'a table that is all there is, its heads compound': {
    class: 'task-policy',
    glance: 'likely',
    text: `临澜县便民事项\n序号\t工作内容\t牵头责任单位\t主要责任科室\n1\t${long}\t县政务服务中心\t窗口科\n2\t${long}\t县信访局\t接访科\n3\t${long}\t县司法局\t法律援助科`,
  },
  'a heading of duties with units first': {
    class: 'task-policy',
    glance: 'likely',
    text: `临澜县便民服务专班\n一、专班各成员单位职责\n1.县政务服务中心：${long}\n2.县信访局：负责热线的整合和督办。\n3.县司法局负责法律援助的指派。\n4.县残联：做好残疾人的上门服务。`,
  },
  'a list of what is to be done by whom': {
    class: 'task-policy',
    glance: 'likely',
    text: `2031年民生实事任务一览表\n1.${long}\n主要责任单位：县政务服务中心\n2.${long}\n主要责任单位：县信访局\n3.${long}\n主要责任单位：县司法局`,
  },
  'a plan in traditional characters': {
    class: 'task-policy',
    glance: 'likely',
    text: `臨瀾縣便民服務工作方案\n一、主要任務\n（一）優化窗口。（責任單位：縣政務服務中心）\n（二）整合熱線。（責任單位：縣信訪局）\n（三）下沉事項。（牽頭單位：縣委編辦；配合單位：各鄉鎮）`,
  },
  'a plan that names nobody': {
    class: 'policy',
    glance: 'likely',
    text: `临澜县便民服务实施方案\n临政办〔2031〕8号\n各乡镇人民政府：\n为方便群众办事，制定本方案。\n一、主要任务\n（一）优化窗口。${long}\n（二）整合热线。${long}`,
  },
  'a regulation in articles': {
    class: 'policy',
    glance: 'likely',
    text: `云岭省节约用水条例\n第一章 总则\n第一条 为了节约用水，制定本条例。\n第二条 本条例所称责任单位，是指承担节水义务的单位。\n第三条 县级以上人民政府水行政主管部门负责监督管理。\n第四条 责任单位应当建立台账。\n第五条 本条例自2031年1月1日起施行。`,
  },
  'a news item': {
    class: 'other',
    glance: 'unlikely',
    text: `临澜县召开便民服务推进会\n2031年3月2日 来源：临澜日报\n昨日，全县便民服务推进会召开。会议要求，县政务服务中心要牵头做好窗口整合，各乡镇积极配合。\n会议强调，要把群众满意作为检验工作的标准。（记者 王某）`,
  },
  'an explanation of a policy': {
    class: 'other',
    text: `《临澜县便民服务工作方案》政策解读\n一、出台背景\n为方便群众办事，我县制定了该方案。\n二、主要内容\n方案明确了牵头单位和责任单位，提出了十二项任务。\n三、办理方式\n群众可以就近办理。`,
  },
  'a call for projects': {
    class: 'other',
    text: `市科技局关于征集2031年重点研发项目的通知\n各有关单位：\n一、申报要求\n1.牵头申报单位应为本市注册的企业，鼓励企业牵头，高校参与。\n2.项目负责人应具有高级职称。\n二、申报方式\n请于6月30日前报送材料。联系人：李某　电话：000`,
  },
  'winners of a prize, with who led the work': {
    class: 'other',
    text: `关于2031年度科技进步奖拟奖项目的公示\n一等奖\n1.柑橘防控技术\n牵头单位：县农技中心\n参加单位：县柑橘研究所\n2.药材种植技术\n牵头单位：县林科所\n参加单位：县药材中心\n3.影像诊断平台\n牵头单位：县人民医院\n参加单位：县卫健局`,
  },
  'who was praised': {
    class: 'other',
    text: `中共临澜县委 临澜县人民政府\n关于表彰2031年度招商引资先进个人的决定\n县商务局：甲某、乙某\n县工信局：丙某\n县发改局：丁某\n城关镇：戊某、己某`,
  },
  'units to be named': {
    class: 'other',
    text: `2031年度“平安单位”拟命名名单\n1.市财政局（主管责任单位：市直机关工委）\n2.市水利局（主管责任单位：市直机关工委）\n3.市档案馆（主管责任单位：市直机关工委）\n4.市第二中学（主管责任单位：市教育局）`,
  },
  'what was done': {
    class: 'other',
    text: `临澜县2031年重点目标任务完成情况\n1.新建幼儿园三所，已投入使用。（责任单位：县教育局）\n2.改造老旧小区二十个。（牵头单位：县住建局；配合单位：城关镇）\n3.植树造林三万亩。（责任单位：县林业局）`,
  },
  'rules and who explains them': {
    class: 'other',
    text: `临澜县机关事务中心内部控制制度汇编\n1.会议制度（办公室负责解释）……1\n2.公文办法（办公室负责解释）……5\n3.预算办法（财务科负责解释）……18\n4.资产办法（资产科负责解释）……30`,
  },
  'a notice of recruitment': {
    class: 'other',
    text: `临澜县2031年公开招聘教师公告\n一、招聘岗位\n招聘小学教师二十名。\n二、报名条件\n1.具有教师资格证。\n三、报名时间\n2031年5月1日至5月10日。\n主管部门：县教育局`,
  },
  'a guide for those who apply': {
    class: 'other',
    text: `办事指南：残疾人补贴申请\n一、受理单位：乡镇（街道）便民服务中心\n二、审核单位：县残联\n三、审批单位：县民政局\n四、办理时限：15个工作日`,
  },
  'a list page': {
    class: 'other',
    glance: 'unlikely',
    text: `通知公告\n关于开展大走访活动的通知 2031-03-01\n关于做好防汛工作的通知 2031-03-02\n关于印发年度计划的通知 2031-03-05\n上一页 1 2 3 下一页`,
  },
};

describe('what a page is', () => {
  for (const [name, { class: wanted, text, glance: look }] of Object.entries(texts)) {
    it(name, () => {
      expect(parse(fromPlain(text)).class).toBe(wanted);
      if (look) {
        const title = text.split('\n')[0]!;
        expect(glance({ url: 'https://www.linlan.gov.cn/a.html', title, fields: {}, sample: text })).toBe(look);
      }
    });
  }

  it('an empty or half loaded page is nothing', () => {
    for (const text of ['', '\n\n', '加载中', '首页 | 新闻 | 服务']) {
      const policy = parse(fromPlain(text));
      expect(policy).toMatchObject({ class: 'other', measures: [] });
    }
  });

  it('what looks like a division of work and names nobody is kept as unread', () => {
    const policy = parse(
      fromPlain(
        '临澜县工作方案\n一、任务\n1.做好甲事。\n责任单位：另行通知确定后公布并组织落实到位\n2.做好乙事。\n责任单位：县水利局\n',
      ),
    );
    expect(policy.unread).toHaveLength(1);
    expect(policy.unread[0]!.measure).toBe(policy.measures[0]!.id);
  });
});

it('keeps the duties of a report on how tasks stand: what is behind is still to be done', () => {
  const text = `关于临澜县2031年一季度重点任务完成情况的通报\n各乡镇，县直各单位：\n一、存在问题和下一步任务\n1.幼儿园建设滞后，6月底前建成。（责任单位：县教育局）\n2.老旧小区改造未开工。（牵头单位：县住建局；配合单位：城关镇）\n3.造林任务只完成一半，年底前补齐。（责任单位：县林业局）`;
  const units = parse(fromPlain(text)).measures.flatMap(({ assignments }) => assignments.map(({ unit }) => unit));
  expect(units).toEqual(['县教育局', '县住建局', '城关镇', '县林业局']);
});
