import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../../lib/firefox.mjs';
import { type Sites, serve } from '../../server/index.mjs';
import { placeOfWords } from '../place-of-words';

const WORDS = '便民服务热线';
/** Said in the bar; or, once a key has come into the page, where the bar was. */
const LOST = /光标已经离开|没写完的批注留着/;
const soon = { timeout: 20_000 };

type Screen = { readonly mozInnerScreenX: number; readonly mozInnerScreenY: number };

const firefox = findFirefox();
describe.runIf(firefox)('a page of Firefox that takes the focus from a note', () => {
  let sites: Sites;
  let at: Firefox;
  beforeAll(async () => {
    sites = await serve();
    at = await launchFirefox({ sites });
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  /** A page with the note of a selection being typed. */
  async function writing(): Promise<{ page: Page; frame: Frame }> {
    const page = await at.browser.newPage();
    await page.goto('https://www.linlan.gov.cn/policy.html');
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    await page.bringToFront();
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'theirs';
      field.style.cssText = 'position: fixed; top: 0; left: 0';
      document.body.append(field);
    });
    const place = (await page.evaluate(placeOfWords, WORDS))!;
    await page.mouse.move(place.left + 1, place.y);
    await page.mouse.down();
    await page.mouse.move(place.right - 1, place.y, { steps: 4 });
    await page.mouse.up();
    const frame = await vi.waitFor(async () => {
      for (const over of page.frames().slice(1)) {
        if (await over.$('.frame[data-ready="true"] .toolbar').catch(() => null)) return over;
      }
      throw new Error('no bar yet');
    }, soon);
    if (!(await frame.$('textarea'))) await pressIn(page, frame, 'button[aria-expanded]');
    await frame.waitForSelector('textarea');
    await pressIn(page, frame, 'textarea');
    for (let key = await ours(frame); key !== ''; key = await ours(frame)) await page.keyboard.press('Backspace');
    return { page, frame };
  }
  const pressIn = async (page: Page, frame: Frame, selector: string) => {
    const inner = await frame.$eval(selector, (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const { mozInnerScreenX: x, mozInnerScreenY: y } = window as unknown as Screen;
      return { x: left + width / 2 + x, y: top + height / 2 + y };
    });
    const origin = await page.evaluate(() => {
      const { mozInnerScreenX: x, mozInnerScreenY: y } = window as unknown as Screen;
      return { x, y };
    });
    await page.mouse.click(Math.round(inner.x - origin.x), Math.round(inner.y - origin.y));
  };
  const ours = (frame: Frame) => frame.$eval('textarea', (field) => (field as HTMLTextAreaElement).value);
  const theirs = (page: Page) => page.$eval('#theirs', (field) => (field as HTMLInputElement).value);
  const steal = (page: Page) => page.$eval('#theirs', (field) => (field as HTMLElement).focus());
  const says = (frame: Frame) => frame.evaluate(() => document.querySelector('.frame')?.textContent ?? '');
  const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

  it('is told of at once, and gets at most a few keys', async () => {
    const { page, frame } = await writing();
    await page.keyboard.type('one ', { delay: 40 });
    await page.evaluate(() =>
      setInterval(() => {
        const field = document.querySelector<HTMLElement>('#theirs')!;
        field.blur();
        field.focus();
      }, 20),
    );
    let typed = 0;
    for (; typed < 40 && !LOST.test(await says(frame)); typed++) await page.keyboard.type('x', { delay: 40 });
    console.info(`told of after ${typed} more keys; the page had ${(await theirs(page)).length} of them`);
    expect((await theirs(page)).length).toBeLessThan(4);
    await page.close();
  });

  it('amid typing does not keep it: the field takes it back, once', async () => {
    const { page, frame } = await writing();
    await page.keyboard.type('one two ', { delay: 40 });
    await steal(page);
    await wait(60);
    await page.keyboard.type('three', { delay: 40 });
    expect([await ours(frame), await theirs(page)]).toEqual(['one two three', '']);
    await page.close();
  });

  it('from one who does not type just now is told of at once, until they press in the field', async () => {
    const { page, frame } = await writing();
    await page.keyboard.type('one', { delay: 40 });
    await wait(600);
    await steal(page);
    await vi.waitFor(async () => expect(await says(frame)).toMatch(LOST), { timeout: 2000, interval: 20 });
    await pressIn(page, frame, 'textarea');
    await vi.waitFor(async () => expect(await says(frame)).not.toMatch(LOST), soon);
    await page.keyboard.type(' two', { delay: 40 });
    expect([await ours(frame), await theirs(page)]).toEqual(['one two', '']);
    await page.close();
  });
});
