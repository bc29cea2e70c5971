import { describe, expect, it } from 'vitest';
import type { Row } from '../../../components/panel/rows';
import { firstToDecide, isUndecided, measuresOfGroup, nextAfter } from '../../../components/panel/triage';

const group = (name: string): Row => ({ kind: 'group', key: `g:${name}`, group: name as 'lead', count: 0 });
const measure = (id: string, confirmed = false): Row =>
  ({ kind: 'measure', key: id, measure: { id }, duty: confirmed ? { confirmed: true } : {} }) as unknown as Row;

const rows = [
  group('lead'),
  measure('a'),
  measure('b'),
  measure('c'),
  group('possible'),
  measure('d'),
  measure('e'),
  measure('f'),
];
const at = (key: string) => rows.findIndex((row) => row.key === key);
const known = (taken: string[] = [], pending: string[] = []) => ({ taken: new Set(taken), pending: new Set(pending) });

describe('after a decision the cursor', () => {
  it('goes to the next undecided one of its group, and back up before it leaves the group', () => {
    expect(nextAfter(rows, at('a'), known(['b']))).toBe('c');
    expect(nextAfter(rows, at('e'), known())).toBe('f');
    expect(nextAfter(rows, at('f'), known(['e']))).toBe('d');
  });

  it('goes on to the next group when its own is done, and to what was passed over last', () => {
    expect(nextAfter(rows, at('c'), known(['a', 'b']))).toBe('d');
    expect(nextAfter(rows, at('f'), known(['a'], ['d', 'e']))).toBe('b');
  });

  it('never comes back to what was decided a moment ago, and stays near where nothing is left', () => {
    expect(nextAfter(rows, at('d'), known([], ['e']))).toBe('f');
    expect(nextAfter(rows, at('e'), known(['a', 'b', 'c', 'd', 'f']))).toBe('f');
    expect(nextAfter(rows, at('f'), known(['a', 'b', 'c', 'd', 'e']))).toBe('e');
    expect(nextAfter([group('lead'), measure('a')], 1, known())).toBeNull();
  });
});

describe('what waits for a decision', () => {
  it('is neither taken on nor confirmed', () => {
    expect(isUndecided(measure('a'), known())).toBe(true);
    expect(isUndecided(measure('a'), known(['a']))).toBe(false);
    expect(isUndecided(measure('a', true), known())).toBe(false);
    expect(isUndecided(group('lead'), known())).toBe(false);
  });

  it('is gone to first; where nothing waits, the first record', () => {
    expect(firstToDecide(rows, known(['a', 'b']))).toBe('c');
    expect(firstToDecide(rows, known(['a', 'b', 'c', 'd', 'e', 'f']))).toBe('a');
  });
});

describe('a group', () => {
  it('is what stands under its heading', () => {
    expect(measuresOfGroup(rows, at('b'))).toEqual(['a', 'b', 'c']);
    expect(measuresOfGroup(rows, at('g:possible'))).toEqual(['d', 'e', 'f']);
  });
});
