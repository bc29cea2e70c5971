import { describe, expect, it } from 'vitest';
import { chipsFor, noFilter } from '../../../components/panel/filter';
import { dutyRows } from '../../../components/panel/rows';
import type { Measure } from '../../../lib/policy/types';
import { sampleDuties, samplePolicy } from '../../fixtures/panel/policy';

const none = new Set<string>();

describe('the chips of a list', () => {
  const policy = samplePolicy();
  const duties = sampleDuties(policy);
  const measureOf = (id: string): Measure => policy.measures.find((measure) => measure.id === id)!;
  const listed = duties.map(({ measure }) => measureOf(measure));

  it('count within the list: each leaves as many rows as it says', () => {
    const taken = new Set([duties[0]!.measure, 'of an older version']);
    const chips = chipsFor(listed, taken);
    for (const chip of ['dated', 'taken', 'doubtful'] as const) {
      const rows = dutyRows(policy, duties, [], { ...noFilter, [chip]: true }, taken, none);
      expect(rows.filter(({ kind }) => kind === 'measure').length, chip).toBe(chips[chip]);
    }
    expect(chips.dated).toBeLessThan(listed.length);
    expect(chipsFor([], taken)).toEqual({ roles: [], dated: 0, taken: 0, doubtful: 0 });
  });

  it('count a default deadline, which is shown with the item, as a time to be done by', () => {
    const plain = measureOf('一›3');
    expect(plain.deadlines.map(({ isDefault }) => isDefault)).toEqual([true]);
    expect(chipsFor([plain, { ...plain, deadlines: [] }], none).dated).toBe(1);
  });

  it('count what comes again as a time to be done by, and what never ends not', () => {
    const bare = { ...measureOf('一›3'), deadlines: [], recurrences: [] };
    const span = { start: 0, end: 2 };
    const monthly = { ...bare, recurrences: [{ text: '每月5日前', span, period: 'month' as const, times: null }] };
    const limit = (text: string) => ({
      ...bare,
      deadlines: [{ text, span, date: null, yearInferred: false, isDefault: false, scope: null }],
    });
    expect(chipsFor([bare, monthly, limit('长期坚持'), limit('竣工前')], none).dated).toBe(2);
  });
});
