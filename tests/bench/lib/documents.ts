import { chineseNumber } from '../../../lib/text/list';

const UNITS = '县司法局、县财政局、县水利局、县农业农村局、县民政局、县卫生健康委、县教育体育局、县市场监管局'.split(
  '、',
);
const WORK = [
  '完善便民服务站点布局，统一办事指南和服务标准，让群众就近办成事',
  '建立工作台账，定期通报进展情况，对推进缓慢的事项及时督促整改',
  '加强人员培训和日常演练，提高基层处置突发情况的能力和水平',
  '推进数据共享应用，减少重复填报，切实减轻村级组织负担',
];

const unit = (index: number) => UNITS[index % UNITS.length] as string;

function measure(index: number): string {
  const body = Array.from({ length: 3 }, (_, part) => WORK[(index + part) % WORK.length]).join('；');
  const title = `落实第${index + 1}项便民任务`;
  const lead = unit(index);
  const others = `${unit(index + 1)}、${unit(index + 3)}`;
  const deadline = index % 5 === 0 ? `2027年${(index % 12) + 1}月底前，` : '';
  if (index % 3 === 0) {
    return `<p>${index + 1}.<strong>${title}。</strong>${deadline}${body}。</p><p>牵头单位：${lead}</p><p>参加单位：${others}、各乡镇（街道）</p>`;
  }
  if (index % 3 === 1)
    return `<p>${index + 1}.${title}。${deadline}${body}。（牵头单位：${lead}；配合单位：${others}）</p>`;
  return `<p>${index + 1}.${title}。${deadline}${body}。（${lead}牵头，${others}等部门按职责分工负责）</p>`;
}

const HEAD = [
  '<p style="text-align:center">临政办〔2026〕31号</p><h1>临澜县人民政府办公室关于印发《临澜县便民服务工作方案》的通知</h1>',
  '<p>各乡镇人民政府、街道办事处，县政府各部门：</p><p>现将《临澜县便民服务工作方案》印发给你们，请认真贯彻落实。</p><p>2026年10月16日</p>',
];

/** The article of an invented policy with so many measures, one section every twelve. */
export function policyHtml(measures: number): string {
  const parts = [...HEAD];
  for (let index = 0; index < measures; index++) {
    if (index % 12 === 0) parts.push(`<h2>第${index / 12 + 1}部分　提升服务能力</h2>`);
    parts.push(measure(index));
  }
  return parts.join('\n');
}

/** The same measures in one list without sections, numbered （一） to （九十九） again and again. */
export function flatHtml(measures: number): string {
  const parts = [...HEAD];
  for (let index = 0; index < measures; index++) {
    parts.push(measure(index).replace(/^<p>\d+\./, `<p>（${chineseNumber((index % 99) + 1)}）`));
  }
  return parts.join('\n');
}

/** A page that is no policy: so many paragraphs of talk, with links. */
export function chatterHtml(paragraphs: number): string {
  const talk = [
    '昨天的比赛打得真好，尤其是下半场。',
    '有没有人知道哪家的面条好吃？',
    '天气预报说周末要下雨，记得带伞。',
    '这本书我看了两遍，结尾还是没看懂。',
  ];
  return Array.from(
    { length: paragraphs },
    (_, i) => `<p>${talk[i % talk.length]}<a href="#${i}">第${i}楼</a></p>`,
  ).join('\n');
}

/** Puts an article in the page and lays it out, so that its cost is not counted with what comes after. */
export function setArticle(html: string): HTMLElement {
  document.body.innerHTML = `<article>${html}</article>`;
  const article = document.querySelector('article') as HTMLElement;
  article.getBoundingClientRect();
  return article;
}
