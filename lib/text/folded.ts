import { hasSign, Sign } from './chars';
import { RADICALS } from './radicals';
import { SIMPLIFIED } from './traditional';

/** Half-width signs of a sentence: who types 甲局牵头,乙局配合 means the full-width ones. */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
]);
const STOP = '.';
/** The frame around a number: 1⃣. */
const KEYCAP = '\u20e3';

/** An ideograph, or a full-width sign behind or before which stands Chinese. */
const isChinese = (text: string, at: number): boolean =>
  /[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text[at] ?? '');

/** The sign at `i` by its neighbours; null where they say nothing of it. */
function besideOthers(text: string, i: number): string | null {
  const sign = text[i]!;
  const half = HALF_WIDTH.get(sign);
  if (half) return isChinese(text, i - 1) || isChinese(text, i + 1) ? half : sign;
  if (sign === STOP) return stopAt(text, i);
  return sign === KEYCAP ? STOP : null;
}

/** 甲局牵头.乙局配合. ends sentences; 一.总则, （一）.总则 and 第一条.总则 are numbers, 1.10 as well. */
const stopAt = (text: string, i: number): string =>
  /[\u4e00-\u9fff”》]/.test(text[i - 1] ?? '') &&
  !/[一二三四五六七八九十甲乙丙丁条项章节]/.test(text[i - 1]!) &&
  (i + 1 >= text.length || isChinese(text, i + 1))
    ? '。'
    : STOP;

/** One sign as the character it only looks like: see `folded`. */
function plainOf(sign: string): string {
  const plain = RADICALS.get(sign) ?? sign.normalize('NFKC');
  return plain.length === 1 ? (SIMPLIFIED.get(plain) ?? plain) : sign;
}

/**
 * Full-width digits, Kangxi radicals, compatibility ideographs, other forms of Chinese signs (､ ﹑) and traditional characters as the
 * character they stand for, one for one so that offsets stay; everything else as it is. Text copied out of a PDF keeps such signs (⽉ for
 * 月); a page may be offered in traditional characters (牽頭單位). Of a running text also what only neighbours tell: half-width commas,
 * colons and stops beside Chinese are full-width ones (those of 1,000 and 17:57 stay).
 */
export const folded = (text: string): string => foldedBy(text, besideOthers);

/** The same of a name alone, sign by sign. */
export const foldedName = (text: string): string => foldedBy(text, () => null);

function foldedBy(text: string, beside: (text: string, i: number) => string | null): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    out += hasSign(text, i, Sign.lookalike) ? (beside(text, i) ?? plainOf(sign)) : sign;
  }
  return out;
}
