import { expect, it } from 'vitest';
import { isTight } from '../../../lib/store/room';

it.each([
  [0, 10_000_000_000, false],
  [8_900_000_000, 10_000_000_000, false],
  [9_100_000_000, 10_000_000_000, true],
  [60_000_000, 100_000_000, true],
])('with %s bytes of %s used it is tight: %s', (used, of, tight) => {
  expect(isTight({ used, of })).toBe(tight);
});
