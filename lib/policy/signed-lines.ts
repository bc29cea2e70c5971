import { isOrganName } from '../names/organ';
import type { Line } from '../text/lines';

/** A line that begins with a whole date: 2031年5月6日. */
export const dateLine = /^(?:(?:19|20)\d\d|[二一][〇零○ＯO九一二三四五六七八]{3})年[^，。]{0,12}[日号]/;

const mostSigning = 4;
const longestSigned = 24;

/** Does the line sign the paper, above its date, alone or with others? Then it is no part of the line before. Cost: constant. */
export function isSigned(lines: readonly Line[], at: number): boolean {
  for (let k = at; k < at + mostSigning; k++) {
    const text = lines[k]?.strand.text ?? '';
    if (k > at && dateLine.test(text) && text.length <= longestSigned) return true;
    if (text.length < 4 || text.length > longestSigned || lines[k]!.cell || !isOrganName(text)) return false;
  }
  return false;
}
