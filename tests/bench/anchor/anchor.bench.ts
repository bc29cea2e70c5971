import { describe } from '../../../lib/anchor/describe';
import { buildIndex } from '../../../lib/anchor/index';
import { resolve, resolveAll } from '../../../lib/anchor/resolve';
import type { Selector } from '../../../lib/anchor/types';
import type { Span } from '../../../lib/text/types';
import { atLeast, atMost, fastest, type Row, round } from '../lib/measure';
import { inventedPolicy } from './invented';
import { changeCharacters } from './mutations';
import { plainText, Random, selections } from './samples';
import { usualQuote, usualRule } from './usual-rule';

const CHARACTERS = 50_000;
const ANNOTATIONS = 500;

/**
 * Finding 500 annotations again, ours against the usual rule, on the same texts in one run; ours with the building of its
 * index. Then the longest step of the sliced form, and the growth with the length of the text.
 */
export default async function anchor(): Promise<Row[]> {
  const random = new Random(11);
  const old = inventedPolicy(CHARACTERS, random);
  const spans = selections(old, ANNOTATIONS, random);
  const texts = {
    unchanged: old,
    'a paragraph put before': `为便于各地各部门准确把握工作要求，现就有关事项补充说明如下。\n\n${old}`,
    'a tenth of the characters changed': changeCharacters(old, 0.1, random).text,
  };
  const limits = { unchanged: 20, 'a paragraph put before': 1, 'a tenth of the characters changed': 10 };

  const before = buildIndex(plainText(old));
  const describing = fastest(() => {
    for (const span of spans) describe(before, span);
  }, 3);
  const selectors = spans.map((span) => describe(before, span));
  const usual = spans.map((span) => usualQuote(old, span));
  const rows: Row[] = [{ what: 'describe', annotations: ANNOTATIONS, ms: round(describing) }];
  for (const [name, text] of Object.entries(texts)) {
    const source = plainText(text);
    let [ours, theirs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // Turn and turn about, so that a busy spell of the machine meets both.
    for (let round = 0; round < 5; round++) {
      const our = () => {
        const index = buildIndex(source);
        for (const one of selectors) resolve(index, one);
      };
      const their = () => {
        for (const one of usual) usualRule(text, one);
      };
      ours = Math.min(ours, fastest(our, 3));
      theirs = Math.min(theirs, fastest(their, 1));
    }
    const limit = limits[name as keyof typeof limits];
    rows.push(atLeast(`times faster than the usual rule: ${name}`, theirs / ours, limit, { ours, usual: theirs }));
  }
  rows.push(
    atMost(
      'longest step of the sliced form, ms',
      longestStep(selectors, texts['a tenth of the characters changed']),
      50,
    ),
  );
  rows.push(growth(random));
  return rows;
}

function longestStep(selectors: readonly Selector[][], text: string): number {
  const source = plainText(text);
  // Of several runs the one that other programs disturbed least.
  const runs = Array.from({ length: 5 }, () => {
    let longest = 0;
    let from = performance.now();
    for (const _ of resolveAll(buildIndex(source), selectors.entries())) {
      const now = performance.now();
      longest = Math.max(longest, now - from);
      from = now;
    }
    return longest;
  });
  return Math.min(...runs);
}

/** Twice the text and twice the annotations must not cost more than a little over twice the time. */
function growth(random: Random): Row {
  const cost = (characters: number, annotations: number) => {
    const old = inventedPolicy(characters, random);
    const now = plainText(changeCharacters(old, 0.1, random).text);
    const before = buildIndex(plainText(old));
    const selectors = selections(old, annotations, random).map((span: Span) => describe(before, span));
    return fastest(() => {
      const index = buildIndex(now);
      for (const one of selectors) resolve(index, one);
    }, 5);
  };
  const [once, twice] = [cost(100_000, 400), cost(200_000, 800)];
  return atMost('growth from N to 2N, edited', twice / once, 3, { once, twice });
}
