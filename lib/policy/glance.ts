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
  /(?:通知|意见|方案|办法|细则|规划|计划|决定|规定|条例|纲要|要点|安排|措施|清单|分工|预案|指引|批复|公告|通告|命令|令|若干政策|行动|制度|准则|标准|纪要|交办单|督办单)(?:[》」"”]?(?:的通知|的函|的公告)?)?(?:[（(【〔[][^）)】〕\]]{1,24}[）)】〕\]])*\s*(?:$|[_\-–—|·\s])/m;
const number = /[\u4e00-\u9fff]{1,12}(?:〔|\[|［|【|\(|（)20\d\d(?:〕|\]|］|】|\)|）)\s?\d{1,5}号/;
const role = '(?:牵头|责任|配合|参加|参与|主办|主责|协办|协同|承办|负责|落实)';
const body = '(?:单位|部门|处室|科室|股室|机关|主体)';
/** A label before units, compound ones too (主要责任单位：, 牵头责任科室：), a role at the end of a bracket, and 由甲局牵头 in a sentence. */
const roles = new RegExp(
  `${role}{1,2}(?:（[^）]{1,4}）)?${body}\\s*[：:]|(?:牵头|配合|负责|按职责分工负责|分工负责)[^）)\\n]{0,20}[）)\\]］]|由[\\u4e00-\\u9fff、（）]{2,24}(?:牵头|负责|承办|落实)`,
  'g',
);
const formal =
  /现印发给你们|请(?:认真|结合实际|遵照|贯彻)[^。]{0,16}(?:执行|落实)|制定本(?:方案|意见|办法|计划|规定|细则|条例|法|行动)|提出(?:以下|如下)(?:意见|措施)|特制[定订]本|第[一二三]条\s?[\u3000 ]?|各[^。\n]{2,60}人民政府[^。\n]{0,60}[：:]/g;
/** Heads of a table that divides work, alone in a cell or beside others between tabs and bars. */
const tableHead = new RegExp(
  `(?:^|[\\n\\t|｜])[^\\S\\n]{0,8}(?:主要|第一)?${role}{1,2}${body}[^\\S\\n]{0,8}(?:[\\n\\t|｜]|$)`,
);
/** Titles and headings that promise a division. */
const divides =
  /(?:职责|任务|责任|工作|重点|目标)(?:清单|分工|分工表|分解表|分解方案|一览表|台账)|(?:分工|分解)方案|(?:单位|部门|任务)职责/;
/** A unit at the head of a line with what it has to do: 3.县林业局：…, 县林业局负责…, 以县林业局为主. */
const unitFirst =
  /(?:^|\n)[^\S\n]{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．])?[^\S\n]{0,4}以?[\u4e00-\u9fff、]{1,24}(?:局|委|委员会|办|办公室|部|厅|院|站|所|队|处|中心|公司|镇|街道|办事处|联|会|团委|法院)(?:：|[。，]?(?:负责|牵头|承担)|为主|。(?=\S))/g;
const outline = /(?:^|\n)[^\S\n]*[一二三四五六七八九十]{1,3}、\S/g;

/** The traditional characters of the words above, in pairs with the simplified ones. */
const traditional =
  '單单責责牽牵頭头辦办參参與与協协負负處处機机關关體体實实職职領领導导務务貫贯執执現现發发給给請请認认訂订條条見见則则細细規规劃划計计決决綱纲點点項项動动標标準准號号縣县區区鄉乡鎮镇會会團团聯联隊队廳厅門门';
const simplified = new Map(
  Array.from({ length: traditional.length / 2 }, (_, k) => [traditional[2 * k], traditional[2 * k + 1]]),
);

const plain = (text: string): string =>
  /[單責縣關]/.test(text) ? text.replace(/[\u4e00-\u9fff]/g, (c) => simplified.get(c) ?? c) : text;

/** `likely` where a full reading is worth its cost. Time: linear in the bounded sample. */
export function glance(input: GlanceInput): 'likely' | 'unlikely' {
  const sample = plain(input.sample.slice(0, bounded));
  const name = plain(`${input.fields.articletitle ?? ''}\n${input.title.slice(0, 300)}`);
  const titled = kind.test(name) || kind.test(sample.slice(0, 4000));
  const numbered = number.test(sample.slice(0, 8000));
  const duties = matches(sample, roles, 3);
  const formulas = matches(sample, formal, 4);
  const headings = matches(sample, outline, 3);
  const news = /(?:解读|图解|一图读懂|问答|新闻|报道|要闻|动态|招聘|公示|中标|采购公告|简报|访谈|办事指南)/.test(name);
  const units = matches(sample, unitFirst, 4);
  let score = 0;
  if (titled) score += 2;
  if (numbered) score += 2;
  if (duties >= 3) score += 4;
  else if (duties > 0) score += 2;
  if (tableHead.test(sample)) score += 4;
  if (units >= 3) score += 3;
  else if (units > 0) score += 1;
  if (divides.test(`${name}\n${sample.slice(0, 600)}`)) score += 2;
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
