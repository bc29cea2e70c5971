import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { type Stage, stage, tabOf } from './fixture';
import { becomes, drag } from './hand';
import { inside } from './inside';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const WORDS = '便民服务热线';

/** As the reader does by Ctrl and +. */
async function zoom(page: Page, factor: number): Promise<void> {
  const tab = await tabOf(at, page);
  await (await at.worker()).evaluate(
    ([id, by]) =>
      (
        globalThis as unknown as { chrome: { tabs: { setZoom(id: number, factor: number): Promise<void> } } }
      ).chrome.tabs.setZoom(id!, by!),
    [tab, factor],
  );
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(factor, 1);
}

/** The pill can be reached and opened; the bar of a selection stands by what is selected, all of it in view. */
async function works(page: Page): Promise<void> {
  const guest = await inside(page);
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const within = ({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) => {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1);
    expect(right).toBeLessThanOrEqual(view.width + 1);
    expect(bottom).toBeLessThanOrEqual(view.height + 1);
    expect(right - left).toBeGreaterThan(8);
  };
  within(await guest.box('更多'));
  await guest.click('更多');
  within(await guest.box('本页不再显示'));
  await page.keyboard.press('Escape');
  await expect.poll(() => guest.text()).not.toContain('本页不再显示');

  await drag(page, WORDS);
  const bar = await guest.box('标绿');
  within(bar);
  const place = await page.evaluate(() => {
    const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { top, bottom };
  });
  const gap = Math.max(bar.top - place.bottom, place.top - bar.bottom);
  expect(gap).toBeGreaterThanOrEqual(-2);
  expect(gap).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()!.removeAllRanges());
}

it.each([0.5, 1.5, 3])('the pill and the selection bar work at a zoom of %d', async (factor) => {
  const page = await at.open('/policy.html');
  await becomes(page, 'task-policy', sample.measures.length);
  await zoom(page, factor);
  await works(page);
  await zoom(page, 1);
  await page.close();
});

it.each([0.8, 1.5])('they work on a page that zooms itself by style, by %d', async (factor) => {
  const page = await at.open('/policy.html');
  await becomes(page, 'task-policy', sample.measures.length);
  await page.evaluate((by) => {
    document.documentElement.style.zoom = String(by);
  }, factor);
  await works(page);
  await page.close();
});
