import { describe, expect, it } from 'vitest';
import { firstChoice, type Ground, offersOf, patchesOf, toggled } from '../../../../lib/export/ledger/back/choose';
import { compareFile } from '../../../../lib/export/ledger/back/compare';
import { row } from './rows';

const csv = (...lines: string[]) => new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
const rows = [
  row({ id: 'a', dueByDefault: true }),
  row({ id: 'b' }),
  row({ id: 'c', documentId: 'other' }),
  row({ id: 'd' }),
];
const title = '设立跨镇办理窗口';
const own = [{ word: '滞后', status: 'doing' as const }];
const ground: Ground = { tasks: [], own, now: new Date(2026, 6, 2, 9), newId: () => 'entry-new' };

describe('what a ledger that came back offers', () => {
  const { diff, ours, foreign } = compareFile(
    csv('任务ID,举措,状态,截止日期', `a,${title},进行中,2026/7/1`, `b,甲,待办,2026-06-30`, `b,乙,待办,2026-06-30`),
    rows,
  );
  const offers = offersOf(diff);

  it('is each change, and each side of a conflict', () => {
    expect([ours, foreign]).toEqual([true, []]);
    expect(offers.map(({ key, before, after, conflict }) => [key, before, after, conflict])).toEqual([
      ['a/status', 'open', 'doing', null],
      ['a/dueDate', '2026-06-30', '2026-07-01', null],
      ['b/title/0', title, '甲', 'twice'],
      ['b/title/1', title, '乙', 'twice'],
    ]);
  });

  it('misses only tasks of documents that the file is about', () => {
    expect(diff.removed).toEqual(['d']);
  });

  it('is taken over where it is plain; of a conflict one side at most, and only when chosen', () => {
    const first = firstChoice(offers);
    expect([...patchesOf(offers, first, ground)]).toEqual([
      ['a', { status: 'doing', dueDate: '2026-07-01', dueByDefault: false }],
    ]);
    const one = toggled(first, offers, offers[2]!);
    const other = toggled(one, offers, offers[3]!);
    expect(patchesOf(offers, one, ground).get('b')).toEqual({ title: '甲' });
    expect(patchesOf(offers, other, ground).get('b')).toEqual({ title: '乙' });
    expect(patchesOf(offers, toggled(other, offers, offers[3]!), ground).has('b')).toBe(false);
    expect(patchesOf(offers, toggled(first, offers, offers[0]!), ground).get('a')).toEqual({
      dueDate: '2026-07-01',
      dueByDefault: false,
    });
  });
});

describe('what colleagues fill in of following up', () => {
  const told = {
    id: 'entry-1',
    on: '2026-06-28',
    text: '三个镇已开窗口',
    percent: 60,
    problem: '系统未联通',
    next: '',
    by: '',
    at: '2026-06-28T08:00:00.000Z',
  };
  const mine = [row({ id: 'a', progress: [told], handlers: ['陈工'], status: 'open' })];
  const from = (...lines: string[]) => {
    const { diff } = compareFile(csv(...lines), mine, {}, own);
    const offers = offersOf(diff);
    const patches = patchesOf(offers, firstChoice(offers), { ...ground, tasks: [{ id: 'a', progress: [told] }] });
    return { diff, patch: patches.get('a') };
  };

  it('is a new entry of progress, which keeps what was told before', () => {
    const { patch } = from('任务ID,工作进展,下一步措施', 'a,全部开通,组织验收');
    expect(patch).toEqual({
      progress: [
        told,
        {
          ...told,
          id: 'entry-new',
          on: '2026-07-02',
          text: '全部开通',
          next: '组织验收',
          at: ground.now.toISOString(),
        },
      ],
    });
    expect(from('任务ID,工作进展', 'a,').patch).toBeUndefined();
    expect(from('任务ID,工作进展', 'a,三个镇已开窗口').diff.unchanged).toBe(1);
  });

  it('sets people, the day of 办结 and evidence', () => {
    expect(
      from('任务ID,承办人,承办科室,办结日期,佐证材料', 'a,李工、王工,审批股,2026年7月1日,验收单.pdf；照片').patch,
    ).toEqual({
      handlers: ['李工', '王工'],
      offices: ['审批股'],
      doneOn: '2026-07-01',
      evidence: ['验收单.pdf', '照片'],
    });
  });

  it('sets a status word of the office’s own with the status it means, and knows no other word', () => {
    expect(from('任务ID,办理状态', 'a,滞后').patch).toEqual({ status: 'doing', word: '滞后' });
    expect(from('任务ID,办理状态', 'a,已办结').patch).toEqual({ status: 'done', word: null });
    expect(from('任务ID,状态', 'a,滞后').patch).toEqual({ status: 'doing' });
    const unknown = from('任务ID,办理状态', 'a,差不多');
    expect([unknown.patch, unknown.diff.problems]).toMatchObject([undefined, [{ field: 'word', text: '差不多' }]]);
  });
});

it('a table without ids is none of ours', () => {
  expect(compareFile(csv('举措,状态', '甲,待办'), rows).ours).toBe(false);
  expect(compareFile(csv('姓名,电话', '甲,1'), rows)).toMatchObject({ ours: false, foreign: [''] });
});
