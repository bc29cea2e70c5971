import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';

const read = (title: string, due: string[], today = '2026-12-01', file = '台账') => {
  const lines = [[title], ['序号', '工作任务', '完成时限'], ...due.map((each, at) => [`${at + 1}`, `任务${at}`, each])];
  const table: Grid = {
    name: '',
    merged: [],
    rows: lines.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
  };
  const { rows } = foreignRows(table, suggestMapping(table)!, today, [], { file });
  return rows.map(({ dueDate, yearGuessed }) => [dueDate, yearGuessed]);
};

describe('a table that says until which day it is filled in', () => {
  it.each([
    '截至2026年11月30日',
    '截止2026年11月30日',
    '截至2026年11月底',
    '截至2026年11月',
    '截至2026.11.30',
    '截至2026年第三季度末',
    '截至2026年底',
    '数据截至2026年11月30日17时',
    '统计截止时间：2026年11月30日',
    '2026年11月30日止',
  ])('has the year of days without one only as a guess: %s', (until) => {
    expect(read(`某县重点工作推进台账（${until}）`, ['1月15日'])).toEqual([['2026-01-15', true]]);
    expect(read('某县重点工作推进台账', ['1月15日'], '2026-12-01', `台账（${until.replace('：', '')}）`)).toEqual([
      ['2026-01-15', true],
    ]);
  });

  it('the same in a new year', () => {
    expect(read('某县重点工作推进台账（截至2027年1月15日）', ['12月31日'], '2027-01-18')).toEqual([
      ['2027-12-31', true],
    ]);
  });

  it('is of the year that it names beside', () => {
    expect(read('某县2026年重点工作推进台账（截至2027年1月15日）', ['12月31日'], '2027-01-18')).toEqual([
      ['2026-12-31', false],
    ]);
    expect(read('某县重点工作台账（2026年）', ['12月31日'])).toEqual([['2026-12-31', false]]);
  });
});
