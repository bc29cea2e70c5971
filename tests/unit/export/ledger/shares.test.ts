import { describe, expect, it } from 'vitest';
import { adoptedTasks, planForeign } from '../../../../lib/export/ledger/back/adopt';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { readField } from '../../../../lib/export/ledger/back/read-field';

const grid = (...rows: string[][]): Grid => ({
  name: '台账',
  merged: [],
  rows: rows.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
});
const read = (heads: string[], ...rows: string[][]) => {
  const table = grid(heads, ...rows);
  return foreignRows(table, suggestMapping(table)!, '2026-12-02');
};
const shares = (...cells: string[]) =>
  read(['序号', '工作任务', '完成比例'], ...cells.map((cell, at) => [`${at + 1}`, `任务${at}`, cell]));

describe('a share of a hundred', () => {
  it('is done only where 100 stands there: nothing is rounded up to it', () => {
    const { rows } = shares('99.5%', '99.9', '100%', '12.5%');
    expect(rows.map(({ percent, status }) => [percent, status])).toEqual([
      [99, null],
      [99, null],
      [100, 'done'],
      [13, null],
    ]);
    expect(shares('0.996', '0.5').rows.map(({ percent }) => percent)).toEqual([99, 50]);
    expect(readField('percent', { text: '99.5', kind: 'text' })).toEqual({ value: 99 });
    expect(readField('percent', { text: '0.996', kind: 'number' })).toEqual({ value: 99 });
  });

  it('of a thing that was put off is not done', () => {
    const { rows } = read(
      ['序号', '工作任务', '完成比例', '落实情况'],
      ['1', '甲', '99.6%', '暂缓'],
      ['2', '乙', '100%', '暂缓'],
    );
    expect(rows.map(({ status }) => status)).toEqual([null, null]);
  });

  it('is read in one scale with its column, and said where it may be of the other one', () => {
    const { rows, problems } = shares('100', '0.5', '60', '0');
    expect(rows.map(({ percent }) => percent)).toEqual([100, null, 60, 0]);
    expect(problems.map(({ key, text }) => [key, text])).toEqual([['percent', '0.5']]);
    expect(rows[1]!.latest).toBe('完成比例：0.5');
    expect(shares('100', '1', '60').rows.map(({ percent }) => percent)).toEqual([100, 1, 60]);
    expect(shares('60', '1', '0.6').rows.map(({ percent }) => percent)).toEqual([60, null, null]);
  });
});

describe('a progress that is said in words among shares', () => {
  const among = (cell: string, latest = '') => {
    const { rows, problems } = read(
      ['序号', '工作任务', '目前进度', '工作进展'],
      ['1', '任务甲', cell, latest],
      ...['20%', '40%', '60%'].map((share, at) => [`${at + 2}`, `其他${at}`, share, '已开两次会，印发了方案']),
    );
    return { row: rows[0]!, unread: problems.map(({ text }) => text) };
  };

  it.each<[string, number | null]>([
    ['已完成可研批复，占总工作量的30%', 30],
    ['约三成', 30],
    ['60%-70%', null],
    ['过半', null],
    ['较上年增长12%', null],
    ['资金已到位100%', null],
    ['预计年底达到80%', null],
  ])('%s is kept as told, with the one plain figure that stands there', (cell, percent) => {
    const { row, unread } = among(cell);
    expect([row.latest, row.percent]).toEqual([cell, percent]);
    expect(unread).toEqual(percent === null ? [cell] : []);
    const [task] = adoptedTasks([row], { name: '台账', now: new Date('2026-12-02T04:00:00Z'), newId: () => 'a' });
    expect(task!.progress).toMatchObject([{ text: cell, percent }]);
  });

  it('stands below what another column tells', () => {
    expect(among('过半', '已印发方案').row.latest).toBe('已印发方案\n过半');
  });

  it('is told, with its figure, where no cell of the column is a plain share', () => {
    const cells = ['已完成可研批复，占总工作量的30%', '约三成', '60%-70%', '√'];
    const { rows, problems } = read(
      ['序号', '工作任务', '目前进度'],
      ...cells.map((cell, at) => [`${at + 1}`, `任务${at}`, cell]),
    );
    expect(rows.map(({ latest, percent, status }) => [latest, percent, status])).toEqual([
      ['已完成可研批复，占总工作量的30%', 30, null],
      ['约三成', 30, null],
      ['60%-70%', null, null],
      ['', null, 'done'],
    ]);
    expect(rows.map(({ note }) => note).join('')).toBe('');
    expect(problems).toEqual([]);
  });

  it('is done by a tick', () => {
    const { row, unread } = among('√');
    expect([row.status, row.latest, unread]).toEqual(['done', '', []]);
  });
});

describe('a column that asks whether it is done', () => {
  it.each(['是否办结', '是否完成'])('%s', (head) => {
    const cells = ['是', '√', '已', '已办结', '否', '×', '未', ''];
    const { rows, problems } = read(
      ['序号', '工作任务', head],
      ...cells.map((cell, at) => [`${at + 1}`, `任务${at}`, cell]),
    );
    expect(rows.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'open', 'open', 'open', null]);
    expect(problems).toEqual([]);
    expect(rows.map(({ note }) => note).join('')).toBe('');
  });

  it('says by 否 only that it is not done', () => {
    const table = (word: string) =>
      read(['序号', '工作任务', '是否办结', '完成比例'], ['1', '甲', word, '40%'], ['2', '乙', '是', '100%']).rows;
    const tasks = adoptedTasks(table('否'), { name: '台账', now: new Date('2026-12-02T04:00:00Z'), newId: () => 'a' });
    expect(tasks[0]!.status).toBe('doing');
    expect(planForeign(table('否'), tasks).offers).toEqual([]);
    const done = tasks.map((task) => ({ ...task, status: 'done' as const }));
    expect(planForeign(table('否'), done).offers).toMatchObject([{ field: 'status', after: 'doing' }]);
  });
});
