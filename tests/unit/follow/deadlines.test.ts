import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../lib/follow/agenda';
import { metPatch, openDeadlines, printedDeadlines, withDeadlines } from '../../../lib/follow/deadlines';
import { settled } from '../../../lib/follow/settle';

const year = { text: '年底前全部完成', date: '2026-12-31' };
const june = { text: '6月底前完成方案', date: '2026-06-30' };
const always = { text: '长期坚持', date: null };
const own = (each: { text: string; date: string | null }) => ({ ...each, isDefault: false });

describe('several limits of one measure', () => {
  it('are its own as printed, once each; one alone says nothing more, and the document’s default is none', () => {
    expect(printedDeadlines([own(year), own(june), own(year), own(always)])).toEqual([year, june, always]);
    expect(printedDeadlines([own(june), { ...year, isDefault: true }])).toEqual([]);
  });

  it('make a task due at the nearest, whichever is printed first; a date of the reader’s own stands', () => {
    expect(withDeadlines({ dueDate: year.date }, [year, june])).toEqual({
      dueDate: june.date,
      deadlines: [year, june],
    });
    expect(withDeadlines({ dueDate: null }, [always, year]).dueDate).toBe(year.date);
    expect(withDeadlines({ dueDate: '2026-05-01' }, [june, year]).dueDate).toBe('2026-05-01');
  });

  it('are met one after the other: the date goes on, and that is no delay', () => {
    const task = { ...withDeadlines({ dueDate: june.date }, [june, year]), status: 'doing' as const };
    const first = settled(task, metPatch(task, 0, '2026-06-20'), new Date('2026-06-20T04:00:00Z'));
    expect(first).toMatchObject({ dueDate: year.date, moves: [] });
    expect(openDeadlines(first)).toEqual([year]);
    const slip = metPatch({ ...task, ...first }, 0, null);
    expect(slip.dueDate).toBe(june.date);
    expect(metPatch({ ...task, ...first }, 1, '2026-12-01').dueDate, 'nothing is left').toBe(year.date);
  });

  it('are seen in their months', () => {
    const task = {
      ...withDeadlines({ dueDate: june.date }, [june, year]),
      status: 'open' as const,
      created: '2026-03-05T08:00:00Z',
    };
    const days = (month: string) =>
      monthOf([task], month)
        .filter(({ outside, tasks, expected }) => !outside && tasks.length + expected.length > 0)
        .map(({ date }) => date);
    expect([days('2026-06'), days('2026-12')]).toEqual([[june.date], [year.date]]);
  });
});
