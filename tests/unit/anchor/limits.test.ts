import { expect, it } from 'vitest';
import { describe } from '../../../lib/anchor/describe';
import { buildIndex } from '../../../lib/anchor/index';
import { resolve, resolveAll } from '../../../lib/anchor/resolve';
import type { Selector } from '../../../lib/anchor/types';
import { inventedPolicy } from '../../bench/anchor/invented';
import { changeCharacters, expected } from '../../bench/anchor/mutations';
import { plainText, Random } from '../../bench/anchor/samples';

const random = new Random(3);
const old = inventedPolicy(30_000, random);
const before = buildIndex(plainText(old));
const mutated = changeCharacters(old, 0.08, random);
const after = buildIndex(plainText(mutated.text));
const quoteOf = (exact: string, context = ''): Selector[] => [
  { type: 'TextQuoteSelector', exact, prefix: context, suffix: context },
];

/** Milliseconds; generous limits below only catch what grows with a square. */
function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

it('finds passages of thousands of characters by their ends and what is between', () => {
  for (const length of [1500, 6000, 20_000]) {
    const span = { start: 4000, end: 4000 + length };
    const wanted = expected(mutated, span)!;
    const { method, span: found } = resolve(after, describe(before, span));
    expect(method).toBe('fuzzy');
    expect(Math.abs(found!.start - wanted.start)).toBeLessThanOrEqual(3);
    expect(Math.abs(found!.end - wanted.end)).toBeLessThanOrEqual(3);
  }
});

it('does not find a long passage of which only the ends are left', () => {
  const span = { start: 4000, end: 10_000 };
  const middle = inventedPolicy(5000, new Random(99)).slice(0, 5000);
  const replaced = `${old.slice(0, 4300)}${middle.replaceAll(/[\u4e00-\u9fff]/g, '某')}${old.slice(9700)}`;
  expect(['review', 'orphan']).toContain(resolve(buildIndex(plainText(replaced)), describe(before, span)).method);
});

it('is in time with enormous and monotonous quotes, contexts and texts', () => {
  const same = '责任单位：'.repeat(200_000);
  const monotonous = buildIndex(plainText(same));
  expect(time(() => resolve(after, quoteOf(same, same)))).toBeLessThan(3000);
  expect(time(() => resolve(monotonous, quoteOf('责任单位：责任单立：', '单位')))).toBeLessThan(3000);
  expect(time(() => resolve(monotonous, quoteOf('的', '')))).toBeLessThan(1000);
  expect(time(() => describe(monotonous, { start: 500_001, end: 500_004 }))).toBeLessThan(3000);
  expect(time(() => describe(monotonous, { start: 1, end: 900_000 }))).toBeLessThan(5000);
  expect(time(() => resolve(buildIndex(plainText(' \n'.repeat(500_000))), quoteOf('牵头单位')))).toBeLessThan(3000);
});

it('prepares a text of five million characters in short steps', () => {
  const huge = plainText('一次性告知所需材料，二日内办结；'.repeat(320_000));
  let longest = 0;
  let from = performance.now();
  for (const _ of resolveAll(buildIndex(huge), [['a', quoteOf('三日内办结')]])) {
    longest = Math.max(longest, performance.now() - from);
    from = performance.now();
  }
  // The limit in the browser is 50 ms (see the bench); here other tests share the processor.
  expect(longest).toBeLessThan(400);
});
