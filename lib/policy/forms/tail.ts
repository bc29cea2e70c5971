import { PieceBuilder, readFields } from '../builder';
import { type Form, none } from './form';

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
export const tail: Form = {
  name: 'tail',
  read: ({ strand, fields, groups, grammar }, taken) => {
    if (!fields.length || taken.some((c) => c.line)) return none;
    const { text } = strand;
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
