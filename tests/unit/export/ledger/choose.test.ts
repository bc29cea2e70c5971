import { describe, expect, it } from 'vitest';
import { firstChoice, offersOf, patchesOf, toggled } from '../../../../lib/export/ledger/back/choose';
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
    expect([...patchesOf(offers, first)]).toEqual([
      ['a', { status: 'doing', dueDate: '2026-07-01', dueByDefault: false }],
    ]);
    const one = toggled(first, offers, offers[2]!);
    const other = toggled(one, offers, offers[3]!);
    expect(patchesOf(offers, one).get('b')).toEqual({ title: '甲' });
    expect(patchesOf(offers, other).get('b')).toEqual({ title: '乙' });
    expect(patchesOf(offers, toggled(other, offers, offers[3]!)).has('b')).toBe(false);
    expect(patchesOf(offers, toggled(first, offers, offers[0]!)).get('a')).toEqual({
      dueDate: '2026-07-01',
      dueByDefault: false,
    });
  });
});

it('a table without ids is none of ours', () => {
  expect(compareFile(csv('举措,状态', '甲,待办'), rows).ours).toBe(false);
  expect(compareFile(csv('姓名,电话', '甲,1'), rows)).toMatchObject({ ours: false, foreign: [''] });
});
