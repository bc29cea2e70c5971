import { describe, expect, it } from 'vitest';
import { washOf } from '../../../lib/paint/colour';
import { inkOf } from '../../../lib/paint/ink';

describe('the reader’s own colour', () => {
  it('is laid over text as a wash that lets it through', () => {
    expect(washOf('#f8e2a0')).toBe('rgb(248 226 160 / 45%)');
    expect(washOf('#036')).toBe('rgb(0 51 102 / 45%)');
  });

  it('is nothing but a colour', () => {
    for (const bad of [null, '', 'red', '#12', 'url(//x)', '#fff; color: red']) expect(washOf(bad)).toBeNull();
    expect(inkOf({ kind: 'mine' }, 'red; }')).toEqual(inkOf({ kind: 'mine' }, null));
  });
});
