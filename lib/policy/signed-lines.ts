import { isOrgan, isOrganName } from '../names/organ';
import type { Line } from '../text/lines';
import type { Strand } from '../text/strand';

/** A line that begins with a whole date: 2031年5月6日. */
export const dateLine = /^(?:(?:19|20)\d\d|[二一][〇零○ＯO九一二三四五六七八]{3})年[^，。]{0,12}[日号]/;

/** A whole date and nothing else: 2031年5月6日, 二〇三一年五月六日, 2031.5.6. */
export const wholeDate =
  /^(?:(?:(?:19|20)\d\d|[二一][〇零○ＯO九一二三四五六七八]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日|(?:19|20)\d\d([./-])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9]))$/;

/** Where the date begins in a line that is an organ and a whole date (雾溪县人民政府办公室2031.3.30); 0 in any other. */
export function signedDateAt(line: string): number {
  const at = line.length > longestSigning ? -1 : line.search(/(?:19|20)\d\d[年./-]|[二一][〇零○ＯO九]/);
  return at > 0 && wholeDate.test(line.slice(at)) && isOrgan(line.slice(0, at)) ? at : 0;
}
const longestSigning = 60;

const mostSigning = 4;
const longestSigned = 24;

/** Does the line sign the paper, above its date, alone or with others? Then it is no part of the line before. Cost: constant. */
export function isSigned(lines: readonly Line[], at: number): boolean {
  // （责任单位：县水利局、⏎县财政局⏎2031年5月31日前完成）
  if (/[、，：]$|[（(〔［【][^）)〕］】]*$/.test(lines[at - 1]?.strand.text.slice(-200) ?? '')) return false;
  for (let k = at; k < at + mostSigning; k++) {
    const text = lines[k]?.strand.text ?? '';
    if (k > at && wholeDate.test(text)) return true;
    if (lines[k]?.cell || !isSigning(lines[k]?.strand)) return false;
  }
  return false;
}

/** A line that is an organ's name, or several that white space parts: 甲省教育厅　甲省公安厅. */
export function isSigning(strand: Strand | undefined): boolean {
  if (!strand || strand.length < 4 || strand.length > longestSigned * mostSigning) return false;
  const inner = strand.gaps.filter((at) => at > 0 && at < strand.length);
  return [0, ...inner].every((from, k) => {
    const name = strand.text.slice(from, inner[k] ?? strand.length);
    return (
      name.length >= 4 && name.length <= longestSigned && !/[^\u4e00-\u9fff（）()]/.test(name) && isOrganName(name)
    );
  });
}
