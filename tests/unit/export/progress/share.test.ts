import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../../../../lib/export/progress/share';

describe('a share in per cent', () => {
  it.each([
    [18, 66, '27 %'],
    [1, 8, '13 %'],
    [1, 40, '3 %'],
    [23, 200, '12 %'],
    [2, 3, '67 %'],
    [5, 5, '100 %'],
    [1, 201, '不足 1 %'],
    [1, 200, '1 %'],
    [299, 300, '超过 99 %'],
    [199, 200, '超过 99 %'],
    [198, 199, '99 %'],
    [0, 66, null],
    [0, 0, null],
  ])('%i of %i is %s', (part, whole, words) => {
    expect(share(part, whole)).toBe(words);
  });

  it('is the whole number nearest to it, counted in whole numbers', () => {
    const parts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((whole) => fc.tuple(fc.integer({ min: 1, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(parts, ([part, whole]) => {
        const exact = /^(\d+) %$/.exec(share(part, whole)!);
        if (!exact) return 200 * part < whole || (200 * (whole - part) <= whole && part < whole);
        const percent = Number(exact[1]);
        // percent - ½ ≤ 100 part / whole < percent + ½
        return (2 * percent - 1) * whole <= 200 * part && 200 * part < (2 * percent + 1) * whole;
      }),
      { numRuns: 2000 },
    );
  });
});
