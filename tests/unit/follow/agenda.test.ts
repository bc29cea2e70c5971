import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf, type Dated, monthLater, monthOf } from '../../../lib/follow/agenda';

const today = '2026-06-17';
let serial = 0;
const task = (part: Partial<Dated> = {}): Dated & { id: string } => ({
  id: `t${serial++}`,
  status: 'open',
  dueDate: null,
  created: '2026-06-01T00:00:00.000Z',
  ...part,
});
const dates = (tasks: readonly Dated[]) => tasks.map(({ dueDate }) => dueDate);

describe('a day', () => {
  it('has what is overdue, due today, this week and this month, each once, nearest first', () => {
    // The 17th of June 2026 is a Wednesday.
    const all = [
      '2026-07-01',
      '2026-06-30',
      '2026-06-22',
      '2026-06-21',
      '2026-06-18',
      today,
      '2026-06-16',
      '2025-12-31',
    ];
    const agenda = agendaOf(
      all.map((dueDate) => task({ dueDate })),
      today,
    );
    expect(dates(agenda.overdue)).toEqual(['2025-12-31', '2026-06-16']);
    expect(dates(agenda.today)).toEqual([today]);
    expect(dates(agenda.week)).toEqual(['2026-06-18', '2026-06-21']);
    expect(dates(agenda.month)).toEqual(['2026-06-22', '2026-06-30']);
    expect(dates(agenda.later)).toEqual(['2026-07-01']);
  });

  it('on a Sunday and at a month’s end has nothing left of either', () => {
    const agenda = agendaOf([task({ dueDate: '2026-06-01' })], '2026-05-31');
    expect([agenda.week, agenda.month, agenda.overdue]).toEqual([[], [], []]);
  });

  it('leaves out what is done and dropped', () => {
    const closed = (['done', 'dropped'] as const).map((status) => task({ status, dueDate: '2026-06-01' }));
    expect(Object.values(agendaOf(closed, today)).flat()).toEqual([]);
  });

  it('waits for progress of what nobody told anything of for 30 days', () => {
    const told = (on: string) => [
      { id: on, on, text: 'x', percent: null, problem: '', next: '', by: '', at: `${on}T00:00:00.000Z` },
    ];
    const old = '2026-01-01T00:00:00.000Z';
    const tasks = [
      task({ created: old, progress: told('2026-05-18') }),
      task({ created: old, progress: told('2026-05-17') }),
      task({ created: old }),
      task({ created: '2026-06-10T00:00:00.000Z' }),
      task({ created: old, status: 'done' }),
    ];
    expect(agendaOf(tasks, today).waiting).toEqual([tasks[2], tasks[1]]);
  });

  it('shows every dated task of today’s month that is left exactly once, counted by another way', () => {
    const day = fc
      .integer({ min: 0, max: 90 })
      .map((n) => new Date(Date.UTC(2026, 4, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), day, (list, now) => {
        const {
          overdue,
          today: due,
          week,
          month,
        } = agendaOf(
          list.map((dueDate) => task({ dueDate })),
          now,
        );
        const shown = [...overdue, ...due, ...week, ...month].map(({ dueDate }) => dueDate!);
        const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getTime();
        const at = new Date(`${now}T00:00:00Z`);
        const sunday = at.getTime() + ((7 - at.getUTCDay()) % 7) * 86_400_000;
        const end = Math.max(lastOf(at), sunday);
        expect([...shown].sort()).toEqual(list.filter((date) => Date.parse(date) <= end).sort());
      }),
    );
  });
});

describe('a month', () => {
  it('is whole weeks from Monday, with what is due on each day', () => {
    const days = monthOf(
      [task({ dueDate: '2026-06-30' }), task({ dueDate: '2026-06-30', status: 'dropped' })],
      '2026-06',
    );
    expect([days.length, days[0]!.date, days.at(-1)!.date]).toEqual([35, '2026-06-01', '2026-07-05']);
    expect(days.filter(({ outside }) => !outside)).toHaveLength(30);
    expect(days.find(({ date }) => date === '2026-06-30')!.tasks).toHaveLength(1);
    expect(
      monthOf([], '2026-02')
        .map(({ date }) => date)
        .slice(0, 7)
        .at(-1),
    ).toBe('2026-02-01');
    expect(monthOf([], '2027-02')).toHaveLength(28);
  });

  it('tells when a recurring duty will be due again, to its end', () => {
    const monthly = task({ dueDate: '2026-06-25', repeat: { text: '每月25日前', until: '2026-08-31' } });
    const expected = (month: string) =>
      monthOf([monthly], month)
        .filter(({ expected }) => expected.length > 0)
        .map(({ date }) => date);
    expect(expected('2026-06')).toEqual([]);
    expect(expected('2026-08')).toEqual(['2026-08-25']);
    expect(expected('2026-09')).toEqual([]);
  });

  it('follows another', () => {
    expect([monthLater('2026-12', 1), monthLater('2026-01', -1), monthLater('2026-06', 0)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-06',
    ]);
  });
});
