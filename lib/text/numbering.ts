import { numeral } from './chars';

/** The numbering schemes of the genre; the order is the usual depth, outermost first. */
export type Scheme =
  | 'part' // 第一部分, 第一章, 第一节
  | 'article' // 第一条
  | 'named' // 任务一：, 专项行动一、
  | 'han' // 一、
  | 'han-paren' // （一）
  | 'stage' // 第一阶段：
  | 'roman' // Ⅰ、 壹、
  | 'decimal' // 1.1, 1-1
  | 'arabic' // 1. 1． 1、 1﹒
  | 'arabic-paren' // （1） 1）
  | 'letter' // A. （a）
  | 'circled' // ①
  | 'is' // 一是
  | 'unit'; // no number: the paragraph begins with its unit

export interface Marker {
  readonly scheme: Scheme;
  /** The delimiter's shape: a document may nest 1. and 1、 in each other. */
  readonly style: string;
  readonly value: number;
  /** Bare, without 、．（）. */
  readonly number: string;
  /** Characters of the paragraph it takes. */
  readonly length: number;
}

const han = '一二三四五六七八九十百零〇';
/** What a phase is for. */
const phases =
  '动员|部署|宣传|发动|启动|准备|自查|排查|摸底|整治|攻坚|集中|推进|实施|提升|巩固|总结|验收|检查|评估|整改|督查|考核|体检|处置|完善|深化|分类|全面';
const patterns: readonly { scheme: Scheme; style: string; pattern: RegExp }[] = [
  { scheme: 'part', style: '章', pattern: new RegExp(`^第([${han}\\d]{1,4})(?:章|节|部分|编|篇)[、：:]?`) },
  {
    scheme: 'stage',
    style: '阶段',
    pattern: new RegExp(`^第([${han}\\d]{1,2})阶段(?:[：:、]|(?=[（(]|(?:${phases})[\\u4e00-\\u9fff]{0,6}[（(：:，]))`),
  },
  {
    scheme: 'stage',
    style: '步',
    pattern: new RegExp(`^第([${han}\\d]{1,2})步(?:骤)?[：:、]?(?=[（(\\u4e00-\\u9fff“《])`),
  },
  // A class of tasks, with who leads in it: 第一类 共同富裕类（由县农业局牵头）.
  {
    scheme: 'named',
    style: '类',
    pattern: new RegExp(
      `^第([${han}\\d]{1,3})(?:类|批|板块)[：:、]?(?=[^，。；：（(]{2,18}[（(](?:由|牵头|责任|主办|负责))`,
    ),
  },
  { scheme: 'article', style: '条', pattern: new RegExp(`^第([${han}\\d]{1,5})条[、：:]?`) },
  {
    scheme: 'named',
    style: '任务',
    pattern: new RegExp(
      `^(?:重点|主要|专项|民生|工作|督[查办]|交办|议定|整改|改革|服务)?(?:任务|举措|措施|事项|项目|行动|工程|工作|实事|目标|清单|攻坚|要点|问题)([${han}]{1,3}|\\d{1,3})(?=[、：:.．])[、：:.．]`,
    ),
  },
  // A word and its number in a box: 【督办事项一】, 【问题2】.
  {
    scheme: 'named',
    style: '【】',
    pattern: new RegExp(`^[【［〔](?!附|图|表|注)[\\u4e00-\\u9fff]{1,6}?([${han}]{1,3}|\\d{1,2})[】］〕][、：:]?`),
  },
  // The days of a week's plan.
  { scheme: 'named', style: '周', pattern: /^(?:星期|周|礼拜)([一二三四五六日天])(?:[（(][^）)]{1,12}[）)])?[：:]/ },
  // A field that holds the number: 序号：1, 任务编号：1-2.
  {
    scheme: 'named',
    style: '号',
    pattern: /^(?:序号|编号|(?:任务|项目|事项|问题|措施)(?:编号|序号))[：:]([1-9]\d{0,2}(?:[.．-]\d{1,2}){0,2})$/,
  },
  { scheme: 'han', style: '第', pattern: new RegExp(`^第([${han}]{1,3})[、](?!.?[、])`) },
  { scheme: 'han', style: '、', pattern: new RegExp(`^([${han}]{1,4})[、.．,，](?!.?[、])`) },
  { scheme: 'han-paren', style: '（）', pattern: new RegExp(`^[（(〔［]([${han}]{1,4})[)）〕］][、.．]?`) },
  // The number may be glued to a month: 1.3月底前, 6.9月1日前; a section 1.3月度计划 is none.
  {
    scheme: 'arabic',
    style: '.',
    pattern: /^(\d{1,3})[.．](?=(?:1[0-2]|[1-9])月(?:底|末|份|初|前|起|至|[上中下]旬|\d{1,2}[日号]))/,
  },
  // 1.1 and 1-1, but not 1.5万, 2.5% or 3.2020年.
  {
    scheme: 'decimal',
    style: '1.1',
    pattern: /^(\d{1,2}(?:[.．-]\d{1,2}){1,3})(?![\d年月日.．]|[万亿%％倍个米吨千元-])[、.．]?/,
  },
  // The number may be glued to a year: 3．2020年底前.
  { scheme: 'arabic', style: '.', pattern: /^(\d{1,3})[.．﹒•·](?=(?:19|20)\d\d[年—-]|[^\d])/ },
  // A note's mark behind the number: 2*.推进….
  { scheme: 'arabic', style: '.', pattern: /^(\d{1,3})[*＊★☆▲△]{1,2}[.．、]/ },
  // … or to a quantity: 5．1.5万平方米.
  { scheme: 'arabic', style: '.', pattern: /^(\d{1,3})[．](?=\d{1,5}(?:\.\d{1,3})?[万亿%％个家条项所处座公])/ },
  { scheme: 'arabic', style: '、', pattern: /^(\d{1,3})[、](?!\d)/ },
  { scheme: 'arabic', style: '、', pattern: /^(\d{1,3})[、](?=(?:19|20)\d\d年)/ },
  { scheme: 'arabic-paren', style: '（）', pattern: /^[（(](\d{1,3})[)）][、.．]?/ },
  { scheme: 'arabic-paren', style: '）', pattern: /^(\d{1,3})[)）](?![、，])/ },
  // In a box: 【1】 〔一〕 <3>.
  { scheme: 'arabic', style: '【】', pattern: /^[【［[〔〖「](\d{1,3})[】］\]〕〗」][、.．：:]?/ },
  { scheme: 'han-paren', style: '【】', pattern: new RegExp(`^[【〖「]([${han}]{1,4})[】〗」][、.．：:]?`) },
  {
    scheme: 'arabic',
    style: '项',
    pattern: new RegExp(`^第([${han}\\d]{1,4})[项件][、：:.．]?(?=[\\u4e00-\\u9fff“《])`),
  },
  // What is handed over has a number of its own: 第003号提案《…》.
  {
    scheme: 'arabic',
    style: '号',
    pattern:
      /^第(\d{1,8})号(?:提案|建议|议案|信访件|案件)?[、：:]?(?=《|关于[^，。；]{2,60}(?:建议|提案|议案|意见)(?:[（(]|[”》]?$))/,
  },
  {
    scheme: 'arabic',
    style: '组',
    pattern: new RegExp(
      `^第([${han}\\d]{1,3})(?:小?组|专班|招|仗|战役?|件事?|板块|片区?|梯队|网格|方面|战区|责任区|分队|(?:督[导查]|检查|工作)组)(?:[：:]|(?=[（(][^（()）]{1,16}[）)][：:]))`,
    ),
  },
  { scheme: 'arabic', style: 'No', pattern: /^(?:No[.．]?|NO[.．]?|№)(\d{1,3})[、.．：:]?(?=[\u4e00-\u9fff“《])/ },
  { scheme: 'arabic', style: '#', pattern: /^(\d{1,3})[#＃](?=[\u4e00-\u9fff“《])/ },
  { scheme: 'arabic', style: ':', pattern: /^(\d{1,3})[：:](?=[\u4e00-\u9fff“《])(?!\d)/ },
  { scheme: 'roman', style: '、', pattern: /^([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[、.．]/ },
  { scheme: 'roman', style: '大', pattern: /^([壹贰叁肆伍陆柒捌玖拾]{1,3})[、.．]/ },
  { scheme: 'letter', style: 'a', pattern: /^([A-Za-z])[、.．)）](?=[\u4e00-\u9fff“《])/ },
  { scheme: 'letter', style: '（a）', pattern: /^[（(]([A-Za-z])[)）](?=[\u4e00-\u9fff“《])/ },
  { scheme: 'is', style: '是', pattern: /^([一二三四五六七八九十]{1,3})是(?!否)/ },
];

/** Signs that are a number by themselves: [first code point, count, scheme]. */
const signs: readonly (readonly [number, number, Scheme])[] = [
  [0x2460, 20, 'circled'],
  [0x2474, 20, 'arabic-paren'],
  [0x2488, 20, 'arabic'],
  [0x3220, 10, 'han-paren'],
  [0x2776, 10, 'circled'],
];

type Pattern = (typeof patterns)[number];
/** The patterns that can match by the first character of a paragraph, in their order: a number's sign, or words. */
const byFirst = new Map<number, readonly Pattern[]>();
for (const [characters, schemes] of [
  ['0123456789', 'decimal arabic arabic-paren'],
  [han, 'han is'],
  ['（(', 'han-paren arabic-paren letter'],
  ['第', 'part stage named article han arabic'],
  ['【［[〖「〔', 'arabic han-paren named'],
  ['N№', 'arabic letter'],
  ['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ壹贰叁肆伍陆柒捌玖拾', 'roman'],
  ['ABCDEFGHIJKLMOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 'letter'],
  ['任举措事项行工重主专民实目清攻要问序编督交议整改服星周礼', 'named'],
] as const) {
  const able = patterns.filter(({ scheme }) => schemes.split(' ').includes(scheme));
  for (const c of characters) byFirst.set(c.charCodeAt(0), able);
}

/** Could a number begin at `at`? Told by one character. */
export function mayBeMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return byFirst.has(code) || (code >= 0x2460 && code <= 0x3229);
}

/** Ornaments in front of a number take no part in it: ★65. */
const ornaments =
  /^[\p{So}*＊•·※§¶†‡](?:[\p{So}*＊•·※§¶†‡]|\ufe0e|\ufe0f)?(?=\d|[（(]?[一二三四五六七八九十]{1,3}[、）)])/u;

function countOf(scheme: Scheme, number: string): number | null {
  if (scheme === 'decimal' || /\d[.．-]\d/.test(number)) return Number(number.split(/[.．-]/).at(-1));
  if (number === '日' || number === '天') return 7;
  if (scheme === 'letter') return number.toUpperCase().charCodeAt(0) - 64;
  const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'.indexOf(number);
  if (scheme === 'roman' && roman >= 0) return roman + 1;
  return numeral(scheme === 'roman' ? [...number].map((c) => han['壹贰叁肆伍陆柒捌玖拾'.indexOf(c)]).join('') : number);
}

/** The number a paragraph begins with; null when it begins with none. Cost: constant. */
export function markerOf(text: string): Marker | null {
  const first = text.charCodeAt(0);
  const able = byFirst.get(first);
  if (!able) return first >= 0x2460 && first <= 0x3229 ? (signOf(first) ?? ornamented(text)) : null;
  const head = text.slice(0, 24);
  for (const { scheme, style, pattern } of able) {
    const m = pattern.exec(head);
    if (!m) continue;
    const number = m[1]!;
    const value = countOf(scheme, number);
    if (value === null) continue;
    if (scheme === 'arabic' && value === 0) continue;
    const dots = scheme === 'decimal' ? String(number.split(/[.．-]/).length) : style;
    return { scheme, style: dots, value, number, length: m[0].length };
  }
  return null;
}

/** 附件一：, 表1：, 问一：: what is numbered so is no item. */
const noSeries =
  /^(?:附|图|表|注|专栏|专表|电话|手机|问|答|例|第|周|月|星期|情形|选项|版本|方案|公式|栏目|联系|抄送|级|类|(?:初|高|大|农历|正月|腊月|年)$|\d)/;
/** A word and its number, bare or in a bracket: 活动一, 整改事项（一）, 指标1. */
const counting = `([\\u4e00-\\u9fff]{1,6}?)(?:([${han}]{1,2}|\\d{1,2})|[（(]([${han}]{1,2}|\\d{1,2})[）)])`;
const series = new RegExp(`^${counting}(?:[：:]|(?=[\\u4e00-\\u9fff“《])|$)`);
const seriesLine = new RegExp(
  `^[ \\t\\u3000【［]*${counting}(?:[：:]|[ \\t\\u3000]+(?=[\\u4e00-\\u9fff“《])|[ \\t\\u3000\\r]*$)`,
  'gm',
);

/**
 * Words by which a text numbers its items, whatever they are: 活动 of 活动一：…, 活动二：…. A word counts where its first and its
 * second number begin lines, set off by a colon, by white space or by the line's end. Cost: linear, once a text.
 */
export function seriesWords(text: string): ReadonlySet<string> {
  const firsts = new Set<string>();
  const words = new Set<string>();
  for (const [, word, bare, inBracket] of text.matchAll(seriesLine)) {
    if (noSeries.test(word!)) continue;
    const value = numeral((bare ?? inBracket)!);
    if (value === 1) firsts.add(word!);
    else if (value === 2 && firsts.has(word!)) words.add(word!);
  }
  return words;
}

/** The number of such a series that a paragraph begins with; null where it begins with none. */
export function seriesMarkerOf(text: string, words: ReadonlySet<string>): Marker | null {
  const m = words.size ? series.exec(text.slice(0, 12)) : null;
  const number = m?.[2] ?? m?.[3];
  const value = m && words.has(m[1]!) ? numeral(number!) : null;
  return value ? { scheme: 'named', style: m![1]!, value, number: number!, length: m![0].length } : null;
}

/** What counts and measures: no number of an item stands before it. */
const counted =
  /^(\d{1,2})(?=[\u4e00-\u9fff“《])(?![年月日时分秒周天个项家名人次处所座条件万亿元户亩吨里米度号届期批级类大位张份台辆套只支种倍至到多余]|成(?!员))/;

/** A number that only white space parts from its words: 4 监测预警. `apart` says whether white space stood at an index. */
export function spacedMarkerOf(text: string, apart: (index: number) => boolean): Marker | null {
  const m = counted.exec(text);
  if (!m || !apart(m[0].length) || Number(m[1]) === 0) return null;
  return { scheme: 'arabic', style: ' ', value: Number(m[1]), number: m[1]!, length: m[0].length };
}

/** The number behind ornaments, with their length. */
function ornamented(text: string): Marker | null {
  const length = ornaments.exec(text.slice(0, 3))?.[0].length ?? 0;
  const marker = length ? markerOf(text.slice(length, length + 24)) : null;
  return marker && { ...marker, length: marker.length + length };
}

function signOf(first: number): Marker | null {
  for (const [from, count, scheme] of signs) {
    if (first < from || first >= from + count) continue;
    const value = first - from + 1;
    const sign = String.fromCharCode(first);
    const number = scheme === 'circled' ? sign : scheme === 'han-paren' ? han[value - 1]! : String(value);
    return { scheme, style: 'sign', value, number, length: 1 };
  }
  return null;
}

/** Key under which numbers of one list are counted together; made once for each style. */
export function listKey({ scheme, style }: Marker): string {
  let own = keys.get(scheme);
  if (!own) {
    own = new Map();
    keys.set(scheme, own);
  }
  let key = own.get(style);
  if (key === undefined) {
    key = `${scheme} ${style}`;
    own.set(style, key);
  }
  return key;
}
const keys = new Map<Scheme, Map<string, string>>();
