// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PageWatch, watchPage } from '../../../lib/page/watch';
import { read } from '../../../lib/text/read';

const LINE = '各镇要安排专人值守物资仓库，逐日清点救灾帐篷和发电设备，如实登记进出数量。';
const silence = MutationObserver.prototype.disconnect;
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
  vi.restoreAllMocks();
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

it('is deaf to a flood, and has what it changed read all the same', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const clock = document.querySelector('#clock')!;
  const flood = (count: number) => {
    for (let at = 0; at < count; at++) clock.setAttribute('class', `c${at}`);
    clock.textContent = LINE;
  };
  flood(800);
  await Promise.resolve();
  expect(disconnect).toHaveBeenCalledTimes(1);
  // Nobody is told of it one by one; it is read once it is still.
  flood(800);
  await vi.advanceTimersByTimeAsync(200);
  expect(disconnect).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told.length).toBe(1);
  expect(told[0]).toBeGreaterThanOrEqual(650);
  // What comes after it is heard of as ever.
  document.querySelector('p')!.textContent = '各镇要安排两人值守物资仓库，逐日清点。';
  await vi.advanceTimersByTimeAsync(5000);
  expect(told.length).toBe(2);
});

it('hears a page that never comes to rest ever more rarely, says so, and takes it back once it does', async () => {
  watch.stop();
  const heard: number[] = [];
  const restless: { at: number; is: boolean }[] = [];
  const started = Date.now();
  watch = watchPage({
    root: document.body,
    reading: () => null,
    onChange: () => watch.settled(true),
    onRestless: (is) => restless.push({ at: Date.now() - started, is }),
  });
  vi.spyOn(MutationObserver.prototype, 'disconnect').mockImplementation(function (this: MutationObserver) {
    heard.push(Date.now() - started);
    silence.call(this);
  });
  const clock = document.querySelector('#clock')!;
  for (let at = 0; at < 600; at++) {
    for (let count = 0; count < 600; count++) clock.setAttribute('class', `c${count}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  const gaps = heard.slice(1).map((at, i) => at - heard[i]!);
  // Twice as long each time, eight seconds at last; with the tenth of a second that the flood comes in.
  const wanted = [250, 500, 1000, 2000, 4000, 8000, 8000];
  for (const [at, least] of wanted.entries()) {
    expect(gaps[at]).toBeGreaterThanOrEqual(least);
    expect(gaps[at]).toBeLessThanOrEqual(least + 200);
  }
  expect(heard.length).toBeLessThanOrEqual(13);
  expect(restless.map(({ is }) => is)).toEqual([true]);
  expect(restless[0]!.at).toBeLessThanOrEqual(500);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(restless.map(({ is }) => is)).toEqual([true, false]);
});

it('hears once what a page says of itself as a whole, over and over, until it has looked', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  for (let at = 0; at < 50; at++) {
    document.documentElement.setAttribute('data-scrolled', String(at));
    await Promise.resolve();
  }
  expect(disconnect).toHaveBeenCalledTimes(1);
  expect(observe).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(500);
  document.body.setAttribute('data-scrolled', '50');
  await vi.advanceTimersByTimeAsync(5000);
  expect(disconnect).toHaveBeenCalledTimes(2);
});

it('hears no more than some hundred batches a second', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const clock = document.querySelector('#clock')!;
  for (let at = 0; at < 300; at++) {
    clock.setAttribute('class', `c${at}`);
    await Promise.resolve();
  }
  expect(disconnect).toHaveBeenCalledTimes(1);
});

it('lets a page rest nine times as long as its reading took', async () => {
  watch.stop();
  const starts: number[] = [];
  let busy = false;
  watch = watchPage({
    root: document.body,
    reading: () => null,
    onChange: () => {
      if (busy) return;
      busy = true;
      starts.push(Date.now());
      setTimeout(() => {
        busy = false;
        watch.settled(true);
      }, 1000);
    },
  });
  for (let at = 0; at < 60; at++) {
    const line = document.createElement('p');
    line.textContent = LINE.repeat(20);
    document.body.append(line);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(starts.length).toBeGreaterThanOrEqual(3);
  for (const [at, start] of starts.entries()) if (at > 0) expect(start - starts[at - 1]!).toBeGreaterThanOrEqual(9900);
});
