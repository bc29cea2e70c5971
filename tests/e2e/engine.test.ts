import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { page as sitePage } from '../server/furniture.mjs';
import { killWorker, painted, readState, SITE, type Stage, stage } from './fixture';
import { becomes } from './hand';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const POINTS = 6000;
const FEWER = 1500;
const facts = {
  title: '临澜县人民政府办公室关于印发《临澜县河道管护工作方案》的通知',
  issuer: '临澜县人民政府办公室',
  docNumber: '临政办〔2031〕9号',
  date: '2031年3月1日',
  policy: true,
};
/** A plan of so many points that reading it takes the background seconds. */
const plan = (points: number) =>
  sitePage({
    ...facts,
    html: Array.from(
      { length: points },
      (_, index) =>
        `<p>${index + 1}. 加强第${index + 1}段河道巡查，及时清理漂浮物。</p><p>牵头单位：县水利局</p><p>参加单位：县第${index + 1}河长办公室</p>`,
    ).join('\n'),
  });

/** Opens a page that is being read, and no more. */
async function opened(path: string): Promise<Page> {
  const page = await at.open(path);
  await page.locator('dutymark-root').waitFor({ state: 'attached', timeout: 20_000 });
  return page;
}

const isRead = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('dutymark-root')?.hasAttribute('data-state') === true);

describe('a page that the background reads', () => {
  it('is read whole, though the background was stopped in the middle', async () => {
    at.sites.set('/long-plan.html', plan(POINTS));
    const page = await opened('/long-plan.html');
    expect(await isRead(page)).toBe(false);
    expect(await killWorker(at)).toBe(1);
    expect(await isRead(page)).toBe(false);
    await becomes(page, 'task-policy', POINTS);
    expect(await painted(page, 'dutymark-lead', POINTS)).toHaveLength(POINTS);
    await page.close();
  });

  it('does not wait for a longer one that another tab has read, or for one that is gone', async () => {
    at.sites.set('/long-plan.html', plan(POINTS));
    const long = await opened('/long-plan.html');
    const gone = await opened('/long-plan.html');
    await gone.goto(`${SITE}/news.html`);
    const short = await at.open('/policy.html');
    expect(await readState(short)).toEqual({ state: 'task-policy', measures: sample.measures.length });
    await becomes(long, 'task-policy', POINTS);
    for (const page of [long, gone, short]) await page.close();
  });

  it('is read anew while it is being read, and shows what it says in the end', async () => {
    at.sites.set('/other-plan.html', plan(FEWER));
    const page = await opened('/other-plan.html');
    expect(await isRead(page)).toBe(false);
    await page.evaluate(() => {
      const points = [...document.querySelectorAll('p')].filter((each) => /^\d+\. /.test(each.textContent ?? ''));
      const [first] = points;
      const range = document.createRange();
      range.setStartBefore(points[10] as Element);
      range.setEndAfter(points[points.length - 1] as Element);
      range.deleteContents();
      first?.append('做到常态长效。');
    });
    await becomes(page, 'task-policy', 10);
    await page.close();
  });
});
