import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from '../../../lib/page/ear';

/** A page whose changes are said by the test, and a clock that only work and waiting move. */
let tell: (count: number) => void;
let open = false;
let clock = 0;
const Observer = class {
  constructor(heard: (records: readonly object[]) => void) {
    tell = (count) => {
      if (open) heard(Array.from({ length: count }, () => ({})));
    };
  }
  observe() {
    open = true;
  }
  disconnect() {
    open = false;
  }
  takeRecords = () => [];
} as unknown as typeof MutationObserver;

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
});
afterEach(() => vi.useRealTimers());

/** Hears of a page for a minute, in which something changes every 20 ms and each hearing takes so long. */
async function minute(cost: number, until = 60_000) {
  let worked = 0;
  let floods = 0;
  const ear = listen({
    Observer,
    target: {} as Node,
    of: {},
    take: () => {
      worked += cost;
      clock += cost;
      return 0;
    },
    onFlood: () => floods++,
    now: () => clock,
  });
  for (let at = 0; at < until; at += 20) {
    tell(5);
    clock += 20;
    await vi.advanceTimersByTimeAsync(20);
  }
  ear.stop();
  return { share: worked / clock, floods };
}

it('hears all of what costs next to nothing', async () => {
  const { share, floods } = await minute(0.1);
  expect(floods).toBe(0);
  expect(share).toBeLessThan(0.01);
});

it('takes a tenth of the time at most, whatever a hearing costs', async () => {
  for (const cost of [2, 5, 20, 200, 1000]) expect((await minute(cost)).share, `${cost} ms`).toBeLessThanOrEqual(0.1);
});

it('hears nothing after its end', async () => {
  const onFlood = vi.fn();
  const ear = listen({ Observer, target: {} as Node, of: {}, take: () => 0, onFlood, now: () => clock });
  tell(501);
  expect(open).toBe(false);
  ear.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toBe(false);
  expect(onFlood).toHaveBeenCalledTimes(1);
});
