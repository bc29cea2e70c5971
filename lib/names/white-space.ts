import type { Strand } from '../text/strand';
import { isOrgan } from './organ';

/** What stands behind white space. */
export interface Behind {
  readonly text: string;
  /** Up to the next white space or sign. */
  readonly word: string;
}

/** Longest stretch behind white space that is looked at. */
const ahead = 16;

/** The words behind white space at `at` of a strand. */
export function wordsBehind(strand: Strand, at: number): Behind {
  const text = strand.text.slice(at, at + ahead);
  let length = /^[\u4e00-\u9fff]*/.exec(text)![0].length;
  for (let i = 1; i < length; i++) if (strand.hasGap(at + i)) length = i;
  return { text, word: text.slice(0, length) };
}

/** White space parts two names, not one name broken over a line end (市住房和城乡⏎建设局). */
export const partsAt = (left: string, { text, word }: Behind): boolean =>
  (isOrgan(left) || /^各[^、]{2,6}$/.test(left)) &&
  !/^(?:牵头|配合|负责|主办|协办|主责|参与|参加|协助|承办|落实)/.test(text) &&
  !isLastWord(text, word) &&
  !asksForUnits.test(left) &&
  (/[局委办厅署府司行]$/.test(left) ||
    /^(?:省|市|县|区|州|旗|镇|乡|各|国|中|人民|有关|相关|自治)/.test(text) ||
    (/[处科室股组队站所心间部庭]$/.test(left) && isOrgan(word)) ||
    (/^各|[街联校院会社]$/.test(left) && isOrgan(word) && /[局委办联会院校]$/.test(word) && !ofOther.test(word)));
/** 属地单位　各镇人民政府: a word that asks for units, without a level of its own, is a label in front of them. */
const asksForUnits = /^(?![省市县区州旗镇乡各有其相])[\u4e00-\u9fff]{2,4}(?:单位|机构)$/;

/** 县财政局  共抓: what closes the line and is no name says what the names before it do. */
const isLastWord = (text: string, word: string): boolean =>
  word.length > 1 && word.length <= 3 && /^(?:$|[，。；）)])/.test(text.slice(word.length)) && !isOrgan(word);

/** What goes on with the name before it: 各街道⏎办事处, 县医院⏎党委. */
const ofOther =
  /^(?:人民政府|政府|办事处|党委|党组|党工委|管委会|管理|村委会|居委会|村民|居民|党支部|办公室|分局|支队|大队|中队|委员会|服务中心|卫生院|卫生室|中心校|中心学校|派出所|司法所|财政所|工会|团委|学生会)/;
