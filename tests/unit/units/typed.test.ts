import { describe, expect, it } from 'vitest';
import { readTyped, suggest } from '../../../lib/units';
import { policy } from './fixtures';

const document = policy('云岭省清河市临澜县', [
  { lead: ['县司法局'], participant: ['县民政局'] },
  { lead: ['县司法局'], participant: ['县农业农村局'] },
  { responsible: ['各乡镇人民政府'] },
]);
const units = suggest(document);
const read = (typed: string) => {
  const { named, matched, near } = readTyped(document, units, typed);
  return { named, matched: matched.map(({ name }) => name), near: near.map(({ name }) => name) };
};

describe('a unit name as it is typed', () => {
  it('finds the name a slip of the hand away', () => {
    expect(read('县司发局')).toEqual({ named: 0, matched: [], near: ['县司法局'] });
    expect(read('县法司局').near).toEqual(['县司法局']);
    expect(read('县司局').near).toEqual(['县司法局']);
    expect(read('县农村农业局').near).toEqual([]);
  });

  it('sets a wrong place or level aside when it looks for what was meant', () => {
    expect(read('市司法局').near).toEqual(['县司法局']);
    expect(read('临兰县司法局').near).toEqual(['县司法局']);
  });

  it('knows the full official name for the one the document prints, and counts what it would give', () => {
    expect(read('临澜县司法局')).toEqual({ named: 2, matched: ['县司法局'], near: [] });
    expect(read('云岭省清河市临澜县司法局').named).toBe(2);
  });

  it('does not take another organ for a slip', () => {
    expect(read('县交通运输局')).toEqual({ named: 0, matched: [], near: [] });
    expect(read('某')).toEqual({ named: 0, matched: [], near: [] });
    expect(read('  ')).toEqual({ named: 0, matched: [], near: [] });
  });
});
