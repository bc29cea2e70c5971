import { apply, compose, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import type { FixedRule } from '../types';
import { child, textOf, type XmlElement } from '../xml';
import { colourOf } from './colour';

/** How many numbers each operator of abbreviated path data takes (GB/T 33190, 9.1); the last two are where it ends. */
const operands: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The straight rules a path draws: its lines, or the axis of a filled box too thin to be anything else. */
export function pathRules(object: XmlElement, outer: Matrix): FixedRule[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const local = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
  const words = textOf(child(object, 'AbbreviatedData')).split(/[\s,]+/);
  const rules: FixedRule[] = [];
  const colour = colourOf(object, 'StrokeColor') ?? colourOf(object, 'FillColor');
  const look = colour && { colour };
  let start: [number, number] = [0, 0];
  let at: [number, number] = [0, 0];
  const lineTo = (to: [number, number]) => {
    rules.push({ x1: at[0] * POINTS, y1: at[1] * POINTS, x2: to[0] * POINTS, y2: to[1] * POINTS, ...look });
  };
  for (let index = 0; index < words.length; index++) {
    const operator = words[index]!;
    const count = operands[operator];
    if (count === undefined) continue;
    const values = words.slice(index + 1, index + 1 + count).map(Number.parseFloat);
    index += count;
    if (values.some((value) => !Number.isFinite(value))) continue;
    if (operator === 'C') {
      lineTo(start);
      at = start;
      continue;
    }
    const to = apply(local, values[count - 2]!, values[count - 1]!);
    if (operator === 'L') lineTo(to);
    if (operator === 'S' || operator === 'M') start = to;
    at = to;
  }
  return rules;
}
