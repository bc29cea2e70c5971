/**
 * The detector's first look at a page: cheap, bounded, imports nothing. It must miss few policies; what it lets through
 * in error costs one full reading, and the full reading decides (see detect.ts).
 */

export interface GlanceInput {
  readonly url: string;
  readonly title: string;
  /** `<meta name content>`, names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  /** The beginning of the page's text; only the first 40,000 characters are looked at. */
  readonly sample: string;
}

const bounded = 40_000;

/** Kinds of document a policy calls itself. */
const kind =
  /(?:通知|意见|方案|办法|细则|规划|计划|决定|规定|条例|纲要|要点|安排|措施|清单|分工|预案|指引|批复|公告|通告|命令|令|若干政策|行动|制度|准则|标准)(?:[》」"”]?(?:的通知|的函|的公告)?)?(?:[（(【〔[][^）)】〕\]]{1,24}[）)】〕\]])*\s*(?:$|[_\-–—|·\s])/m;
const number = /[\u4e00-\u9fff]{1,12}(?:〔|\[|［|【|\(|（)20\d\d(?:〕|\]|］|】|\)|）)\s?\d{1,5}号/;
const roles =
  /(?:牵头|责任|配合|参加|参与|主办|协办|负责|落实)(?:（[^）]{1,4}）)?(?:单位|部门|处室|科室|机关)\s*[：:]|(?:牵头|配合|负责|按职责分工负责|分工负责)[^）)\n]{0,20}[）)\]］]/g;
const formal =
  /现印发给你们|请(?:认真|结合实际|遵照|贯彻)[^。]{0,16}(?:执行|落实)|制定本(?:方案|意见|办法|计划|规定|细则|条例|法|行动)|提出(?:以下|如下)(?:意见|措施)|特制[定订]本|第[一二三]条\s?[\u3000 ]?|各[^。\n]{2,60}人民政府[^。\n]{0,60}[：:]/g;
/** Heads of a table that divides work, and titles that promise a division. */
const tableHead = /(?:^|\n)[^\S\n]*(?:牵头|责任|配合|负责|主办|协办)(?:单位|部门)[^\S\n]*(?:\n|$)/;
const divides = /(?:职责|任务|责任|工作|重点)(?:清单|分工|分工表|分解表|台账)|分工方案/;
const outline = /(?:^|\n)[^\S\n]*[一二三四五六七八九十]{1,3}、\S/g;

/** `likely` where a full reading is worth its cost. Time: linear in the bounded sample. */
export function glance(input: GlanceInput): 'likely' | 'unlikely' {
  const sample = input.sample.slice(0, bounded);
  const name = `${input.fields.articletitle ?? ''}\n${input.title.slice(0, 300)}`;
  const titled = kind.test(name) || kind.test(sample.slice(0, 4000));
  const numbered = number.test(sample.slice(0, 8000));
  const duties = matches(sample, roles, 3);
  const formulas = matches(sample, formal, 4);
  const headings = matches(sample, outline, 3);
  const news = /(?:解读|图解|一图读懂|问答|新闻|报道|要闻|动态|招聘|公示|中标|采购公告|简报|访谈|办事指南)/.test(name);
  let score = 0;
  if (titled) score += 2;
  if (numbered) score += 2;
  if (duties >= 3) score += 4;
  else if (duties > 0) score += 2;
  if (tableHead.test(sample)) score += 2;
  if (divides.test(name) || divides.test(sample.slice(0, 600))) score += 2;
  score += Math.min(3, formulas);
  if (headings >= 3) score += 1;
  if (/(?:zhengce|zcwj|gfxwj|wenjian|zfwj|fggw|bmwj|szfwj)/i.test(input.url)) score += 1;
  if (news && duties < 3) score -= 2;
  return score >= 4 ? 'likely' : 'unlikely';
}

function matches(text: string, pattern: RegExp, most: number): number {
  pattern.lastIndex = 0;
  let n = 0;
  while (n < most && pattern.exec(text)) n++;
  pattern.lastIndex = 0;
  return n;
}
