import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../lib/anchor/describe';
import { buildIndex } from '../../../lib/anchor/index';
import { resolve } from '../../../lib/anchor/resolve';
import type { Measure } from '../../../lib/policy/types';
import { plainText } from '../../bench/anchor/samples';
import { policyOf } from './policies';

/** Every measure ends in the same table of checks, longer than any context, so that only the structure tells them apart. */
const CHECKS =
  '检查项目：现场核查台账是否完整。检查项目：现场核查公示是否及时。检查项目：现场核查投诉是否办结。检查项目：现场核查整改是否到位。检查项目：现场核查经费是否专用。检查项目：现场核查人员是否在岗。';
const TITLES = ['规范村级印章管理', '公开惠农补贴名单', '清理闲置农房', '修缮灌溉渠系'];

/** A text of the same measures in one section, and its policy; `before` is put in front and moves all offsets. */
function revision(titles: readonly string[], before = '') {
  let text = `${before}一、重点任务\n`;
  const spans = titles.map((title, i) => {
    const start = text.length;
    text += `${i + 1}．${title}。${CHECKS}\n`;
    return { start, end: text.length - 1 };
  });
  const bare = policyOf(titles.map((title) => ({ path: ['一、重点任务'], title, text: CHECKS })));
  const measures = bare.measures.map((measure, i): Measure => ({ ...measure, span: spans[i]! }));
  return { text, spans, index: buildIndex(plainText(text), { ...bare, docNumber: '清政办〔2026〕3号', measures }) };
}

const QUOTE = '现场核查投诉是否办结';
const placeIn = (text: string, from: number) => {
  const start = text.indexOf(QUOTE, from);
  return { start, end: start + QUOTE.length };
};

group('the structural selector', () => {
  it('says where in the document a passage stands', () => {
    const { text, spans, index } = revision(TITLES);
    expect(describe(index, placeIn(text, spans[2]!.start))).toContainEqual({
      type: 'DutymarkStructuralSelector',
      docNumber: '清政办〔2026〕3号',
      path: ['一、重点任务'],
      number: '3',
      part: null,
      offset: '3．清理闲置农房。'.length + CHECKS.indexOf(QUOTE),
    });
  });

  it('decides among passages that are alike in all their surroundings', () => {
    const old = revision(TITLES);
    const now = revision(TITLES, '各镇（街道）：现将任务清单印发给你们。\n');
    for (const which of [0, 1, 2, 3]) {
      const selectors = describe(old.index, placeIn(old.text, old.spans[which]!.start));
      expect(resolve(now.index, selectors)).toMatchObject({
        method: 'structural',
        span: placeIn(now.text, now.spans[which]!.start),
      });
    }
  });

  it('is looked at only where there are places to choose from', () => {
    const { text, index } = revision(TITLES);
    const start = text.indexOf(TITLES[1]!);
    const selectors = describe(index, { start, end: start + TITLES[1]!.length });
    const now = buildIndex(plainText(`前言。\n${text.replace(TITLES[1]!, '')}`));
    let asked = 0;
    const watched = {
      ...now,
      get policy() {
        asked++;
        return index.policy;
      },
    };
    expect(resolve(watched, selectors)).toMatchObject({ method: 'orphan' });
    expect(asked).toBe(0);
  });

  it('decides nothing when the measure is gone', () => {
    const old = revision(TITLES);
    const now = revision(TITLES.slice(0, 3), '各镇（街道）：现将任务清单印发给你们。\n');
    const selectors = describe(old.index, placeIn(old.text, old.spans[3]!.start));
    expect(resolve(now.index, selectors).method).toBe('review');
  });

  it('is not taken without the quote: structure alone proves nothing', () => {
    const old = revision(TITLES);
    const selectors = describe(old.index, placeIn(old.text, old.spans[1]!.start));
    const other = revision(['甲', '乙', '丙', '丁']);
    const emptied = buildIndex(
      plainText(other.text.replaceAll(CHECKS, '本项内容另行通知。')),
      other.index.policy ?? undefined,
    );
    expect(resolve(emptied, selectors)).toMatchObject({ method: 'orphan', span: null });
  });
});
