import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glance } from '../../../lib/policy/glance';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';
import type { Span } from '../../../lib/text/types';
import { generatePolicy } from '../../fixtures/generate';

const folder = resolve(import.meta.dirname, '../../fixtures/policies');
const shapes = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(join(folder, f), 'utf8'));

/** Bits that the readers look for, to be thrown together. */
const bits = fc.constantFrom(
  '牵头单位：',
  '责任单位:',
  '（责任单位：',
  '配合',
  '牵头',
  '负责',
  '县财政局',
  '各乡镇（街道）',
  '市、区机管局',
  '等部门',
  '等',
  '按职责分工负责',
  '，',
  '、',
  '；',
  '。',
  '：',
  '（',
  '）',
  '(',
  ')',
  '〔',
  '〕',
  '《',
  '》',
  '一、',
  '（一）',
  '1.',
  '1．2031年',
  '①',
  '第一条',
  '\n',
  '\n\n',
  '---\n',
  '# ',
  '**',
  '2031年6月底前',
  '每季度',
  '任期内',
  '列第一位者为牵头单位，下同',
  '以下均需各市落实，不再列出',
  '以上均需各市落实，不再列出',
  '同上',
  '同第1项',
  '会议要求，',
  '请',
  '☆为牵头单位，△为配合单位',
  '☆县财政局△县水利局',
  '成员单位：县公安局',
  '任务名称：修路',
  '（县财政局、',
  '|',
  '|---|',
  '由',
  '会同',
  '及',
  '和',
  '　',
  ' ',
  '关于印发',
  '的通知',
  '附件',
  '〈',
  '〉',
  '“',
  '”',
  '\u0000',
  '\ud800',
  'A',
  '🙂',
);
const jumble = fc.array(bits, { maxLength: 120 }).map((parts) => parts.join(''));

/** A real shape with something cut out, doubled or put in. */
const mutated = fc
  .tuple(fc.constantFrom(...shapes), fc.array(fc.tuple(fc.nat(), fc.nat(40), jumble), { maxLength: 6 }))
  .map(([text, edits]) =>
    edits.reduce((t, [at, cut, put]) => {
      const from = at % (t.length + 1);
      return t.slice(0, from) + put + t.slice(from + cut);
    }, text),
  );

const squeezed = (text: string): string => text.replace(/[\s\u200b\ufeff\u00ad]|\*\*/gu, '');

function check(text: string, policy: PolicyDocument): void {
  const inside = (span: Span): void => {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  };
  const printed = (span: Span): string => squeezed(text.slice(span.start, span.end));
  const ids = new Set(policy.measures.map((m) => m.id));
  expect(ids.size).toBe(policy.measures.length);
  policy.measures.forEach((m, k) => {
    expect(m.index).toBe(k);
    expect(m.text.length).toBeGreaterThan(0);
    for (const span of [m.span, m.textSpan, m.numberSpan, m.titleSpan]) if (span) inside(span);
    expect(m.certainty).toBeGreaterThan(0);
    expect(m.certainty).toBeLessThanOrEqual(1);
    const seen = new Set<string>();
    for (const a of m.assignments) {
      inside(a.span);
      // Page rules may be printed inside a name that runs over a page; nothing else may.
      if (!/-{3}|—\s*\d/.test(text.slice(a.span.start, a.span.end))) expect(printed(a.span)).toBe(squeezed(a.unit));
      expect(seen.has(`${a.role}|${a.unit}`)).toBe(false);
      seen.add(`${a.role}|${a.unit}`);
      expect(a.unit).not.toMatch(/[：:]/);
      expect(a.unit.match(/[（(〔［[【〖]/g)?.length).toBe(a.unit.match(/[）)〕］\]】〗]/g)?.length);
      expect(a.certainty).toBeGreaterThan(0);
      expect(a.certainty).toBeLessThanOrEqual(1);
    }
    const own = m.assignments.filter((a) => a.form !== 'note').sort((a, b) => a.span.start - b.span.start);
    for (let i = 1; i < own.length; i++) expect(own[i]!.span.start).toBeGreaterThanOrEqual(own[i - 1]!.span.end);
    for (const d of m.deadlines) {
      inside(d.span);
      if (d.date) expect(Number.isNaN(Date.parse(d.date))).toBe(false);
    }
    for (const r of m.recurrences) inside(r.span);
  });
  for (const s of policy.sections) inside(s.span);
  for (const u of policy.unread) inside(u.span);
  for (const r of policy.rules) inside(r.span);
}

describe('the reading engine on any text', () => {
  it('never throws and keeps every span honest: jumbled bits', () => {
    fc.assert(
      fc.property(jumble, (text) => check(text, parse(fromPlain(text)))),
      { numRuns: 400 },
    );
  });

  it('names one unit at one place where a label stands before a bracket', () => {
    const text = [
      '临澜县停车秩序整治工作方案',
      '一牵头单位：　牵头单位：（一）摸清底数。对公共车位、小区车位逐一登记造册（县城市管理局、县住建局）',
      '（二）挖潜增位。利用边角空地增设临时泊位（县自然资源局、县城市管理局）',
      '（三）规范收费。公开收费标准（县发改委、县市场监管局）',
      '（四）严格执法。对占用消防通道的车辆处罚（县公安局）',
      '（五）智慧管理。建设停车信息平台（县数据局、县公安局）',
    ].join('\n');
    const policy = parse(fromPlain(text));
    check(text, policy);
    expect(policy.measures[0]?.assignments.map((each) => each.unit)).toContain('县住建局');
  });

  it('never throws and keeps every span honest: mutated shapes', () => {
    fc.assert(
      fc.property(mutated, (text) => check(text, parse(fromPlain(text)))),
      { numRuns: 200 },
    );
  });

  it('never throws on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => check(text, parse(fromPlain(text)))),
      { numRuns: 200 },
    );
  });

  it('a glance answers on anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), jumble, (url, title, sample) => {
        expect(['likely', 'unlikely']).toContain(glance({ url, title, fields: {}, sample }));
      }),
    );
  });
});

describe('a glance takes time linear in what it looks at', () => {
  const cost = (sample: string): number => {
    const start = process.cpuUsage();
    glance({ url: '', title: sample, fields: {}, sample });
    return process.cpuUsage(start).user / 1000;
  };
  // The sample is cut at 40,000 characters: what is quadratic takes seconds there, what is linear a few milliseconds.
  const unit = fc.constantFrom(
    '\n',
    ' ',
    '\u3000',
    '\r',
    '\t',
    '（',
    '〔',
    '令',
    '各县',
    '一',
    '牵头单位',
    '请认真',
    '特',
  );

  it('one shape over and over', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 3 }), (units) => {
        const shape = units.join('');
        expect(cost(shape.repeat(Math.ceil(40_000 / shape.length)))).toBeLessThan(150);
      }),
      { numRuns: 150, examples: [[['\n']], [['\n', ' ']], [['\u3000']], [['\t']]] },
    );
  });
});

describe('time is linear', () => {
  /** The best of some runs: what the work costs when nothing else interferes. Ends early at a cost that is low enough. */
  const cost = (text: string, runs = 3, enough = 0): number => {
    const linear = fromPlain(text);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < runs && best >= enough; i++) {
      const start = process.cpuUsage();
      parse(linear);
      const { user } = process.cpuUsage(start);
      best = Math.min(best, user / 1000);
    }
    return best;
  };

  const hostile: Record<string, (n: number) => string> = {
    'a policy of many measures': (n) => generatePolicy(n / 40).text,
    'opening brackets': (n) => '（'.repeat(n),
    'closing brackets': (n) => '）'.repeat(n),
    'brackets around brackets, all closed': (n) =>
      `1.巡查。${'（'.repeat(n / 2)}责任单位：县财政局${'）'.repeat(n / 2)}`,
    'cards of one label without units': (n) => '备注：已报送\n'.repeat(n / 7),
    'nested brackets with labels': (n) => '（责任单位：县财政局'.repeat(n / 10),
    'one endless list of units': (n) => `责任单位：${'县财政局、'.repeat(n / 5)}`,
    'one endless list of places': (n) => `1.做好工作。（责任单位：${'东、'.repeat(n / 2)}）`,
    colons: (n) => '责任：'.repeat(n / 3),
    'numbers without line breaks': (n) => '一、做好工作。（一）甲。1.乙。'.repeat(n / 15),
    'one digit': (n) => '1'.repeat(n),
    months: (n) => '2031年6月'.repeat(n / 7),
    '由 without an end': (n) => `1.${'由县财政局'.repeat(n / 5)}牵头`,
    'clauses of duty': (n) => `1.${'县财政局负责，'.repeat(n / 7)}`,
    'title marks': (n) => '《'.repeat(n / 2) + '》'.repeat(n / 2),
    'lines that break off': (n) => '做好各项准备工作确保\n'.repeat(n / 11),
    'labels and white space': (n) => '责任： '.repeat(n / 4),
    'titles and dates': (n) => `1.${'《甲》2031年底前完成'.repeat(n / 12)}`,
    'white space': (n) => `县财政局${' '.repeat(n)}县民政局`,
    'sentences of roles': (n) => `1.${'县财政局牵头，县水利局配合做好。'.repeat(n / 16)}`,
    'sentences that begin with units': (n) => `1.${'县财政局统筹资金。'.repeat(n / 9)}`,
    'sentences without 由': (n) => `1.做好。${'县财政局牵头县水利局。'.repeat(n / 11)}尾`,
    'items that refer to the first': (n) =>
      `县工作任务分解\n1.修路。（责任单位：县财政局）\n${Array.from({ length: n / 14 }, (_, k) => `${k + 2}.修桥。（同第1项）`).join('\n')}`,
    'items that refer to the one above': (n) =>
      `县工作任务分解\n1.修路。（责任单位：县财政局）\n${Array.from({ length: n / 18 }, (_, k) => `${k + 2}.修桥。（同上，县水利局配合）`).join('\n')}`,
    'a bracket with a label that never closes': (n) =>
      `1.修路。（责任单位：县财政局，\n${'县水利局，\n'.repeat(n / 6)}`,
    'signs that are explained': (n) => `☆为牵头单位，△为配合单位\n1.${'修路☆县财政局△县水利局'.repeat(n / 12)}`,
    'parts that begin with units': (n) => `${'县财政局统筹资金；'.repeat(n / 9)}`,
    'cards of labels': (n) => '任务名称：修路\n任务内容：硬化路面\n牵头单位：县财政局\n'.repeat(n / 28),
    'a word without an end before a label': (n) => `1.修路（${'完善设施'.repeat(n / 4)}1\n牵头单位：县财政局`,
    'a label without an end before a name': (n) => `牵头单位：${'完善设施'.repeat(n / 4)}1\n县财政局`,
    'quotation marks': (n) => '“牵头单位”'.repeat(n / 6),
    'signs that are alike': (n) => `1.修路${'*县财政局'.repeat(n / 5)}*`,
    // A series numbers up to ninety-nine: it begins anew, so that all of the text is of one kind.
    'series of any word': (n) => Array.from({ length: n / 8 }, (_, k) => `活动${(k % 99) + 1}：修路`).join('\n'),
    'points that one sign marks': (n) => '★修路，由县财政局负责\n'.repeat(n / 12),
    'a table of commas': (n) => `序号,任务,牵头单位\n${'1,修路,县财政局\n'.repeat(n / 10)}`,
    'heads of a table of commas': (n) => '序号,任务,牵头单位\n"甲\n'.repeat(n / 15),
    'a head, and a line of many gaps': (n) => `序号 任务 牵头单位\n1 ${'修路 '.repeat(n / 3)}`,
    'a head again and again, each of lines': (n) => '序号\n任务\n牵头单位\n1\n修路\n'.repeat(n / 16),
    'a head again and again, each of gaps': (n) => '序号 任务 牵头单位\n1 修路\n'.repeat(n / 18),
    'sentences that ask': (n) =>
      `县工作方案\n${'县财政局要统筹资金；县水利局要修渠；县民政局要走访。\n'.repeat(n / 28)}`,
    'a row that never ends': (n) => `序号\t任务\t牵头单位\t时限\n1\t修路\t县财政局\n${'县水利局\n'.repeat(n / 5)}`,
    'rows without units': (n) => `序号\t任务\t牵头单位\n1\t修路\t县财政局\n${'2\t修桥\t\n'.repeat(n / 6)}`,
    'lines between rows': (n) => `序号\t任务\t牵头单位\n${'一、民生\n1\t修路\t县财政局\n'.repeat(n / 15)}`,
    'headings of a table one cell a line': (n) => '任务内容\n完成时限\n责任单位\n'.repeat(n / 15),
    'labels before brackets that never close': (n) => `1.修路。${'责任单位（'.repeat(n / 5)}`,
    'labels before brackets with units that never close': (n) => `1.修路。${'牵头单位（县财政局、'.repeat(n / 10)}`,
    'one word a line': (n) => '县财政局\n'.repeat(n / 5),
  };

  for (const [name, make] of Object.entries(hostile)) {
    it(name, { timeout: 30_000 }, () => {
      cost(make(2_000));
      const small = cost(make(15_000));
      // Four times the text: a quadratic reader would take sixteen times as long. Small times are mostly noise.
      const bound = Math.max(120, small * 9);
      // Other work on the machine makes runs longer, never shorter: what is within bounds is so in one of some looks.
      expect(cost(make(60_000), 12, bound)).toBeLessThan(bound);
    });
  }
});
