import { boxMeaning } from '../boxed-labels';
import { PieceBuilder } from '../builder';
import { readFields } from '../labelled-fields';
import { type Form, none, type View } from './form';

/** A label with a sign behind it, or one that needs none. */
const labelled = /[：:→＝]|单位|部门|[处科股]室|机关/;

/** A stop stands before a label, or a sign that sets it off: …。责任单位, …——责任单位. */
const isSetOff = (text: string, start: number): boolean =>
  '。；！？）)】〕］〗'.includes(text[start - 1]!) || withoutSign(text, start) < start;

/** Where the signs that set off begin. */
function withoutSign(text: string, start: number): number {
  const run = /(?:[—–]{2,}|[★☆※◆■●▲△◎►▶→⇒]+|\/\/|\|\|)$/.exec(text.slice(Math.max(0, start - 4), start));
  return run ? start - run[0].length : start;
}

/** Something like a label stands outside the brackets of a paragraph. */
function mayBeLabelled({ strand, from, groups, grammar }: View): boolean {
  if (groups.some((g) => g.end - g.start <= 6 && boxMeaning(strand.text.slice(g.start + 1, g.end - 1), grammar)))
    return true;
  let at = from;
  for (const { start, end } of groups) {
    if (start > at && labelled.test(strand.text.slice(at, start))) return true;
    at = end;
  }
  return at < strand.length && labelled.test(at ? strand.text.slice(at) : strand.text);
}

/** Fields that follow the body in the same paragraph: …全覆盖。责任单位：市教育局. */
export const tail: Form = {
  name: 'tail',
  read: (view, taken) => {
    const { strand, groups, grammar } = view;
    const { text } = strand;
    if (taken.some((c) => c.line) || !mayBeLabelled(view)) return none;
    const { fields } = view;
    const outside = fields.filter(
      (f) => f.kind !== 'none' && !f.unknown && !groups.some((g) => f.start > g.start && f.start < g.end),
    );
    const first = outside.find(({ start }) => start > 0 && (isSetOff(text, start) || strand.hasGap(start)));
    // A bracket inside a value is read with it: 责任单位：甲局（乙局配合）.
    const inValue = (start: number): boolean => fields.some((f) => start > f.valueStart && start < f.valueEnd);
    if (!first || taken.some((c) => c.counts === 'always' && c.piece.start > first.start && !inValue(c.piece.start)))
      return none;
    const stretch = { strand, start: first.start, end: strand.length };
    const whole = { start: withoutSign(text, first.start), end: strand.length };
    const piece = readFields(stretch, whole, new PieceBuilder('line', grammar));
    return piece && piece.drafts.length + piece.times.length ? [{ counts: 'always', piece }] : none;
  },
  examples: [
    ['1.实现全覆盖。责任单位：县教育局', 'r:县教育局'],
    ['1.实现全覆盖。责任单位：县教育局（县财政局配合）、县住建局', 'r:县教育局 p:县财政局 r:县住建局'],
    ['1.实现全覆盖。牵头单位为县教育局，配合单位为县财政局。', 'l:县教育局 p:县财政局'],
  ],
  counterExamples: ['1.实现全覆盖。要求：全面。'],
};
