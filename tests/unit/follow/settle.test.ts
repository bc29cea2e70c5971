import { describe, expect, it } from 'vitest';
import { begun, nextRound, type Recurrent, recurringFrom } from '../../../lib/follow/rounds';
import { type Followed, moved, settled } from '../../../lib/follow/settle';

const task: Followed = { status: 'open', dueDate: '2026-06-30' };
const now = new Date(2026, 5, 20, 9);

describe('setting a field of a task entails', () => {
  it('the day on which it was done, unless another is given, and takes it away again', () => {
    expect(settled(task, { status: 'done' }, now)).toEqual({ status: 'done', doneOn: '2026-06-20' });
    expect(settled(task, { status: 'done', doneOn: '2026-06-18' }, now)).toMatchObject({ doneOn: '2026-06-18' });
    const done: Followed = { ...task, status: 'done', doneOn: '2026-06-18' };
    expect(settled(done, { status: 'doing' }, now)).toEqual({ status: 'doing', doneOn: null });
    expect(settled(done, { status: 'done' }, now)).toEqual({ status: 'done' });
  });

  it('that progress begins what nobody began, and nothing else', () => {
    const entry = { id: 'p1', on: '2026-06-20', text: '全部开通', percent: 100, problem: '', next: '', by: '', at: '' };
    const told = [entry];
    expect(settled(task, { progress: told }, now)).toEqual({ progress: told, status: 'doing' });
    expect(settled({ ...task, word: '未启动' }, { progress: told }, now)).toMatchObject({
      status: 'doing',
      word: null,
    });
    expect(settled({ ...task, progress: told }, { progress: [] }, now)).toEqual({ progress: [] });
    expect(settled(task, { progress: told, status: 'done' }, now)).toMatchObject({ status: 'done' });
    for (const status of ['doing', 'done', 'dropped'] as const)
      expect(settled({ ...task, status }, { progress: told }, now)).toEqual({ progress: told });
  });

  it('that an own word goes with its status', () => {
    const late: Followed = { ...task, status: 'doing', word: '滞后' };
    expect(settled(late, { status: 'done' }, now)).toMatchObject({ word: null });
    expect(settled(task, { status: 'doing', word: '推进中' }, now)).toMatchObject({ word: '推进中' });
    expect(settled(late, { dueDate: null }, now).word).toBeUndefined();
  });

  it('a line in the history of due dates, none for the first date, none for a slip', () => {
    const set = settled(task, { dueDate: '2026-09-30' }, now);
    expect(set.moves).toEqual([{ on: '2026-06-20', from: '2026-06-30', to: '2026-09-30', reason: '' }]);
    expect(settled({ ...task, dueDate: null }, { dueDate: '2026-09-30' }, now).moves).toBeUndefined();
    const after = { ...task, ...set } as Followed;
    expect(settled(after, { dueDate: '2026-06-30' }, now).moves).toEqual([]);
    expect(settled(after, { dueDate: '2026-10-31' }, now).moves).toEqual([
      { on: '2026-06-20', from: '2026-06-30', to: '2026-10-31', reason: '' },
    ]);
    const given = { on: '2026-06-20', from: '2026-06-30', to: '2026-09-30', reason: '资金未到位' };
    expect(moved([given], { on: '2026-06-20', from: '2026-09-30', to: '2026-06-30', reason: '' })).toHaveLength(2);
  });
});

describe('a recurring duty', () => {
  const quarterly: Followed = {
    status: 'doing',
    dueDate: '2026-06-25',
    repeat: { text: '每季度末月25日前', until: null },
  };

  it('goes on to its next due date when it is done, and keeps what is behind it', () => {
    expect(settled(quarterly, { status: 'done' }, now)).toEqual({
      status: 'open',
      dueDate: '2026-09-25',
      dueByDefault: false,
      rounds: [{ due: '2026-06-25', done: '2026-06-20' }],
      moves: [],
    });
  });

  it.each([
    ['每季度', '2026-03-31', '2026-06-30'],
    ['每月25日前', '2026-01-25', '2026-02-25'],
    ['每季度末月25日前', '2026-12-25', '2027-03-25'],
    ['每年至少两次', '2026-06-30', '2026-12-31'],
    ['每周', '2026-06-19', '2026-06-26'],
  ])('%s: after %s comes %s', (text, dueDate, next) => {
    expect(nextRound({ dueDate, repeat: { text, until: null } }, '2026-06-20')).toBe(next);
  });

  it('ends with its last period, and then is done for good', () => {
    const last: Followed = {
      ...quarterly,
      dueDate: '2026-12-25',
      repeat: { text: '每季度末月25日前', until: '2026-12-31' },
    };
    expect(settled(last, { status: 'done' }, now)).toEqual({ status: 'done', doneOn: '2026-06-20' });
  });

  it('without a date is in the period of today', () => {
    expect(nextRound({ dueDate: null, repeat: { text: '每季度', until: null } }, '2026-11-28')).toBe('2027-03-31');
    expect(nextRound({ dueDate: null }, '2026-11-28')).toBeNull();
    expect(nextRound({ dueDate: null, repeat: { text: '定期', until: null } }, '2026-11-28')).toBeNull();
  });

  it('is one from the start where its measure says so and names no deadline', () => {
    const taken = { dueDate: null, recurrenceText: '每季度开展一次' };
    expect(begun(taken, '2026-11-28')).toEqual({
      ...taken,
      repeat: { text: '每季度开展一次', until: null },
      dueDate: '2026-12-31',
    });
    const often = (recurrenceText: string) => begun({ dueDate: null, recurrenceText }, '2026-11-28').dueDate;
    expect(['每半月调度一次', '每旬报送'].map(often)).toEqual(['2026-11-30', '2026-11-30']);
    const goesOn = (text: string) => nextRound({ dueDate: '2026-11-30', repeat: { text, until: null } }, '2026-11-28');
    expect(['每半月调度一次', '每旬报送'].map(goesOn)).toEqual(['2026-12-15', '2026-12-10']);
    for (const other of [
      { dueDate: '2026-12-31', recurrenceText: '每季度' },
      { dueDate: null, recurrenceText: '定期' },
      { dueDate: null, recurrenceText: '每天' },
      { dueDate: null, recurrenceText: null },
    ]) {
      expect(begun(other, '2026-11-28')).toBe(other);
    }
  });

  it('of a plan whose time is still to come is due first within that time', () => {
    const taken = { dueDate: null, recurrenceText: '每季度末报送' };
    expect(begun(taken, '2026-12-02', '2027-01-01').dueDate).toBe('2027-03-31');
    expect(begun(taken, '2027-05-02', '2027-01-01').dueDate).toBe('2027-06-30');
    expect(recurringFrom('每月25日前', '2027-12-31', '2026-12-02', '2027-01-01')).toMatchObject({
      dueDate: '2027-01-25',
    });
  });

  it('recurs where the deadline itself comes every year, and the first due day is no end', () => {
    const yearly: Recurrent = {
      dueDate: '2026-11-30',
      recurrenceText: '每年11月底前开展一次',
      deadlineText: '每年11月底前',
    };
    const until = null;
    expect(begun(yearly, '2026-11-28').repeat).toEqual({ text: '每年11月底前', until });
    for (const text of ['每年11月底前', '每年11月底前对全县开展一次督察']) {
      const set = recurringFrom(text, '2026-11-30', '2026-11-28')!;
      expect(set).toEqual({ repeat: { text, until }, dueDate: '2026-11-30' });
      expect(settled({ status: 'open', ...set }, { status: 'done' }, now)).toMatchObject({ dueDate: '2027-11-30' });
    }
    // Of a year that is printed it is a deadline, and so is what is asked for within a year.
    for (const deadlineText of ['2026年11月底前', '一年内', '11月底前'])
      expect(begun({ ...yearly, recurrenceText: '每年一次', deadlineText }, '2026-11-28').repeat).toBeUndefined();
  });

  it('by the reader’s choice runs to the deadline', () => {
    expect(recurringFrom('每季度', '2026-12-31', '2026-11-28')).toEqual({
      repeat: { text: '每季度', until: '2026-12-31' },
      dueDate: '2026-12-31',
    });
    expect(recurringFrom('每季度', '2026-12-15', '2026-11-28')?.dueDate).toBe('2026-12-15');
    expect(recurringFrom('不定期', null, '2026-11-28')).toBeNull();
  });
});
