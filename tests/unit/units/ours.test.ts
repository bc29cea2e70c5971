import { describe, expect, it } from 'vitest';
import { countOurs, mainDuty, oursIn } from '../../../lib/units';
import type { Duty } from '../../../lib/units/types';

const duty = (measure: string, certainty: Duty['certainty'], assignments: number[], doubtful?: number[]): Duty => ({
  profile: 'p',
  measure,
  role: 'lead',
  certainty,
  assignments,
  ...(doubtful && { doubtful }),
  why: { unit: '县水务局', role: 'lead', relation: 'same-name' },
});

describe('ours', () => {
  it('leaves a vague designation out where another names us', () => {
    const { sure, possible } = oursIn([duty('a', 'named', [0, 2], [2])]);
    expect([...sure]).toEqual([0]);
    expect([...possible]).toEqual([]);
    expect([...oursIn([duty('a', 'named', [1]), duty('a', 'possible', [3])]).possible]).toEqual([]);
    expect([...oursIn([duty('a', 'possible', [3])]).possible]).toEqual([3]);
  });

  it('calls a measure by the surest of its duties, and of equally sure ones by the role that asks most', () => {
    const as = (profile: string, role: Duty['role'], certainty: Duty['certainty']) => ({
      ...duty('a', certainty, [0]),
      profile,
      role,
    });
    const named = (duties: Duty[]) => mainDuty(duties)?.profile;
    expect(mainDuty([])).toBeNull();
    expect(named([as('p', 'lead', 'possible'), as('q', 'participant', 'named')])).toBe('q');
    expect(named([as('p', 'participant', 'named'), as('q', 'lead', 'named')])).toBe('q');
    expect(named([as('p', 'participant', 'named'), as('q', 'responsible', 'named')])).toBe('q');
    expect(named([as('p', 'lead', 'named'), as('q', 'lead', 'named')])).toBe('p');
  });

  it('counts a measure once, as sure where any profile makes it so', () => {
    const duties = [duty('a', 'named', [0]), duty('a', 'possible', [1]), duty('b', 'possible', [0])];
    expect(countOurs(duties)).toEqual({ mine: 1, possible: 1 });
  });
});
