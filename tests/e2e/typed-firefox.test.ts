import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { ways } from './leaving';
import { placeOfWords } from './place-of-words';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: nothing was typed into its panel and card.');

const PAGE = 'https://www.linlan.gov.cn/policy.html';
const TITLE = '建好乡村便民服务站';
const QUOTE = '便民服务热线';
const soon = { timeout: 40_000 };

interface Api {
  readonly runtime: { sendMessage(message: object): Promise<{ res: { value: unknown } }> };
  readonly extension: { getViews(): Window[] };
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
}

describe.runIf(firefox)('typed words in Firefox', () => {
  let sites: Sites;
  let at: Firefox;
  let ours: Page;
  beforeAll(async () => {
    sites = await serve();
    // The background is put to sleep soon, so that it can be asked what is typed into that.
    at = await launchFirefox({
      sites,
      prefs: { 'extensions.background.idle.timeout': 1500, 'network.cookie.cookieBehavior': 5 },
    });
    ours = await at.open('options.html');
    await ours.waitForSelector('h1');
    await onPolicy();
    const panel = await openPanel('举措');
    await (await panel.waitForSelector('input[placeholder^="筛选举措"]', { visible: true }))!.type(TITLE);
    await (await panel.waitForSelector('article.measure input[type=checkbox]', { visible: true }))!.click();
    await (await panel.waitForSelector('button::-p-text(领为任务 1 项)', { visible: true }))!.click();
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1), soon);
    await panel.close();
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  /** Notes of all tasks that are kept. */
  const stored = async (): Promise<string[]> => {
    const tasks = await ours.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { browser: Api }).browser;
      const data = { method: 'tasks', args: [] };
      const { res } = await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() });
      return res.value as { note: string }[];
    });
    return tasks.map(({ note }) => note);
  };
  /** Whether the background has a page of its own by now: it has none while it sleeps. */
  const background = (there: boolean) =>
    ours.waitForFunction(
      (wanted) => {
        const { extension } = (globalThis as unknown as { browser: Api }).browser;
        return extension.getViews().some(({ location }) => /background/.test(location.pathname)) === wanted;
      },
      {},
      there,
    );
  const leaveAs = async (way: string, page: Page) => {
    await ways[way]!(page, ours);
    if (!page.isClosed()) await page.close().catch(() => undefined);
  };

  async function onPolicy(): Promise<Page> {
    const page = await at.browser.newPage();
    await page.goto(PAGE);
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    return page;
  }

  /** The panel of the page, in a tab of its own: the real one cannot be driven. */
  async function openPanel(tab: string): Promise<Page> {
    const id = await ours.evaluate(async (url) => {
      const { tabs } = (globalThis as unknown as { browser: Api }).browser;
      return (await tabs.query({})).find((each) => each.url === url)?.id ?? null;
    }, PAGE);
    const panel = await at.open(`sidepanel.html?tab=${id}`);
    await panel.setViewport({ width: 420, height: 900 });
    await (await panel.waitForSelector(`[role="tab"]::-p-text(${tab})`, { visible: true }))!.click();
    return panel;
  }

  /** The note of the task, in the panel. */
  async function noteInPanel() {
    const page = await openPanel('我的任务');
    await (await page.waitForSelector('article.measure [data-main]', { visible: true }))!.click();
    return { page, note: (await page.waitForSelector('article.measure textarea', { visible: true }))! };
  }

  const cases = Object.keys(ways).flatMap((way) => [true, false].map((awake) => [way, awake] as const));

  // The list: `firefox.test.ts`.
  it.each(cases)('in the panel outlive %s, with the background awake: %s', async (way, awake) => {
    const { page, note } = await noteInPanel();
    await note.evaluate((each) => (each as HTMLTextAreaElement).select());
    if (!awake) await background(false);
    const words = `panel ${way} ${awake}`;
    await page.keyboard.type(words);
    await leaveAs(way, page);
    await vi.waitFor(async () => expect(await stored()).toEqual([words]), soon);
    const again = await noteInPanel();
    expect(await again.note.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe(words);
    await again.page.close();
  });

  /** The frame of ours over a page, once a click on it counts. */
  const over = async (page: Page): Promise<Frame> =>
    vi.waitFor(async () => {
      for (const frame of page.frames().slice(1)) {
        const ready = await frame.$('.frame[data-ready="true"] .toolbar').catch(() => null);
        if (ready) return frame;
      }
      throw new Error('no bar over the page');
    }, soon);

  /** Whether a note was left unfinished in the page by now: it is there without being asked for, a moment after the bar. */
  let begun = false;

  /** The note beside words that were selected in the page. */
  async function noteInCard() {
    const page = await onPolicy();
    await page.bringToFront();
    await drag(page, QUOTE);
    const frame = await over(page);
    // Asked for again it would go away.
    if (!begun) await (await frame.waitForSelector('button::-p-text(批注)'))!.click();
    begun = true;
    await frame.waitForSelector('textarea', soon);
    return { page, frame };
  }
  /** What is noted of drafts and not known to be kept. */
  const unkept = () => ours.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unkept:')));
  const typedIn = (frame: Frame) => frame.evaluate(() => document.querySelector('textarea')?.value);

  it.each(cases)('in a card of the page outlive %s, with the background awake: %s', async (way, awake) => {
    const { page, frame } = await noteInCard();
    await frame.evaluate(() => {
      document.querySelector('textarea')!.focus();
      document.querySelector('textarea')!.select();
    });
    if (!awake) await background(false);
    const words = `card ${way} ${awake}`;
    await page.keyboard.type(words);
    // The frame has a process of its own, which hears of the keys when it comes to it: what no field shows nobody has seen typed.
    await frame.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, {}, words);
    await leaveAs(way, page);
    const again = await noteInCard();
    await vi.waitFor(async () => expect(await typedIn(again.frame)).toBe(words), soon);
    await again.page.close();
    await vi.waitFor(async () => expect(await unkept()).toEqual([]), soon);
  });
});

/** Drags over words of the page, as a reader selects them. */
async function drag(page: Page, words: string): Promise<void> {
  const place = await page.evaluate(placeOfWords, words);
  if (!place) throw new Error(`not in the page: ${words}`);
  await page.mouse.move(place.left + 1, place.y);
  await page.mouse.down();
  await page.mouse.move(place.right - 1, place.y, { steps: 4 });
  await page.mouse.up();
}
