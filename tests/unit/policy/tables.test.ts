import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { readBody } from '../text/dom';

const HEAD = '<h1>临澜县窗口服务工作任务分工表</h1>';

/** A document that is one table, its cells given row by row. */
function table(...rows: string[][]) {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('');
  const text = readBody(`${HEAD}<table>${body}</table>`);
  return { text: text.text, policy: parse(text) };
}

const head = ['序号', '工作任务', '责任单位'];

describe('a role cell', () => {
  it('gives the unit and, in brackets behind it, by when', () => {
    const { text, policy } = table(head, ['1', '修订窗口服务规范。', '县司法局（2031年6月底前完成）、县财政局']);
    const [measure] = policy.measures;
    expect(measure?.assignments.map(({ unit, span }) => [unit, text.slice(span.start, span.end)])).toEqual([
      ['县司法局', '县司法局'],
      ['县财政局', '县财政局'],
    ]);
    expect(measure?.deadlines.map(({ text, date }) => [text, date])).toEqual([['2031年6月底前完成', '2031-06-30']]);
    const [span] = measure?.deadlines.map((d) => d.span) ?? [];
    expect(text.slice(span?.start, span?.end)).toBe('2031年6月底前完成');
  });

  it('that names no unit is told, with the measure it stands in', () => {
    const { policy } = table(
      head,
      ['1', '修订窗口服务规范。', '县司法局'],
      ['2', '公开办事流程和办理时限。', '其他略'],
    );
    expect(policy.measures).toHaveLength(2);
    expect(policy.unread.map(({ text, measure }) => [text, measure])).toEqual([['其他略', policy.measures[1]?.id]]);
  });

  it('without a task beside it is told and does not vanish', () => {
    const rows = [head, ['1', '修订窗口服务规范。', '县司法局'], ['2', '', '县民政局、县财政局'], ['', '', '县水利局']];
    const { policy } = table(...rows);
    expect(policy.measures).toHaveLength(1);
    expect(policy.unread.map(({ text, reason }) => [text, reason])).toEqual([
      ['县民政局、县财政局', 'no-measure'],
      ['县水利局', 'no-measure'],
    ]);
  });
});

describe('a table with its labels in the first column', () => {
  it('says how often', () => {
    const { policy } = table(['工作任务', '每季度开展一次窗口服务检查。'], ['责任单位', '县司法局']);
    expect(policy.measures[0]?.recurrences.map(({ period, times }) => [period, times])).toEqual([['quarter', 1]]);
  });
});
