import { describe, expect, it } from 'vitest';
import { firstChoice, type Ground, offersOf, patchesOf, toggled } from '../../../../lib/export/ledger/back/choose';
import { compareFile } from '../../../../lib/export/ledger/back/compare';
import { readField } from '../../../../lib/export/ledger/back/read-field';
import { shown } from '../../../../lib/export/ledger/fields';
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
    const { diff } = compareFile(csv(...lines), mine, { own });
    const offers = offersOf(diff);
    const patches = patchesOf(offers, firstChoice(offers), {
      ...ground,
      tasks: [{ id: 'a', status: 'open', progress: [told] }],
    });
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

  it('has its share and its day from the file', () => {
    const entry = { ...told, id: 'entry-new', at: ground.now.toISOString() };
    expect(from('任务ID,完成比例', 'a,80%').patch).toEqual({
      progress: [told, { ...entry, on: '2026-07-02', percent: 80 }],
    });
    expect(from('任务ID,工作进展,完成比例,进展日期', 'a,全部开通,100％,2026年7月1日').patch).toEqual({
      progress: [told, { ...entry, on: '2026-07-01', percent: 100, text: '全部开通' }],
    });
    expect(from('任务ID,完成比例,进展日期', 'a,60%,2026/6/28').diff.unchanged).toBe(1);
    for (const wrong of ['大半', '130%', '1e2'])
      expect(from('任务ID,完成比例', `a,${wrong}`).diff.problems).toMatchObject([{ field: 'percent', text: wrong }]);
  });

  it('stands beside nothing where nothing was told here before', () => {
    const { diff } = compareFile(csv('任务ID,完成比例,进展日期,办结日期', 'b,60%,2026-07-01,2026-07-02'), [
      row({ id: 'b' }),
    ]);
    const before = offersOf(diff).map((offer) => [offer.field, shown(offer.field, offer.before as never)]);
    expect(before).toEqual([
      ['doneOn', ''],
      ['percent', ''],
      ['told', ''],
    ]);
  });

  it('of percent typed into a spreadsheet is the fraction that it keeps', () => {
    const cell = (text: string) => readField('percent', { text, kind: 'number' });
    expect(['0.6', '1', '60', '0'].map(cell)).toEqual([60, 100, 60, 0].map((value) => ({ value })));
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

describe('a ledger without versions (a CSV)', () => {
  const at = { note: '2026-06-01T08:00:00.000Z' };
  const mine = [row({ id: 'a', note: '这里记的', at })];
  const diffOf = (written?: string) =>
    compareFile(csv('任务ID,备注,状态', 'a,同事记的,进行中'), mine, { written }).diff;

  it('does not overwrite what was set here since it was written', () => {
    const { changed, conflicts } = diffOf('2026-05-01T08:00:00.000Z');
    expect(changed).toMatchObject([{ changes: [{ field: 'status' }] }]);
    expect(conflicts).toMatchObject([{ field: 'note', why: 'both', here: '这里记的' }]);
  });

  it('changes what was set here before it was written', () => {
    expect(diffOf('2026-06-02T08:00:00.000Z')).toMatchObject({ conflicts: [], changed: [{ id: 'a' }] });
  });

  it('asks where nobody knows when it was written', () => {
    expect(diffOf().conflicts).toHaveLength(1);
  });
});

it('takes what became of a task since, and a default date that was moved, for no change of the file', () => {
  const entry = { id: 'e', on: '2026-06-28', text: '已开窗口', percent: 60, problem: '', next: '', by: '', at: '' };
  const moves = [{ on: '2026-06-20', from: '2026-06-30', to: '2026-09-30', reason: '' }];
  const mine = [row({ id: 'a', deadlineText: '2026年底前', dueByDefault: false, progress: [entry], moves })];
  const { diff } = compareFile(
    csv('任务ID,完成时限,进展记录,延期情况', 'a,2026年底前（默认时限）,,', 'a,2027年底前,改写,不延期'),
    mine,
  );
  expect(diff.fixed.map(({ column, there }) => [column, there])).toEqual([
    ['deadline', '2027年底前'],
    ['history', '改写'],
    ['moves', '不延期'],
  ]);
});
