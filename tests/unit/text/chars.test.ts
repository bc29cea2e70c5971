import { describe, expect, it } from 'vitest';
import { Sign } from '../../../lib/text/chars';

describe('signs', () => {
  it('are each a bit of their own', () => {
    const bits = Object.values(Sign);
    expect(bits.every((bit) => bit > 0 && (bit & (bit - 1)) === 0)).toBe(true);
    expect(new Set(bits).size).toBe(bits.length);
  });
});
