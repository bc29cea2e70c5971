// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PageWatch, watchPage } from '../../../lib/page/watch';
import { read } from '../../../lib/text/read';

const LINE = '各镇要安排专人值守物资仓库，逐日清点救灾帐篷和发电设备，如实登记进出数量。';
let watch: PageWatch;
let told: number[];

/** A page of two lines and a clock; every line of it is the document's own. */
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<p>${LINE}</p><p id="clock">09:00:00</p><p>${LINE}</p>`;
  told = [];
  const started = Date.now();
  watch = watchPage({
    root: document.body,
    reading: () => {
      const text = read(document.body);
      return { text, body: { start: 0, end: text.text.length } };
    },
    onChange: () => {
      told.push(Date.now() - started);
      watch.settled(true);
    },
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

const tick = async (seconds: number) => {
  for (let at = 0; at < seconds; at++) {
    document.querySelector('#clock')!.textContent = `09:${Math.floor(at / 60)}:${at % 60}`;
    await vi.advanceTimersByTimeAsync(1000);
  }
};

it('reads a page with a clock in its document ever more rarely', async () => {
  await tick(120);
  const early = told.filter((at) => at < 10_000).length;
  const late = told.filter((at) => at >= 60_000).length;
  expect(early).toBeGreaterThanOrEqual(3);
  // Every second, it was: sixty times.
  expect(late).toBeLessThanOrEqual(3);
  expect(late).toBeGreaterThanOrEqual(1);
});

it('takes a few edits in a row at the usual pace', async () => {
  await tick(3);
  expect(told).toHaveLength(3);
  expect(told.every((at, i) => at - i * 1000 <= 500)).toBe(true);
});

it('is prompt again once the clock has stopped for a while', async () => {
  await tick(60);
  await vi.advanceTimersByTimeAsync(40_000);
  told.length = 0;
  const from = Date.now();
  document.querySelector('p')!.textContent = '各镇要安排两人值守物资仓库。';
  await vi.advanceTimersByTimeAsync(600);
  expect(told).toHaveLength(1);
  expect(Date.now() - from).toBeLessThan(700);
});

it('does not let much text wait for the clock', async () => {
  await tick(60);
  told.length = 0;
  const late = document.createElement('p');
  late.textContent = LINE.repeat(20);
  document.body.append(late);
  await tick(3);
  expect(told.length).toBeGreaterThanOrEqual(1);
});

it('tells nothing after its end, whatever was due', async () => {
  document.querySelector('#clock')!.textContent = '09:00:01';
  await Promise.resolve();
  watch.stop();
  document.querySelector('#clock')!.textContent = '09:00:02';
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
