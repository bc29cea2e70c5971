import { beginsLikeOrgan, isOrgan } from '../names/organ';
import { setsOff } from '../names/separators';
import { closesAt, Sign, stepAt } from '../text/chars';
import type { Line } from '../text/lines';
import { ownLabel } from './own-label';
import { saysWhen } from './time/deadlines';

/** What a division of work that a line breaks off, or leaves open, says of the next line. */

const opening = /[（([［〔【〈《“‘「]/;

/** Brackets and quotation marks left open by these lines. */
export function unclosed(lines: readonly Line[]): number {
  let depth = 0;
  const from = Math.max(0, lines.length - 12);
  for (let k = from; k < lines.length; k++) {
    const { strand } = lines[k]!;
    if (depth === 0 && (strand.signs & Sign.opening) === 0) continue;
    const { text } = strand;
    // Nothing is open before the first opening sign.
    for (let i = depth === 0 ? text.search(opening) : 0; i < text.length; i++)
      depth = Math.max(0, depth + stepAt(text, i));
  }
  return depth;
}

/** …全覆盖。责任单位：甲局、乙局 ends an item though no stop does. */
export function closesWithUnits(text: string): boolean {
  const stop = text.lastIndexOf('。', text.length - 2);
  if (stop < 0 || text.length - stop > 400 || !ownLabel(text.slice(stop + 1, stop + 30))) return false;
  let end = text.length;
  while (end > stop && (closesAt(text, end - 1) || setsOff(text.charCodeAt(end - 1)))) end--;
  const last = text.slice(stop + 1, end);
  return endsWithUnit(last) || endsWithTime(last);
}

/** A line that its units or its time end, before one that is not the rest of them. */
export const closesDivision = (line: string, next: string): boolean =>
  closesWithUnits(line) && !beginsWithUnit(next) && !inTime.test(next);

/** 2031年5月底前⏎完成: the rest of a time. */
const inTime = /^(?:[之以]?前|[底末]|完成|办结|\d{1,2}[月日])/;

/** 责任单位：甲局；完成时限：5月底前 · 责任单位：甲局 销号时间：2031年4月10日: the last of several fields says when. */
const endsWithTime = (text: string): boolean => {
  const field = text.slice(text.search(/[，；,;][^，；,;]*$/) + 1);
  const behind = text.slice(text.search(/[：:][^：:]*$/) + 1);
  return (
    (field.length < text.length &&
      field.length <= 24 &&
      /(?:[前底末]|完成|办结|长期|坚持)$/.test(field) &&
      saysWhen(field)) ||
    (behind.length <= 16 && wholeTime.test(behind))
  );
};
/** A value that is a time and nothing else, as a last field has it. */
const wholeTime =
  /^(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)?|年底)[之以]?前?(?:完成|办结)?$|^(?:19|20)\d\d([-/.])\d{1,2}(?:\1\d{1,2})?$|^(?:长期(?:坚持)?|持续推进|立行立改|即知即改)$/;

/** What stands behind its last delimiter is a unit. */
const endsWithUnit = (text: string): boolean =>
  isOrgan(
    text
      .slice(-24)
      .split(/[、，；：:;,]/)
      .at(-1)!,
  );

/** A bracket with a label is open: （牵头单位：县住建局，⏎配合单位：县城管局）. */
export function opensLabel(open: readonly Line[]): boolean {
  // As far back as `unclosed` looks.
  const text = open
    .slice(-12)
    .map((line) => line.strand.text)
    .join('')
    .slice(-400);
  return /[（(［[〔【〖][^（）()［］〔〕【】]{2,10}[：:][^）)］\]〕】〗]*$/.test(text);
}

/**
 * （责任单位：县住建局⏎: nobody closed the bracket. It ends with a unit, and what follows stands apart or opens a bracket of its own before any
 * is closed.
 */
export const isForgotten = (open: readonly Line[], a: string, next: Line): boolean =>
  (next.blank || (opening.test(next.strand.text) && !closesSoon(next.strand.text))) &&
  opensLabel(open) &&
  endsWithUnit(a) &&
  !beginsWithUnit(next.strand.text);

/** A list of units goes on in this line. */
export function beginsWithUnit(b: string): boolean {
  const first = /^[^、，；：:;,。]{2,24}(?=[、，；]|$)/.exec(b)?.[0] ?? '';
  return isOrgan(first) && beginsLikeOrgan(first);
}

/** A bracket that was open before is closed in this line before another is opened. */
export const closesSoon = (b: string): boolean => /^[^（(［[〖【]{0,120}[）)］\]〗】]/.test(b);
