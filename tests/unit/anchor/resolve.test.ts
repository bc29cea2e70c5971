import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../lib/anchor/describe';
import { buildIndex } from '../../../lib/anchor/index';
import { resolve, resolveAll } from '../../../lib/anchor/resolve';
import type { Selector } from '../../../lib/anchor/types';
import { plainText } from '../../bench/anchor/samples';

const indexOf = (text: string) => buildIndex(plainText(text));

/** Describes the only `quote` of `before` and finds it in `after`. */
function carry(before: string, quote: string, after: string, nth = 0) {
  let start = before.indexOf(quote);
  for (let i = 0; i < nth; i++) start = before.indexOf(quote, start + 1);
  const selectors = describe(indexOf(before), { start, end: start + quote.length });
  const resolution = resolve(indexOf(after), selectors);
  return { ...resolution, found: resolution.span && after.slice(resolution.span.start, resolution.span.end) };
}

const item = (n: number, body: string, lead: string) => `${n}．${body}\n牵头单位：${lead}\n参加单位：县直有关单位\n`;
const policy = [
  item(1, '完善乡村道路养护巡查台账，雨季前完成隐患路段排查。请认真贯彻落实。', '县交通运输局'),
  item(2, '建立校园食堂食材溯源平台，推行家长陪餐制度。请认真贯彻落实。', '县教育局'),
  item(3, '开展老旧小区加装电梯意愿摸底，分批纳入改造计划。请认真贯彻落实。', '县住房和城乡建设局'),
].join('');

group('an unchanged text', () => {
  it('gives every span back, on any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const index = indexOf(text);
        expect(resolve(index, describe(index, { start, end }))).toEqual({
          method: 'exact',
          span: { start, end },
          score: 1,
        });
      }),
    );
  });
});

group('a changed text', () => {
  it('finds a passage that moved with its item', () => {
    const moved = item(1, '新设项目库，按季度调度进展。', '县发展改革委') + policy.replace('1．', '2．');
    expect(carry(policy, '推行家长陪餐制度', moved)).toMatchObject({ method: 'exact', found: '推行家长陪餐制度' });
  });

  it('finds the right one of equal passages by what stands around it', () => {
    const moved = `总则部分新增一段说明。\n${policy}`;
    for (const nth of [0, 1, 2]) {
      const { method, span } = carry(policy, '请认真贯彻落实', moved, nth);
      expect(method).toBe('exact');
      expect(moved.slice(0, span!.start).match(/请认真/g)?.length ?? 0).toBe(nth);
    }
  });

  it('never takes a twin for a passage that is gone', () => {
    const gone = policy.replace(/2．[\s\S]*?(?=3．)/, '');
    for (const quote of ['请认真贯彻落实', '参加单位：县直有关单位'])
      expect(['review', 'orphan']).toContain(carry(policy, quote, gone, 1).method);
  });

  it('finds a reworded passage through the gate', () => {
    const reworded = policy.replace(
      '建立校园食堂食材溯源平台，推行家长陪餐制度',
      '建立健全校园食堂食材追溯平台，推行家长陪餐制',
    );
    expect(carry(policy, '建立校园食堂食材溯源平台，推行家长陪餐制度', reworded)).toMatchObject({
      method: 'fuzzy',
      found: '建立健全校园食堂食材追溯平台，推行家长陪餐制',
    });
  });

  it('makes an orphan of a passage that is gone', () => {
    const gone = policy.replace('建立校园食堂食材溯源平台，推行家长陪餐制度。', '');
    expect(carry(policy, '建立校园食堂食材溯源平台，推行家长陪餐制度', gone)).toMatchObject({
      method: 'orphan',
      span: null,
    });
  });

  it('sees through line breaks, widths, radicals and page rules', () => {
    const printed = policy
      .replace('食材溯源平台', '食材溯\n\n---\n\n源平\n台')
      .replace('建立', '建⽴')
      .replaceAll('，', ',')
      .replace('陪餐制度', '陪餐制\r\n— 12 —\r\n度');
    expect(carry(policy, '建立校园食堂食材溯源平台，推行家长陪餐制度。', printed)).toMatchObject({
      method: 'exact',
      found: '建⽴校园食堂食材溯\n\n---\n\n源平\n台,推行家长陪餐制\r\n— 12 —\r\n度。',
    });
  });
});

group('many at once', () => {
  it('gives what each alone gives, in order, and lets the caller pause', () => {
    const moved = `前言。\n${policy}`;
    const quotes = ['隐患路段', '请认真贯彻落实', '改造计划'];
    const before = indexOf(policy);
    const items = quotes.map((quote) => {
      const start = policy.indexOf(quote);
      return [quote, describe(before, { start, end: start + quote.length })] as const;
    });
    const steps = [...resolveAll(indexOf(moved), items)];
    expect(steps.some((step) => step === null)).toBe(true);
    expect(steps.filter((step) => step !== null)).toEqual(
      items.map(([quote, selectors]) => [quote, resolve(indexOf(moved), selectors)]),
    );
  });
});

group('hostile selectors', () => {
  it('never throw and never leave the text', () => {
    const broken = fc.anything() as fc.Arbitrary<never>;
    const quote = fc.record({
      type: fc.constant('TextQuoteSelector'),
      exact: fc.oneof(fc.string({ maxLength: 40 }), broken),
      prefix: fc.oneof(fc.string(), broken),
      suffix: fc.oneof(fc.string(), broken),
      rival: broken,
      landmark: fc.oneof(fc.record({ text: fc.oneof(fc.string(), broken), distance: broken }), broken),
    });
    const position = fc.record({
      type: fc.constant('TextPositionSelector'),
      start: fc.oneof(fc.integer(), broken),
      end: broken,
    });
    const structural = fc.record({
      type: fc.constant('DutymarkStructuralSelector'),
      path: fc.oneof(fc.array(broken), broken),
      offset: broken,
    });
    const index = indexOf(policy);
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.oneof(quote, position, structural, broken)), broken), (selectors) => {
        const { span, score, method } = resolve(index, selectors as Selector[]);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(span === null).toBe(method === 'orphan');
        if (span) expect(0 <= span.start && span.start <= span.end && span.end <= policy.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
