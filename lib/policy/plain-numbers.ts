import { markerOf } from '../text/numbering';
import type { Paragraph } from './paragraphs';

/** 8.15 with nothing deeper behind. */
const twoLevels = /^(\d{1,3})[.．](\d{1,2})$/;

/** What follows a day: 8.15前完成. */
const ofDay = /^(?:[日号前底]|之前|以前|上旬|中旬|下旬)/;

/**
 * Points whose text begins with a number (7.建设公园⏎8.15分钟生活圈建设⏎9.3所学校扩建): where the list counts 7, what stands next is 8 and no 8.15, if
 * the list goes on with 9 or ends there. A number that a list of two levels goes on with (3.2 behind 3.1) stays what it is. Cost: linear.
 */
export function withPlainNumbers(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const next = numbersBehind(paragraphs);
  const levelled = new Set<string>();
  let last = 0;
  return paragraphs.map((paragraph, at) => {
    const { marker, strand } = paragraph;
    if (!marker) return paragraph;
    const levels = marker.scheme === 'decimal' ? twoLevels.exec(marker.number) : null;
    if (!levels) {
      last = marker.scheme === 'arabic' ? marker.value : 0;
      return paragraph;
    }
    const [, own, inner] = levels;
    const isNext = last > 0 && Number(own) === last + 1 && !levelled.has(own!) && inner !== '1';
    const goesOn = next[at] === null || next[at] === Number(own) + 1;
    if (!isNext || !goesOn || ofDay.test(strand.text.slice(marker.length))) {
      levelled.add(own!);
      last = 0;
      return paragraph;
    }
    last++;
    return { ...paragraph, marker: markerOf(`${own}.事`) };
  });
}

/** For each paragraph the first number of the next point behind it, of whichever level; null behind the last. */
function numbersBehind(paragraphs: readonly Paragraph[]): readonly (number | null)[] {
  const out: (number | null)[] = [];
  let behind: number | null = null;
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    out[at] = behind;
    const { marker } = paragraphs[at]!;
    if (marker?.scheme === 'arabic') behind = marker.value;
    else if (marker?.scheme === 'decimal') behind = Number.parseInt(marker.number, 10);
  }
  return out;
}
