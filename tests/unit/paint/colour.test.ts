import { describe, expect, it } from 'vitest';
import { mineRule } from '../../../lib/paint/colour';

describe('mineRule', () => {
  it('fills with the colour and writes on it so that it can be read', () => {
    expect(mineRule('#f8e2a0')).toBe('::highlight(dutymark-mine) { background-color: #f8e2a0; color: #211f1b; }');
    expect(mineRule('#036')).toBe('::highlight(dutymark-mine) { background-color: #003366; color: #ffffff; }');
  });

  it('lets nothing but a colour into a page', () => {
    for (const bad of [null, '', 'red', '#12', '#12345', '#fff; } body { display: none', 'url(x)', '#gggggg']) {
      expect(mineRule(bad)).toBeNull();
    }
  });
});
