import { closesAt, codes, isBalanced, isClose, opensAt } from '../text/chars';
import { falseEndings, organEndings, trueEndings } from './lexicon/endings';
import { remembered } from './remembered';

/** Endings by their last character, so that a test looks at a few strings and not at all. */
const byLast = new Map<string, string[]>();
for (const ending of organEndings) {
  const last = ending.at(-1)!;
  byLast.set(last, [...(byLast.get(last) ?? []), ending]);
}

const lastCodes = codes([...byLast.keys()].join(''));
const bracketCodes = codes('）)〉〕］]】〗｝」』');

/** Could a name end at `end`? Told by one character, so that most places of a text cost nothing. */
export const mayEndAt = (text: string, end: number): boolean => lastCodes.has(text.charCodeAt(end - 1));

/** The name without a closing bracket group: 各乡镇（办事处） → 各乡镇. */
export function withoutBracket(name: string): string {
  if (!isClose(name.at(-1) ?? '')) return name;
  let depth = 0;
  for (let i = name.length - 1; i >= 0; i--) {
    if (closesAt(name, i) || name[i] === '〉') depth++;
    else if (opensAt(name, i) || name[i] === '〈') depth--;
    if (depth === 0) return name.slice(0, i);
  }
  return name;
}

/** Could this string be the name of an organ or of a class of organs? Judged by its ending alone. */
export const isOrgan = (name: string): boolean =>
  (mayEndAt(name, name.length) || bracketCodes.has(name.charCodeAt(name.length - 1))) && judged(name);

/** Does a break at `at` stand inside an ending of the name: 街道办⏎事处, 管委⏎会? Cost: constant. */
export function breaksEnding(name: string, at: number): boolean {
  const endings = byLast.get(name.at(-1) ?? '')?.filter((e) => name.endsWith(e)) ?? [];
  return endings.some((e) => e.length > name.length - at);
}

const judged = remembered(judgeOrgan);

function judgeOrgan(printed: string): boolean {
  const name = withoutBracket(printed.replace(/〉$/, '）').replace(/〈/, '（'));
  if (name.length < 2 || name.length > 40) return false;
  if (!byLast.get(name.at(-1)!)?.some((e) => name.endsWith(e))) return false;
  if (socialOffice.test(name)) return true;
  const cut = falseEndings.some((e) => name.endsWith(e)) && !trueEndings.some((e) => name.endsWith(e));
  // A ministry has 规划财务司; 县司 is the beginning of 县司法局.
  if (name.endsWith('司') && !name.endsWith('公司') && /^(?:[省市县区州旗盟镇乡]|.?司$)/.test(name)) return false;
  return !cut && !doing.test(name) && !counted.test(name) && !made.test(name);
}

/** An office whose name ends like a word for what is done together: 社会办, 县政协办, 县安委会办, 县工会办. */
export const socialOffice =
  /^(?:[\u4e00-\u9fff]{0,4}[省市县区州旗镇乡委])?社会办$|^[\u4e00-\u9fff]{0,8}(?:[政科文体]协|(?:安|管|组|筹|居|村|减灾|减|爱|爱卫|编|食安|执|常)委会|[总职]?工会)办$/;

/** 县公安局领办, 县公安局扛旗: an organ and what it does, not an office or a banner of that name. */
const doing =
  /(?:^|[局厅委署院部府会心司队站所团社关处科室])(?:[主协承领经包会联催盯帮跟代独分合单首操参从转交认速快接阅酌]|[帮跟去来]着?)办$|[局厅委署院部]联$|[局厅委署院部会心站所队办团司][\u4e00-\u9fff]{1,2}旗$/;

/** 新建幼儿园4所: what is counted; 负责城东片区: what is done. */
const counted = /\d+[所站台部队处社]$|^(?:负责|牵头|坚持|突出|发挥|倡导)|\d[年月日]/;

/** 翻修操场六处, 改造东关社区: what is made, not who makes it. 养护站 and 整治办 are short, and organs. */
const made =
  /^(?:新建|改建|扩建|续建|翻修|修缮|维修|维护|改造|建成|建好|清理|清运|疏浚|栽植|种植|铺设|安装|购置|新增|整治|打造|盘活|升级|提升|看护|巡查)(?=.{3,}(?:[处所站台社部队校馆场区村镇舍]|基地)$)[^局委厅署]*$/;

/** Could this be an organ's name and nothing more: it ends like one, and no word of a sentence stands in it. */
export const isOrganName = remembered(
  (name): boolean =>
    isOrgan(name) && name.length <= 24 && !isSentence(name) && !/[的了并把将被已较]|后(?!勤)/.test(name),
);

/**
 * Length of the longest proper beginning of `text` that is an organ's name, with at most `most` characters behind it; 0
 * where there is none: 县司法局 of 县司法局跟进.
 */
export function organPrefix(text: string, most = 8): number {
  for (let length = text.length - 1; length >= Math.max(3, text.length - most); length--)
    // 副县 of 副县长 is a person's office.
    if (
      mayEndAt(text, length) &&
      text[length] !== '长' &&
      judged(text.slice(0, length)) &&
      isBalanced(text.slice(0, length))
    )
      return length;
  return 0;
}

/** 县应急局要在6月底前检查工贸企业: an organ of a level stands in front of what it does. Cost: constant. */
export const leadsWithOrgan = (words: string): boolean =>
  beginsWithLevel(words) && organPrefix(words.slice(0, longestLead), longestLead) > 0;
const longestLead = 40;

/** With a level or 各 before it, or a body known by its subject. */
const strong =
  /^(?:各|全|省|市|县|区|州|旗|乡|镇|街道|苏木|嘎查|驻村|国家|国务院|中央|自治区|人民银行|税务|海关|公安|教育|财政|民政|司法|商务|科技|工业|发展|生态|自然|住房|交通|水利|农业|文化|卫生|应急|审计|统计|市场|医保|林业|气象|水务|消防|武警|国网|海事|有关|相关)/;
const placed =
  /^(?:[\u4e00-\u9fff、]{2,16}部门$|[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|旗|镇|乡|街道|所|站|中心|局|厅|部|委))/;

/** Does a name begin as an organ's surely does: 县司法局, 各乡镇, 公安机关? */
export const beginsWithLevel = (name: string): boolean => strong.test(name);

/** The same, or with a place before it; ordinary words that end like an organ may pass (建好乡村便民服务站). */
export const beginsLikeOrgan = (name: string): boolean => strong.test(name) || placed.test(name);

const verbs =
  /^(?:促进|负责|牵头|配合|协助|承担|推动|推行|健全|探索|实现|调集|调动|发挥|坚持|打造|构建|取得|提升|提高|立即|全面[推实落加提完建启强])|[要应须]当?(?=[^急收])|进行|开展|推进|立即|安排|履行|设在|加强|完善|建立健全|确保|根据|通过|并报|负有|做好|组织(?!部|人事|和|$)|提供|不得|可以|以及时|是指|以下|简称|请(?!愿|示)|情况./;

/** Something that reads like a sentence and not like a name. */
export const isSentence = (text: string): boolean =>
  verbs.test(text) || /[。！？“”]/.test(text.replace(/[“"]两委[”"]/, ''));

const classWords =
  /^(?:各|有关|相关|其他|所有|全体|其它)|各(?:级|地|县|区|市|乡|镇|街|部门|单位|有关|相关|成员)|(?:有关|相关|其他|成员|所属|直属)(?:职能|责任|业务|行业|主管)?(?:部门|单位|地区|地方|企业|方面|机构)|(?:直|级)(?:各)?(?:有关|相关)?(?:部门|单位)$/;

/** Names a class of units, not one. */
export const isCollective = remembered((name) => classWords.test(name));
