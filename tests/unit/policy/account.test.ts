import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../lib/policy/account';
import { parse } from '../../../lib/policy/parse';
import type { Measure, PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';

const read = (text: string): PolicyDocument => parse(fromPlain(text));

const units = ['县教育局', '县水利局', '县司法局', '县财政局', '县民政局'];
const item = (k: number, close: string): string =>
  `${k + 1}.${['推行帮办', '公开指南', '建立台账', '抓好宣传', '严格考评', '开展培训'][k % 6]}。逐项落实到位，按月通报进展。\n${close}`;
const plan = (closes: readonly string[]): string[] => [
  '临澜县便民工作方案（2031年）',
  '一、主要任务',
  ...closes.map((close, k) => item(k, close)),
];

/** Ways in which one item, unlike the others, says who has to do it. */
const odd: readonly ((word: string, unit: string) => string)[] = [
  (word, unit) => `${word}：${unit}`,
  (word, unit) => `（${word}：${unit}）`,
  (word, unit) => `${word}单位：${unit}`,
  (word, unit) => `【${word}单位】${unit}`,
  (word, unit) => `${word}单位→${unit}`,
  (word, unit) => `（${unit}${word}）`,
  (_word, unit) => `（${unit}）`,
  (word, unit) => `${unit}（${word}）`,
  (_word, unit) => `——${unit}`,
  (word, unit) => `由${unit}${word}。`,
  (_word, unit) => `★${unit}`,
  (word, unit) => `${word} ${unit}`,
  (word, unit) => `〈${word}＝${unit}〉`,
  (_word, unit) => `${unit}、各乡镇`,
  (word, unit) => `${unit}${word}。`,
  (word, unit) => `责任单位：县财政局；${word}：${unit}`,
];
const word = fc.constantFrom('抓总', '跟进', '兜底', '助力', '承接', '帮包', '领衔', '压实', '共管', '答题');

describe('the account of a reading', () => {
  it('balances: a unit where work is divided is in a measure or told as unread, however its item says so', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...odd), fc.nat({ max: 5 }), (role, close, at) => {
        const closes = Array.from({ length: 6 }, (_, k) =>
          k === at ? close(role, '县统计局') : `责任单位：${units[k % units.length]}`,
        );
        const policy = read(plan(closes).join('\n'));
        const placed = policy.measures.some((m) => m.assignments.some(({ unit }) => unit === '县统计局'));
        const told = policy.unread.some(({ text }) => text.includes('县统计局'));
        expect(placed || told, closes[at]!).toBe(true);
        const { found, placed: taken, open } = accountOf(policy);
        expect(found).toBe(taken + open);
        expect(taken).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});

/** Paragraphs that are out of line with the list around them. */
const irregular = [
  '★65.加快推进临时增补的工作。',
  '65-1.做好补充事项的衔接。',
  '以上各项工作由牵头单位负责汇总进展情况。',
  '牵头单位：县服务中心',
  '做好来访接待工作。\n牵头单位：县服务中心\n配合单位：县事务中心',
  '（责任单位：县服务中心）',
  '※特别提示：逾期未完成的须书面说明原因。',
  '——试点先行，分步推开。',
];

const ways: Record<string, (unit: string) => string> = {
  'own lines': (unit) => `牵头单位：${unit}\n配合单位：县财政局`,
  brackets: (unit) => `（${unit}牵头，县财政局配合）`,
  'labels in brackets': (unit) => `【责任单位：${unit}】`,
  'bare brackets': (unit) => `（${unit}）`,
};

describe.each(Object.entries(ways))('a paragraph out of line in a plan with %s', (_, way) => {
  const lines = plan(Array.from({ length: 12 }, (_each, k) => way(units[k % units.length]!)));
  const before = read(lines.join('\n')).measures;
  const head = ({ number, text }: Measure): string => `${number} ${text.slice(0, 12)}`;

  it.each(irregular.map((paragraph) => [paragraph]))('%s costs no other measure', (paragraph) => {
    expect(before).toHaveLength(12);
    for (let at = 3; at < lines.length; at++) {
      const after = read([...lines.slice(0, at), paragraph, ...lines.slice(at)].join('\n')).measures;
      for (const [k, measure] of before.entries()) {
        if (k === at - 3) continue;
        const same = after.find((each) => head(each) === head(measure));
        const links = measure.assignments.map(({ role, unit }) => `${role} ${unit}`);
        expect(same?.assignments.map(({ role, unit }) => `${role} ${unit}`)).toEqual(expect.arrayContaining(links));
      }
    }
  });
});

describe('a policy that divides no work and asks units in its sentences', () => {
  const policy = read(
    [
      '临澜省人民政府关于推进集市秩序建设的意见',
      '临政发〔2031〕7号',
      '各市、县人民政府，省政府各部门：',
      '为规范集市秩序，现提出以下意见。',
      '一、重点任务',
      '（一）建设管理平台。',
      '集市平台分级建设，逐步互通。',
      '（二）实行摊位清单管理。',
      '各有关部门要依照规定建立本部门摊位清单。',
      '省市场监管局要会同有关部门制定清单样式。各县级人民政府要统筹建立本县清单。',
      '（三）公开检查结果。',
      '结果及时向社会公开。',
    ].join('\n'),
  );

  it('is no division of work, and whom it asks is named in a measure or told as unread', () => {
    expect(policy.class).toBe('policy');
    const told = [
      ...policy.unread,
      ...policy.measures.flatMap((m) => m.assignments.map(({ unit }) => ({ text: unit }))),
    ]
      .map(({ text }) => text)
      .join('\n');
    expect(told).toContain('省市场监管局');
    expect(told).toContain('各县级人民政府');
  });

  it('keeps the paragraphs below a number, though they speak to all departments', () => {
    expect(policy.measures.find(({ number }) => number === '二')?.text).toContain('各县级人民政府要统筹建立本县清单');
  });
});

it('tells a sentence whose second unit no reading holds, though its first is told already', () => {
  const { unread } = read(
    '临澜县考核办法\n临政发〔2031〕9号\n第一条 为做好考核，制定本办法。\n第二条 县统计局提供数据，县审计局核实。\n第三条 各乡镇应当按年自评。',
  );
  expect(unread.map(({ text }) => text).join('\n')).toContain('县审计局');
});
