import { PieceBuilder, readFields } from '../builder';
import { type Form, none } from './form';

/** A stop with a label behind it stands in the paragraph. */
const inside =
  /[。；！？）)】〕］〗][^。；！？]{0,28}(?:[：:→＝]|单位|部门|[处科股]室|机关)|(?:单位|部门|[处科股]室|机关|时限|时间)[：:]/;

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
export const tail: Form = {
  name: 'tail',
  read: (view, taken) => {
    const { strand, groups, grammar } = view;
    const { text } = strand;
    if (taken.some((c) => c.line) || !inside.test(text)) return none;
    const { fields } = view;
    const outside = fields.filter(
      (f) => f.kind !== 'none' && !f.unknown && !groups.some((g) => f.start >= g.start && f.start < g.end),
    );
    const first = outside.find(
      ({ start }) => start > 0 && ('。；！？）)】〕］〗'.includes(text[start - 1]!) || strand.hasGap(start)),
    );
    if (!first || taken.some((c) => c.counts === 'always' && c.piece.start > first.start)) return none;
    const stretch = { strand, start: first.start, end: strand.length };
    const piece = readFields(stretch, stretch, new PieceBuilder('line', grammar));
    return piece && piece.drafts.length + piece.times.length ? [{ counts: 'always', piece }] : none;
  },
  examples: [
    ['1.实现全覆盖。责任单位：县教育局', 'r:县教育局'],
    ['1.实现全覆盖。牵头单位为县教育局，配合单位为县财政局。', 'l:县教育局 p:县财政局'],
  ],
  counterExamples: ['1.实现全覆盖。要求：全面。'],
};
