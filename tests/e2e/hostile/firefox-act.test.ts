import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../../lib/firefox.mjs';
import { type Sites, serve } from '../../server/index.mjs';
import { placeOfWords } from '../place-of-words';
import { flickering, hidden, inVain, made, type Point } from './acts';
import { darkPoints, LETTERS } from './dark';

const WORDS = '便民服务热线';
const nothing = { tasks: 0, annotations: 0 };
const soon = { timeout: 20_000 };

interface Api {
  readonly runtime: { sendMessage(message: object): Promise<{ res: { value: unknown[] } }> };
}

const firefox = findFirefox();
describe.runIf(firefox)('a page that wants to act, in Firefox', () => {
  let sites: Sites;
  let at: Firefox;
  let ours: Page;
  beforeAll(async () => {
    sites = await serve();
    at = await launchFirefox({ sites });
    ours = await at.open('options.html');
    await ours.waitForSelector('h1');
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  const call = (method: string) =>
    ours.evaluate(async (method) => {
      const { runtime } = (globalThis as unknown as { browser: Api }).browser;
      const data = { method, args: [] };
      return (await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() })).res.value;
    }, method);
  const kept = async () => ({
    tasks: (await call('tasks')).length,
    annotations: (await call('annotations')).length,
  });
  beforeEach(async () => {
    await call('clear');
  });

  /** A page with the bar of a selection open, and where its button for a task stands. */
  async function armed(): Promise<{ page: Page; point: Point }> {
    const page = await at.browser.newPage();
    await page.goto('https://www.linlan.gov.cn/policy.html');
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    await page.bringToFront();
    const place = (await page.evaluate(placeOfWords, WORDS))!;
    await page.mouse.move(place.left + 1, place.y);
    await page.mouse.down();
    await page.mouse.move(place.right - 1, place.y, { steps: 4 });
    await page.mouse.up();
    const frame = await vi.waitFor(() => readyOver(page), soon);
    return { page, point: await placeOf(page, frame, '领为任务') };
  }

  /** Long enough for a click that counts to have come through to the store. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 700));
  const press = async (page: Page, { x, y }: Point) => {
    await page.mouse.click(x, y);
    await settle();
  };

  it('finds no way without a click of a person', async () => {
    const { page, point } = await armed();
    for (const [name, attempt] of Object.entries(made)) {
      await page.evaluate(`(${attempt})(${JSON.stringify(point)})`).catch(() => undefined);
      await settle();
      expect(await kept(), name).toEqual(nothing);
    }
    await page.close();
  });

  it.each(Object.keys(hidden))('does not make a person click what is hidden by %s', async (name) => {
    const { page, point } = await armed();
    await page.evaluate(`(${hidden[name]})(${JSON.stringify(point)})`);
    await settle();
    const seen = await isSeen(page, point);
    await settle();
    await press(page, point);
    // Where ours lies above what was to hide it, a person has clicked what they saw.
    if (!(seen && inVain.includes(name))) expect(await kept()).toEqual(nothing);
    await page.close();
  });

  it.each(Object.keys(flickering))('does not make a person click what is hidden now and then by %s', async (name) => {
    const { page, point } = await armed();
    await page.evaluate(`(${flickering[name]})()`);
    await settle();
    await settle();
    await press(page, point);
    expect(await kept()).toEqual(nothing);
    await page.close();
  });

  it('leaves a person to click what they see', async () => {
    const { page, point } = await armed();
    expect(await isSeen(page, point)).toBe(true);
    await settle();
    await press(page, point);
    await vi.waitFor(async () => expect(await kept()).toEqual({ tasks: 1, annotations: 0 }), soon);
    await page.close();
  });

  /** Whether the button's dark letters are seen where it stands: asked of the screen itself. */
  async function isSeen(page: Page, { x, y }: Point): Promise<boolean> {
    const clip = { x: x - 40, y: y - 12, width: 80, height: 24 };
    const shot = await page.screenshot({ clip, encoding: 'base64' });
    return (await ours.evaluate(darkPoints, shot)) > LETTERS;
  }
});

/** The frame of ours over a page, once a click on it counts. */
async function readyOver(page: Page): Promise<Frame> {
  for (const frame of page.frames().slice(1)) {
    if (await frame.$('.frame[data-ready="true"] .toolbar').catch(() => null)) return frame;
  }
  throw new Error('no bar over the page');
}

type Screen = { readonly mozInnerScreenX: number; readonly mozInnerScreenY: number };

/** Where the middle of a button of our frame stands in the page. */
async function placeOf(page: Page, frame: Frame, label: string): Promise<Point> {
  const inFrame = await frame.evaluate((label) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(label))!;
    const { left, top, width, height } = button.getBoundingClientRect();
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Screen;
    return { x: left + width / 2 + mozInnerScreenX, y: top + height / 2 + mozInnerScreenY };
  }, label);
  const origin = await page.evaluate(() => {
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Screen;
    return { x: mozInnerScreenX, y: mozInnerScreenY };
  });
  return { x: Math.round(inFrame.x - origin.x), y: Math.round(inFrame.y - origin.y) };
}
