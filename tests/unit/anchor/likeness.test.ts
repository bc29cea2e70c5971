import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, Pattern, REACH } from '../../../lib/anchor/likeness';

/** The table of edit distances, cell by cell: slow and plain. */
function plainly(context: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, (_, j) => j);
  for (let i = 1; i <= context.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++)
      next[j] = Math.min(row[j - 1]! + (context[i - 1] === text[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
    row = next;
  }
  return 1 - Math.min(...row) / context.length;
}

const backwards = (text: string) => [...text].reverse().join('');
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '。'), minLength, maxLength });

describe('likeness', () => {
  it('is that of the plain table, on both sides, for contexts of one word and of two', () => {
    fc.assert(
      fc.property(letters(1, REACH), letters(0, 90), letters(0, 9), (context, beside, beyond) => {
        const wanted = plainly(context, beside.slice(0, Math.ceil(context.length * 1.4)));
        const after = likeness(new Pattern(context, 1), `${beyond}${beside}`, beyond.length, 1);
        expect(after).toBeCloseTo(wanted, 10);
        const before = likeness(
          new Pattern(backwards(context), -1),
          `${backwards(beside)}${beyond}`,
          beside.length,
          -1,
        );
        expect(before).toBeCloseTo(wanted, 10);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing without a context, and one where all is the same', () => {
    expect(likeness(new Pattern('', 1), '甲乙', 0, 1)).toBeNull();
    expect(likeness(new Pattern('乙丙', -1), '甲乙丙丁', 3, -1)).toBe(1);
  });
});
