import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { findFirefox } from '../../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../../lib/firefox.mjs';
import { type Sites, serve } from '../../server/index.mjs';
import { placeOfWords } from '../place-of-words';
import { leaks, open, reads, spy } from './reads';

const DRAFT = '局长不同意这一条';
const UNIT = '县民政局';
const words = [DRAFT, '本单位', '可能涉及'];

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until<T>(look: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  for (let turn = 0; turn < 100; turn++) {
    const found = await look();
    if (found) return found;
    await rest(100);
  }
  throw new Error(`${what}: not there`);
}

/** The frame of ours over a page, where it shows something. */
const overOf = (page: Page) => async (): Promise<Frame | null> => {
  for (const frame of page.frames().slice(1)) {
    if (await frame.evaluate(() => Boolean(document.querySelector('.frame button'))).catch(() => false)) return frame;
  }
  return null;
};

/** Where words stand in a page, in view. */
const placeOf = (page: Page, text: string) => page.evaluate(placeOfWords, text);

const firefox = findFirefox();
describe.runIf(firefox)('a page that wants to read, in Firefox', () => {
  let sites: Sites;
  let at: Firefox;
  let page: Page;
  let ours: Page;
  beforeAll(async () => {
    sites = await serve();
    at = await launchFirefox({ sites });
    ours = await at.open('tasks.html');
    await ours.waitForSelector('h1');
    await ours.evaluate(async (name) => {
      const { storage } = (
        globalThis as unknown as { browser: { storage: { local: { set(all: object): Promise<void> } } } }
      ).browser;
      const unit = { id: 'u', name, region: '临澜县', kind: null, aliases: [], colour: null };
      await storage.local.set({ profiles: [unit] });
    }, UNIT);
    page = await at.browser.newPage();
    await page.evaluateOnNewDocument(spy);
    await page.goto('https://www.linlan.gov.cn/policy.html');
    await page.waitForFunction(
      (count) => document.querySelector('dutymark-root')?.getAttribute('data-measures') === String(count),
      {},
      sample.measures.length,
    );
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  const tried = async () => leaks(await page.evaluate(reads, { words, open }), words);

  it('learns no unit from the card of a measure of ours', async () => {
    const place = (await placeOf(page, UNIT))!;
    await page.mouse.click(place.left + 5, place.y);
    const frame = await until(overOf(page), 'the card');
    await until(() => frame.evaluate(() => document.body.innerText.includes('本单位')), 'our unit in the card');
    expect(await tried()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('hears nothing while a note is typed, and a click of a person counts', async () => {
    const place = (await placeOf(page, '便民服务热线'))!;
    await page.mouse.move(place.left + 1, place.y);
    await page.mouse.down();
    await page.mouse.move(place.right - 1, place.y, { steps: 4 });
    await page.mouse.up();
    const ready = () => overOf(page)().then((each) => each?.$('.frame[data-ready="true"] .toolbar'));
    await until(ready, 'the bar');
    const frame = (await overOf(page)())!;
    const press = async (label: string) => {
      const button = await frame.evaluateHandle(
        (wanted) => [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(wanted)) ?? null,
        label,
      );
      await until(() => frame.$('.frame[data-ready="true"]'), 'a frame that stands still');
      await (button as unknown as { click(): Promise<void> }).click();
    };
    await press('批注');
    await frame.waitForSelector('textarea');
    await page.keyboard.type(DRAFT);
    await until(() => frame.evaluate((text) => document.querySelector('textarea')!.value === text, DRAFT), 'the draft');
    expect(await tried()).toEqual([]);
    // Its searching has scrolled the page.
    await placeOf(page, '便民服务热线');
    await press('保存');
    await until(() => frame.evaluate(() => document.body.innerText.includes('已批注')), 'the note');
    expect(await tried()).toEqual([]);
  });
});
