import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MeasureRow } from '../../../components/panel/MeasureRow';
import type { Deadline, Measure } from '../../../lib/policy/types';
import type { Duty } from '../../../lib/units/types';
import { samplePolicy } from '../../fixtures/panel/policy';

afterEach(cleanup);

const [first] = samplePolicy().measures;
const span = { start: 0, end: 4 };
const deadline: Deadline = { text: '6月底前', span, date: null, yearInferred: true, isDefault: false, scope: null };

function show(
  deadlines: readonly Deadline[],
  duty: Duty | null = null,
  units: readonly string[] = [],
  others: readonly Duty[] = [],
  current = false,
) {
  const base = first!.assignments[0]!;
  const assignments = units.map((unit, at) => ({ ...base, unit, span: { start: 10 + at, end: 11 + at } }));
  const on = vi.fn();
  render(
    <MeasureRow
      measure={{ ...first!, deadlines, assignments }}
      duty={duty}
      duties={[...(duty ? [duty] : []), ...others]}
      explain={false}
      profiles={[]}
      task={null}
      tags={[]}
      today="2026-01-01"
      current={current}
      show={current ? 'full' : 'short'}
      picked={false}
      terms={[]}
      onReveal={on}
      onPick={on}
      onTakeOn={on}
      onPickUnit={on}
      onDecide={on}
      onUpdate={on}
      onRemove={on}
    />,
  );
}

describe('a measure in the panel', () => {
  it('says that the year is not known where none could be inferred', () => {
    show([deadline]);
    expect(screen.getByText('年份不明，请核对')).toBeTruthy();
    expect(screen.queryByText('年份推定')).toBeNull();
    cleanup();
    show([{ ...deadline, date: '2026-06-30' }]);
    expect(screen.getByText('年份推定')).toBeTruthy();
  });

  it('shows a default deadline by its date, the words in the title and in the current measure', () => {
    const text = '原则上应于2027年12月底前完成';
    const byDefault = { ...deadline, text, date: '2027-12-31', yearInferred: false, isDefault: true };
    show([byDefault]);
    const line = () => document.querySelector('.time-default')!;
    expect(line().textContent!.trim()).toBe('2027-12-31默认时限');
    expect(line().getAttribute('title')).toContain(`“${text}”`);
    cleanup();
    show([byDefault], null, [], [], true);
    expect(line().textContent!.trim()).toBe(`2027-12-31默认时限“${text}”`);
    cleanup();
    show([{ ...byDefault, text: '按季度推进', date: null }]);
    expect(line().textContent!.trim()).toBe('按季度推进默认时限');
  });

  it('fills what is surely ours, tints what may be, and leaves the vague one beside a sure one', () => {
    const why = { unit: '县水务局', role: 'lead', relation: 'same-name' } as const;
    const duty: Duty = {
      profile: 'p',
      measure: first!.id,
      role: 'lead',
      certainty: 'named',
      assignments: [0, 1],
      doubtful: [1],
      why,
    };
    const looks = () =>
      ['县水务局', '其他有关部门'].map((unit) => screen.getByRole('button', { name: unit }).className);
    show([], duty, ['县水务局', '其他有关部门']);
    expect(looks()).toEqual(['unit unit-mine', 'unit']);
    cleanup();
    show([], { ...duty, certainty: 'possible', assignments: [1] }, ['县水务局', '其他有关部门']);
    expect(looks()).toEqual(['unit', 'unit unit-maybe']);
  });

  it('fills what any of our units makes ours, whichever duty the row speaks of', () => {
    const why = { unit: '县水务局', role: 'lead', relation: 'same-name' } as const;
    const base = { measure: first!.id, role: 'lead', why } as const;
    const water: Duty = { ...base, profile: 'water', certainty: 'named', assignments: [0] };
    const town: Duty = { ...base, profile: 'town', certainty: 'possible', assignments: [1] };
    for (const [own, other] of [
      [water, town],
      [town, water],
    ] as const) {
      show([], own, ['县水务局', '其他有关部门'], [other]);
      const looks = ['县水务局', '其他有关部门'].map((unit) => screen.getByRole('button', { name: unit }).className);
      expect(looks).toEqual(['unit unit-mine', 'unit']);
      expect(document.querySelector('article')!.className).toContain('measure-mine');
      cleanup();
    }
  });

  describe('in one line', () => {
    const line = (part: Partial<Measure>, ours = true, name?: string) => {
      const on = vi.fn();
      const duty = { certainty: 'named', role: 'lead', confirmed: false } as unknown as Duty;
      const measure = { ...first!, deadlines: [], recurrences: [], ...part };
      render(
        <MeasureRow
          {...{ measure, name, explain: false, profiles: [], task: null, tags: [], today: '2026-01-01', terms: [] }}
          duty={ours ? duty : null}
          duties={[]}
          current={false}
          show="line"
          picked={false}
          {...{ onReveal: on, onPick: on, onTakeOn: on, onPickUnit: on, onDecide: on, onUpdate: on, onRemove: on }}
        />,
      );
    };
    const dated = { ...deadline, date: '2025-11-15', yearInferred: false };

    it('tells how often, where there is no date, and in words what has no date', () => {
      line({ recurrences: [{ text: '每季度末', span, period: 'quarter', times: null }] });
      expect(screen.getByText('每季度末')).toBeTruthy();
      line({ deadlines: [{ ...deadline, text: '竣工前' }] });
      expect(screen.getByText('竣工前')).toBeTruthy();
    });

    it('stands out where it is ours and late, and not where it is another’s', () => {
      line({ deadlines: [dated] });
      expect(screen.getByText('2025-11-15').className).toContain('line-late');
      cleanup();
      line({ deadlines: [dated] }, false);
      expect(screen.getByText('2025-11-15').className).not.toContain('line-late');
    });

    it('is called by more than its title where that is another’s, too', () => {
      line({}, true, '平安建设：培训调解员');
      expect(screen.getByText('平安建设：培训调解员')).toBeTruthy();
    });
  });
});
