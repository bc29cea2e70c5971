import { describe, expect, it } from 'vitest';
import type { Resolution, Selector } from '../../../lib/anchor/types';
import { nextMine } from '../../../lib/page/mine';
import { standingOn } from '../../../lib/page/twice';
import type { PolicyDocument } from '../../../lib/policy/types';
import type { AnnotationRecord } from '../../../lib/store/types';
import type { Duty } from '../../../lib/units/types';

const policy = { measures: ['a', 'b', 'c', 'd'].map((id) => ({ id })) } as unknown as PolicyDocument;
const duties = ['d', 'b', 'b'].map((measure) => ({ measure })) as unknown as Duty[];

describe('the next measure of ours', () => {
  it.each([
    [null, 1, 'b'],
    ['b', 1, 'd'],
    ['d', 1, 'b'],
    [null, -1, 'd'],
    ['d', -1, 'b'],
    ['gone', 1, 'b'],
  ] as const)('after %s by %i is %s', (from, step, to) => {
    expect(nextMine(policy, duties, from, step)).toBe(to);
  });

  it('is none where nothing is ours', () => {
    expect(nextMine(policy, [], 'a', 1)).toBeNull();
  });
});

describe('an annotation on the same words', () => {
  const on = (start: number, end: number) => ({
    selectors: [{ type: 'TextPositionSelector', start, end }] as readonly Selector[],
  });
  const notes = [{ id: 'n1' }, { id: 'n2' }] as unknown as AnnotationRecord[];
  const anchors: Record<string, Resolution> = {
    n1: { method: 'exact', span: { start: 5, end: 9 }, score: 1 },
    n2: { method: 'review', span: { start: 20, end: 25 }, score: 0.6 },
  };

  it('is known by where it stands', () => {
    expect(standingOn(on(5, 9), notes, anchors)).toBe(notes[0]);
    expect(standingOn(on(5, 8), notes, anchors)).toBeNull();
    expect(standingOn({ selectors: [] }, notes, anchors)).toBeNull();
  });

  it('is none where its place is a guess', () => {
    expect(standingOn(on(20, 25), notes, anchors)).toBeNull();
  });
});
