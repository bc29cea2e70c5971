import ExcelJS from 'exceljs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { bytesSaved, keepSaved } from './saved';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: the main way was not gone in it.');

const UNIT = '县民政局';
const PAGE = 'https://www.linlan.gov.cn/policy.html';

/** Presses what is seen with these words, as a hand does. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  const found = await page.waitForSelector(`${selector}::-p-text(${words})`, { visible: true });
  await found!.click();
}

describe.runIf(firefox)('the main way in Firefox', () => {
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

  it('from the page over its duties to tasks, and out as a ledger', async () => {
    const page = await at.browser.newPage();
    await page.goto(PAGE);
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', { timeout: 20_000 });

    const asking = await at.open('sidepanel.html');
    await asking.waitForSelector('main, [role="tablist"], h1');
    const tab = await asking.evaluate(async (url) => {
      interface Tabs {
        query(filter: object): Promise<{ id?: number; url?: string }[]>;
      }
      const { tabs } = (globalThis as unknown as { browser: { tabs: Tabs } }).browser;
      return (await tabs.query({})).find((each) => each.url === url)?.id ?? null;
    }, PAGE);
    expect(tab).not.toBeNull();
    await asking.close();

    const panel = await at.open(`sidepanel.html?tab=${tab}`);
    await press(panel, '[role="tab"]', '我的职责');
    await press(panel, '.onboarding-unit', UNIT);
    const all = await panel.waitForSelector('button::-p-text(项全部领为任务)', { visible: true });
    const count = Number(/点名本单位的 (\d+) 项/.exec(await all!.evaluate((each) => each.textContent ?? ''))?.[1]);
    expect(count).toBeGreaterThan(1);
    await all!.click();
    await panel.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[role="tab"]')].some((each) =>
          new RegExp(`^我的任务\\s*${wanted}$`).test(each.textContent ?? ''),
        ),
      {},
      count,
    );
    // What is ours is marked on the page as well: on the canvas over it, so its list of duties says how many there are.
    await page.bringToFront();
    await page.waitForFunction(() => (CSS.highlights.get('dutymark-lead')?.size ?? 0) > 0);
    await panel.close();

    const tasks = await at.open('tasks.html');
    await tasks.waitForFunction(
      (wanted) => document.querySelectorAll('[data-dutymark-row="task"]').length === wanted,
      {},
      count,
    );
    const titles = await tasks.$$eval('[data-dutymark-row="task"] .task-title', (each) =>
      each.map(({ textContent }) => textContent ?? ''),
    );
    await keepSaved(tasks);
    // Not the one that takes a ledger back.
    await (await tasks.waitForSelector('.bulk-actions button[title]', { visible: true }))!.click();
    await tasks.waitForSelector('.ledger-sheet table');
    await press(tasks, '.dialog-actions button', '保存文件');
    const book = new ExcelJS.Workbook();
    const bytes = await bytesSaved(tasks);
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = book.worksheets[0]!;
    const heads = sheet.getRow(3).values as string[];
    const column = (name: string) =>
      Array.from({ length: count }, (_, at) => String(sheet.getCell(4 + at, heads.indexOf(name)).value));
    expect(column('举措').sort()).toEqual([...titles].sort());
    for (const cell of Array.from({ length: count }, (_, at) =>
      ['牵头单位', '参加单位', '责任单位']
        .map((name) => sheet.getCell(4 + at, heads.indexOf(name)).value ?? '')
        .join('、'),
    ))
      expect(cell).toContain(UNIT);
  }, 40_000);
});
