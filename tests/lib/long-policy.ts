import { abstractNum, docx, inList, lvl, num, p } from '../unit/formats/write/docx';
import { set } from '../unit/formats/write/layout';
import { pdf } from '../unit/formats/write/pdf';

/** One policy in the three forms in which offices get it. */
export interface LongPolicy {
  readonly title: string;
  readonly docNumber: string;
  readonly measures: number;
  /** The article of a web page. */
  readonly html: string;
  /** Lines of 26 signs, page numbers, the title on two lines. */
  readonly pdf: Uint8Array;
  /** Numbers by Word itself. */
  readonly docx: Uint8Array;
  /** All that is printed from the document number on, without white space. */
  readonly bare: string;
}

const TITLE = ['临澜县人民政府办公室关于印发', '《临澜县乡村治理提升三年行动方案》的通知'] as const;
const NUMBER = '临政办〔2026〕41号';
const SECTIONS = ['夯实治理基础', '改善人居环境', '做强特色产业', '优化公共服务', '守牢安全底线', '强化组织保障'];
const DEEDS = ['建立', '完善', '推广', '整治', '改造', '排查', '培育'];
const THINGS = [
  '村级议事协商目录',
  '农村生活污水管网',
  '茶叶加工小作坊',
  '乡镇养老服务中心',
  '地质灾害隐患点',
  '村组道路安全设施',
  '小微权力清单',
  '农产品冷链仓库',
  '夜间巡逻队伍',
  '便民服务代办点',
  '山塘水库管护台账',
];
const WAYS = [
  '每季度通报一次进展情况',
  '定期开展业务培训和实战演练',
  '逐村逐户登记造册并张榜公示',
  '按照先急后缓的原则分批实施',
  '压实工作责任，形成工作合力',
];
const AIMS = [
  '让群众就近办成事',
  '切实减轻基层负担',
  '确保不发生规模性返贫',
  '形成可复制可推广的经验',
  '做到底数清、情况明、责任实',
  '完成率达到95%以上',
  '新增“一村一品”示范村12个',
];
const UNITS = [
  '县委组织部',
  '县农业农村局',
  '县住房城乡建设局',
  '县交通运输局',
  '县民政局',
  '县财政局',
  '县水利局',
  '县自然资源局',
  '县应急管理局',
  '县市场监管局',
  '县公安局',
  '县卫生健康委',
  '县文化广电旅游局',
];

const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

interface Item {
  readonly number: number;
  readonly text: string;
  readonly lead: string;
  readonly others: string;
}

function item(index: number): Item {
  const deadline = index % 4 === 0 ? `2027年${(index % 12) + 1}月底前，` : '';
  const deed = `${of(DEEDS, index)}${of(THINGS, index)}`;
  const body = `${deadline}在${of(['石桥镇', '白鹭镇', '望江街道', '青松乡'], index)}等地先行试点，${of(WAYS, index)}，${of(AIMS, index * 3)}；对${of(THINGS, index + 4)}工作中的突出问题，${of(WAYS, index + 2)}，${of(AIMS, index + 5)}。`;
  const others = [3, 5, 8].map((step) => of(UNITS, index + step)).join('、');
  return { number: index + 1, text: `${deed}。${body}`, lead: of(UNITS, index), others: `${others}，各乡镇（街道）` };
}

/** An invented plan of 60 measures in six sections. */
export function longPolicy(): LongPolicy {
  const measures = 60;
  const each = measures / SECTIONS.length;
  const items = Array.from({ length: measures }, (_, index) => item(index));
  const parts = SECTIONS.map((heading, at) => ({
    heading,
    number: '一二三四五六'[at] as string,
    items: items.slice(at * each, (at + 1) * each),
  }));
  const front = [
    '各乡镇人民政府、街道办事处，县政府各部门：',
    '《临澜县乡村治理提升三年行动方案》已经县政府同意，现印发给你们，请认真组织实施。',
  ];
  const end = ['各牵头单位要于每年12月20日前将工作总结报县政府办公室。', '临澜县人民政府办公室', '2026年9月12日'];
  const units = ({ lead, others }: Item) => [`牵头单位：${lead}`, `参加单位：${others}`];

  const paragraphs = [
    ...front,
    ...parts.flatMap(({ heading, number, items: own }) => [
      `${number}、${heading}`,
      ...own.flatMap((one) => [`${one.number}.${one.text}`, ...units(one)]),
    ]),
    ...end,
  ];
  const center = '<w:jc w:val="center"/>';
  const word = [
    p(NUMBER, center),
    p(TITLE.join(''), center),
    ...front.map((text) => p(text)),
    ...parts.flatMap(({ heading, items: own }) => [
      p(heading, inList(1)),
      ...own.flatMap((one) => [p(one.text, inList(2)), ...units(one).map((text) => p(text))]),
    ]),
    ...end.map((text) => p(text)),
  ].join('');
  return {
    title: TITLE.join(''),
    docNumber: NUMBER,
    measures,
    html: [
      `<p style="text-align:center">${NUMBER}</p><h1>${TITLE.join('')}</h1>`,
      ...paragraphs.map((text) => `<p>${text}</p>`),
    ].join('\n'),
    pdf: pdf(set([{ center: NUMBER }, ...TITLE.map((line) => ({ center: line })), ...paragraphs])),
    docx: docx({
      body: word,
      numbering:
        abstractNum(0, lvl(0, 'chineseCounting', '%1、')) +
        abstractNum(1, lvl(0, 'decimal', '%1.')) +
        num(1, 0) +
        num(2, 1),
    }),
    bare: [NUMBER, ...TITLE, ...paragraphs].join('').replace(/\s/g, ''),
  };
}
