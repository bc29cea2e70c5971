import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distance, endings } from '../../../lib/anchor/distance';

/** The textbook table. `free`: the pattern may begin anywhere in the text. The last row. */
function table(pattern: string, text: string, free: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, j) => (free ? 0 : j));
  for (let i = 1; i <= pattern.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++)
      next.push(Math.min(row[j - 1]! + Number(pattern[i - 1] !== text[j - 1]), row[j]! + 1, next[j - 1]! + 1));
    row = next;
  }
  return row;
}

const few = fc.string({ unit: fc.constantFrom('县', '局', '镇', '、'), maxLength: 140 });

it('counts edits as the textbook does, over any number of words', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(distance(a, b)).toBe(table(a, b, false).at(-1));
    }),
  );
  const long = '县镇局、'.repeat(40);
  expect(distance(long, `${long.slice(0, 70)}某${long.slice(71)}`)).toBe(1);
});

it('counts the edits of a pattern that ends at each offset, both ways', () => {
  const pattern = fc.string({ unit: fc.constantFrom('县', '局', '镇', '、'), maxLength: 32 });
  const mirrored = (text: string) => [...text].reverse().join('');
  fc.assert(
    fc.property(pattern, few, (sought, text) => {
      const found = endings(sought, text, 0, text.length, 1, new Uint8Array(200));
      expect([...found.subarray(0, text.length + 1)]).toEqual(table(sought, text, true));
      const back = endings(sought, text, text.length, text.length, -1, new Uint8Array(200));
      expect([...back.subarray(0, text.length + 1)]).toEqual(table(mirrored(sought), mirrored(text), true));
    }),
  );
});
