import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glance } from '../../../lib/policy/glance';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';
import type { Span } from '../../../lib/text/types';

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
