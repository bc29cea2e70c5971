import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page as Tab } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { developing, SITE, type Stage, stage } from './fixture';
import { placeOfWords } from './place-of-words';

const WORDS = '便民服务热线';
const soon = { timeout: 20_000, interval: 100 };

type Api = Readonly<Record<'windows' | 'runtime', Record<string, (...args: unknown[]) => Promise<never>>>>;

/** What playwright is not told of is a window of another kind: puppeteer sees all tabs there are. */
describe('a private window, where the reader lets the extension into it', () => {
  let at: Stage;
  let browser: Browser;
  let ours: Awaited<ReturnType<typeof developing>>;
  beforeAll(async () => {
    at = await stage({ args: ['--remote-debugging-port=0'] });
    ours = await developing(at, { incognitoAccess: true });
    const [port, path] = readFileSync(join(at.profile, 'DevToolsActivePort'), 'utf8').split('\n');
    browser = await puppeteer.connect({ browserWSEndpoint: `ws://127.0.0.1:${port}${path}`, defaultViewport: null });
  });
  afterAll(async () => {
    await browser?.disconnect();
    await at.close();
  });

  const kept = (method: string) =>
    ours.evaluate(async (method) => {
      const { runtime } = (globalThis as unknown as { chrome: Api }).chrome;
      const message = { id: 1, type: 'callStore', data: { method, args: [] }, timestamp: Date.now() };
      const { res } = (await runtime.sendMessage!(message)) as { res: { value: unknown[] } };
      return res.value.length;
    }, method);

  it('a policy is read and painted, a person takes on a task, and nothing is kept but that', async () => {
    await ours.evaluate(
      (url) => (globalThis as unknown as { chrome: Api }).chrome.windows.create!({ incognito: true, url }),
      `${SITE}/policy.html`,
    );
    const tab = await vi.waitFor(async () => {
      const target = browser.targets().find((each) => each.type() === 'page' && each.url().endsWith('/policy.html'));
      return (await target?.page()) ?? Promise.reject(new Error('no tab yet'));
    }, soon);
    await tab.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    expect(await tab.evaluate(() => (CSS as unknown as { highlights: Map<string, unknown> }).highlights.size)).toBe(5);
    expect([await kept('documents'), await kept('tasks')]).toEqual([0, 0]);

    await tab.bringToFront();
    const place = (await tab.evaluate(placeOfWords, WORDS))!;
    await tab.mouse.move(place.left + 1, place.y);
    await tab.mouse.down();
    await tab.mouse.move(place.right - 1, place.y, { steps: 4 });
    await tab.mouse.up();
    await (await readyIn(tab)).click();
    await vi.waitFor(async () => expect(await kept('tasks')).toBe(1), soon);
  });
});

/** The bar's button for a task, once a click on it counts. */
const readyIn = (tab: Tab) =>
  vi.waitFor(async () => {
    const frame = tab.frames().find((each) => /guest\.html/.test(each.url()));
    for (const button of (await frame?.$$('.frame[data-ready="true"] button')) ?? [])
      if (await button.evaluate((each) => each.textContent?.includes('领为任务'))) return button;
    throw new Error('no bar yet');
  }, soon);
