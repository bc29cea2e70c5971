import { markerOf } from '../text/numbering';
import type { Paragraph } from './paragraphs';

/** 8.15 with nothing deeper behind. */
const twoLevels = /^(\d{1,3})[.．](\d{1,2})$/;

/**
 * Points whose text begins with a number (7.建设公园⏎8.15分钟生活圈建设⏎9.3所学校扩建): where the list counts 7, what stands next is 8 and no 8.15. A
 * number that a list of two levels goes on with (8.1, or 8.15 behind a point 8) stays what it is. Cost: linear.
 */
export function withPlainNumbers(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let last = 0;
  return paragraphs.map((paragraph) => {
    const { marker } = paragraph;
    if (!marker) return paragraph;
    if (marker.scheme === 'arabic') last = marker.value;
    const levels = marker.scheme === 'decimal' ? twoLevels.exec(marker.number) : null;
    if (!levels || last === 0 || Number(levels[1]) !== last + 1 || levels[2] === '1') return paragraph;
    last++;
    return { ...paragraph, marker: markerOf(`${levels[1]}.事`) };
  });
}
