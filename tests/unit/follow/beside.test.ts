import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../lib/export/ledger/entries';
import { dueWords } from '../../../lib/export/limit-words';
import { monthOf } from '../../../lib/follow/agenda';
import { metPatch } from '../../../lib/follow/deadlines';
import { begun } from '../../../lib/follow/rounds';
import { settled } from '../../../lib/follow/settle';
import { row } from '../export/ledger/rows';

const printed = {
  origin: 'measure' as const,
  deadlineText: '12月10日前',
  dueDate: '2027-12-10',
  recurrenceText: '每季度末月25日前报送进展情况',
};
const { task } = row({ ...begun(printed, '2026-12-01', '2027-01-01'), created: '2026-12-01T08:00:00Z' });
const at = (day: string) => new Date(`${day}T08:00:00Z`);
const done = (of: typeof task, day: string) => ({ ...of, ...settled(of, { status: 'done' }, at(day)) }) as typeof task;

describe('a recurrence with a fixed date beside it', () => {
  it('is due at the nearest of both, and the fixed date stays a limit', () => {
    expect(task).toMatchObject({
      dueDate: '2027-03-25',
      repeat: { text: '每季度末月25日前报送进展情况', until: '2027-12-25' },
      deadlines: [{ text: '12月10日前', date: '2027-12-10' }],
    });
    expect(dueWords(task)).toBe('每季度末月25日前报送进展情况（下次2027-03-25）；12月10日前');
    const days = (month: string) =>
      monthOf([task], month)
        .filter(({ outside, tasks, expected }) => !outside && tasks.length + expected.length > 0)
        .map(({ date }) => date);
    expect(['2027-03', '2027-06', '2027-12'].map(days)).toEqual([
      ['2027-03-25'],
      ['2027-06-25'],
      ['2027-12-10', '2027-12-25'],
    ]);
    expect(entriesOf({ task, document: undefined }).map(({ uid, day, rule }) => [uid, day, rule])).toEqual([
      ['task-1@dutymark', '2027-12-10', undefined],
      ['task-1-repeat@dutymark', '2027-03-25', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25;UNTIL=20271225'],
    ]);
  });

  it('goes on from period to period, over the limit, to the last one', () => {
    const autumn = done(done(done(task, '2027-03-20'), '2027-06-20'), '2027-09-20');
    expect(autumn).toMatchObject({ status: 'open', dueDate: '2027-12-10', moves: [] });
    expect(autumn.rounds).toHaveLength(3);
    const summed = done(autumn, '2027-12-08');
    expect(summed).toMatchObject({ dueDate: '2027-12-25', deadlines: [{ done: '2027-12-08' }] });
    expect(summed.rounds, 'the limit is no period').toHaveLength(3);
    expect(done(summed, '2027-12-22').status).toBe('done');
  });

  it('keeps its period while a limit is ticked', () => {
    expect(metPatch(task, 0, '2027-02-01').dueDate).toBe('2027-03-25');
    const autumn = done(done(done(task, '2027-03-20'), '2027-06-20'), '2027-09-20');
    const ticked = metPatch(autumn, 0, '2027-12-01');
    expect(ticked.dueDate).toBe('2027-12-25');
    expect(metPatch({ ...autumn, ...ticked }, 0, null).dueDate).toBe('2027-12-10');
  });

  it('is left as it is where the date comes first, is a default, or the reader’s', () => {
    for (const over of [
      { dueDate: '2027-03-10' },
      { dueByDefault: true },
      { origin: 'hand' as const },
      { deadlineText: null },
    ]) {
      const other = { ...printed, ...over };
      expect(begun(other, '2026-12-01', '2027-01-01')).toBe(other);
    }
  });
});
