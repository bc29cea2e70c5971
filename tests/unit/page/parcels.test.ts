import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Parcel, parcels, unpacked } from '../../../lib/page/parcels';

const sent = (parts: Iterable<Parcel>): Record<string, unknown> => {
  const all = unpacked();
  for (const part of parts) all.add(JSON.parse(JSON.stringify(part)));
  return all.value();
};

describe('an object in parcels', () => {
  it('is the same at the other end, wherever it was cut', () => {
    const entry = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.record({ a: fc.string(), b: fc.boolean() }));
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(entry),
      fc.constant(null),
      fc.integer(),
      fc.record({ text: fc.string(), list: fc.array(fc.integer()) }),
    );
    const key = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.integer({ min: 1, max: 40 }), (whole, most) => {
        expect(sent(parcels(whole, most))).toEqual({ ...whole });
      }),
    );
  });

  it('is one parcel where it is small, and none is much larger than asked where it is large', () => {
    expect([...parcels({ text: '加强巡查', list: [1, 2], none: null })]).toHaveLength(1);
    const parts = [...parcels({ text: '巡'.repeat(1000), list: Array(1000).fill('查') }, 100)];
    expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThan(300);
    expect(parts.length).toBeGreaterThan(15);
  });

  it('keeps half a sign that a cut or a page left alone', () => {
    const whole = { text: '一\u{20000}二\ud840三' };
    expect(sent(parcels(whole, 2))).toEqual(whole);
  });
});
