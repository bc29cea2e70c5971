import { describe, expect, it } from 'vitest';
import { clauseForms, readPart } from '../../../lib/policy/clause-forms';
import type { Piece } from '../../../lib/policy/drafts';
import { type Form, View } from '../../../lib/policy/forms/form';
import { forms } from '../../../lib/policy/forms/index';
import { type Grammar, genre, grammarOf } from '../../../lib/policy/grammar';
import type { Paragraph } from '../../../lib/policy/paragraphs';
import { parse } from '../../../lib/policy/parse';
import { readParagraph } from '../../../lib/policy/readings';
import { markerOf } from '../../../lib/text/numbering';
import { fromPlain } from '../../../lib/text/plain';
import { Strand } from '../../../lib/text/strand';

const paragraph = (text: string): Paragraph => {
  const strand = Strand.of(text, 0, text.length);
  const marker = markerOf(strand.text);
  const plain = {
    heading: false,
    align: null,
    strong: false,
    furniture: false,
    cell: null,
    block: 0,
    apart: false,
    listed: false,
  };
  return { strand, marker, ...plain };
};

const said = (pieces: readonly Piece[]): string =>
  pieces.flatMap((p) => p.drafts.map((d) => `${d.role[0]}:${d.name}`)).join(' ');

/** What the forms up to one read of a paragraph for sure. */
function read(form: Form, text: string, grammar: Grammar = genre): string {
  const view = new View(paragraph(text), grammar);
  const before = forms.slice(0, forms.indexOf(form)).flatMap((f) => f.read(view, []));
  const found = form
    .read(
      view,
      before.filter((c) => c.line),
    )
    .filter((c) => c.counts === 'always');
  return said(found.map((c) => c.piece));
}

describe.each(forms.map((form) => [form.name, form] as const))('the form “%s”', (_, form) => {
  it.each(form.examples)('reads %s', (text, wanted) => {
    expect(said(readParagraph(paragraph(text)).pieces)).toBe(wanted);
  });

  it.each(form.counterExamples.map((text) => [text]))('leaves %s alone', (text) => {
    expect(read(form, text)).toBe('');
  });
});

it.each([['备案：县统计局'], ['备案 县统计局'], ['〈备案＝县统计局〉']])(
  '%s divides nothing and is told as unread',
  (line) => {
    const others = ['县司法局', '县财政局'].map((unit, k) => `${k + 1}.逐项落实到位。\n责任单位：${unit}`);
    const { measures, unread } = parse(
      fromPlain(
        ['临澜县便民工作方案', ...others, '3.按月通报进展。', line, '4.抓好宣传。\n责任单位：县水利局'].join('\n'),
      ),
    );
    expect(measures.flatMap((m) => m.assignments.map(({ unit }) => unit))).not.toContain('县统计局');
    expect(unread).toEqual([
      expect.objectContaining({ reason: 'unclear-role', text: expect.stringContaining('县统计局') }),
    ]);
  },
);

describe.each(clauseForms.map((form) => [form.name, form] as const))('the clause form “%s”', (_, form) => {
  it.each(form.examples)('reads %s', (part, role, unit) => {
    const found = readPart(part, genre);
    expect(found && [found.role, part.slice(0, found.at)]).toEqual([role, unit]);
  });

  it.each(form.counterExamples.map((part) => [part]))('leaves %s alone', (part) => {
    expect(form.read(part, genre)).toBeNull();
  });
});

/** Words that no list holds, with the role that a reader understands. */
const words = {
  抓总: 'l',
  领办: 'l',
  挂帅: 'l',
  打头阵: 'l',
  跟进: 'p',
  助力: 'p',
  策应: 'p',
  搭把手: 'p',
  拢一拢: 'r',
  压实: 'r',
  兜底: 'r',
};

describe('a word that no list holds is learned from what the document does with it', () => {
  const policy = (close: (k: number) => string): string =>
    ['临澜县便民工作方案（2031年）', '一、主要任务']
      .concat(
        ['推行帮办', '公开指南', '建立台账', '抓好宣传'].map((t, k) => `${k + 1}.${t}。逐项落实到位。${close(k)}`),
      )
      .join('\n');
  const units = ['县司法局', '县财政局', '县水利局', '县教育局'];
  const readAll = (text: string): string[] =>
    parse(fromPlain(text), { now: new Date('2031-06-01') }).measures.map((m) =>
      m.assignments.map((a) => `${a.role[0]}:${a.unit}`).join(' '),
    );

  it.each(Object.entries(words))('behind units: %s', (word, role) => {
    expect(readAll(policy((k) => `（${units[k]}${word}）`))).toEqual(units.map((unit) => `${role}:${unit}`));
  });

  it.each([
    ['承接单位', 'r'],
    ['领题科室', 'l'],
    ['支撑部门', 'p'],
  ])('as a label: %s', (label, role) => {
    expect(readAll(policy((k) => `（${label}：${units[k]}）`))).toEqual(units.map((unit) => `${role}:${unit}`));
  });

  it.each(['〖…〗', '「…」', '——…', '★…'])('in signs that no list holds: %s', (frame) => {
    const all = readAll(policy((k) => frame.replace('…', `牵头单位：${units[k]}`)));
    expect(all).toEqual(units.map((unit) => `l:${unit}`));
  });

  it('learns nothing from sentences that only end like an organ', () => {
    const text = policy(() => '选择条件较好的乡镇先行试点，总结经验后在全县推开。');
    const paragraphs = text.split('\n').map(paragraph);
    expect(grammarOf(paragraphs).next()).toEqual({ done: true, value: genre });
  });
});
