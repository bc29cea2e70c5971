import { describe, expect, it } from 'vitest';
import { adoptedTasks, planForeign } from '../../../../lib/export/ledger/back/adopt';
import { firstChoice } from '../../../../lib/export/ledger/back/choose';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';

const heads = ['工作任务', '责任单位', '完成时限', '状态', '备注'];
const read = (...rows: string[][]) => {
  const table: Grid = {
    name: '台账',
    merged: [],
    rows: [heads, ...rows].map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
  };
  return foreignRows(table, suggestMapping(table)!, '2026-12-02').rows;
};
const here = (...rows: string[][]) =>
  adoptedTasks(read(...rows), { name: '台账', now: new Date('2026-12-02T04:00:00Z'), newId: () => 'a' });
const plan = (rows: string[][], tasks: string[][]) => {
  const { added, offers, same } = planForeign(read(...rows), here(...tasks));
  const chosen = firstChoice(offers);
  return {
    added: added.map(({ responsible }) => responsible[0] ?? ''),
    offers: offers.map(({ id, field, after, conflict }) => [id, field, after, conflict]),
    chosen: chosen.size,
    same,
  };
};

const east = ['清淤', '东镇', '2026-12-20', '待办', ''];
const west = ['清淤', '西镇', '2026-12-25', '进行中', '雨季前'];

describe('rows of the same words without numbers', () => {
  it('are told apart by their units, in whatever order they come', () => {
    const done = ['清淤', '西镇', '2026-12-28', '已完成', '雨季前'];
    expect(plan([done, east], [east, west])).toEqual({
      added: [],
      offers: [
        ['a-1', 'status', 'done', null],
        ['a-1', 'dueDate', '2026-12-28', null],
      ],
      chosen: 2,
      same: 1,
    });
  });

  it('are told apart by their days where units do not say it', () => {
    const [first, second] = [
      ['清淤', '', '2026-12-20', '待办', '甲段'],
      ['清淤', '', '2026-12-25', '待办', '乙段'],
    ];
    expect(plan([second!, first!], [first!, second!])).toEqual({ added: [], offers: [], chosen: 0, same: 2 });
  });

  it('leave over what is new', () => {
    const north = ['清淤', '北镇', '2026-12-30', '待办', ''];
    expect(plan([north, west, east], [east, west])).toEqual({ added: ['北镇'], offers: [], chosen: 0, same: 2 });
    expect(plan([west], [east, west])).toEqual({ added: [], offers: [], chosen: 0, same: 1 });
  });

  it('are to be looked at where nothing tells them apart', () => {
    const bare = (note: string) => ['清淤', '', '', '待办', note];
    const { offers, chosen } = plan([bare('乙段'), bare('甲段')], [bare('甲段'), bare('乙段')]);
    expect(offers).toEqual([
      ['a-0', 'note', '乙段', 'alike'],
      ['a-1', 'note', '甲段', 'alike'],
    ]);
    expect(chosen).toBe(0);
    // One row that may be of either is no better.
    expect(plan([bare('丙段')], [bare('甲段'), bare('乙段')]).offers).toEqual([['a-0', 'note', '丙段', 'alike']]);
  });

  it('alone are changed as ever, also with another unit and day', () => {
    expect(plan([['清淤', '南镇', '2026-12-31', '待办', '']], [east]).offers).toEqual([
      ['a-0', 'dueDate', '2026-12-31', null],
    ]);
    // The one that is left of as many is the one.
    expect(plan([['清淤', '南镇', '2026-12-31', '待办', ''], west], [east, west]).offers).toEqual([
      ['a-0', 'dueDate', '2026-12-31', null],
    ]);
  });
});
