import { describe, expect, it } from 'vitest';
import { likelyMapping, mappingAt, suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import type { Grid } from '../../../../lib/export/ledger/back/grid';

const grid = (...rows: string[][]): Grid => ({
  name: '台账',
  merged: [],
  rows: rows.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
});

describe('the head of what is to be done', () => {
  it.each([
    '议定事项',
    '督办事项',
    '交办事项',
    '会议议定事项',
    '落实事项',
    '办理事项',
    '批示内容',
    '问题',
    '整改问题',
    '主要工作',
    '重点工作',
    '改革举措',
  ])('%s', (head) => {
    const table = grid(
      ['附件2'],
      ['某县工作台账'],
      ['序号', head, '责任单位', '完成时限'],
      ['1', '甲', '乙局', '6月底'],
    );
    expect(suggestMapping(table)).toEqual({ head: 2, columns: ['number', 'title', 'responsible', 'deadline'] });
  });

  it('is the problem where measures stand beside it, and none where a task does', () => {
    const columns = (...heads: string[]) => suggestMapping(grid(heads, heads))?.columns;
    expect(columns('序号', '整改问题', '整改措施', '责任单位')).toEqual(['number', 'title', 'text', 'responsible']);
    expect(columns('序号', '工作任务', '存在问题', '责任单位')).toEqual(['number', 'title', 'problem', 'responsible']);
    expect(columns('序号', '重点内容', '问题', '下步工作')).toEqual(['number', 'title', 'problem', 'next']);
    expect(columns('序号', '工作任务', '需协调事项', '备注事项')).toEqual(['number', 'title', null, 'note']);
  });
});

describe('a table in which no head of tasks is known', () => {
  const table = grid(['附件2'], ['台账'], ['序号', '办什么', '责任单位', '完成时限'], ['1', '甲', '乙局', '6月底']);

  it('has its head where most heads are known', () => {
    expect(suggestMapping(table)).toBeNull();
    expect(likelyMapping(table)).toEqual({ head: 2, columns: ['number', null, 'responsible', 'deadline'] });
    expect(likelyMapping(grid(['姓名', '电话'], ['甲', '1']))).toBeNull();
  });

  it('is guessed anew by the row that a person sets', () => {
    const two = grid(['序号', '工作任务', '责任单位'], ['一', '合计', '三项'], ['号', '事项', '牵头单位', '完成时限']);
    expect(mappingAt(two, 2)).toEqual({ head: 2, columns: ['number', 'title', 'lead', 'deadline'] });
  });
});
