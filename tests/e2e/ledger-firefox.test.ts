import ExcelJS from 'exceljs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { policy, seen, task } from '../unit/store/samples';
import { bytesSaved, keepSaved } from './saved';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: no ledger was written in it.');

const instant = '2026-03-05T08:00:00.000Z';
const titles = ['设立跨镇办理窗口', '编制权责清单', '开展季度督查'];
const dump = {
  documents: [
    { ...policy, id: seen.id, urls: [seen.url], fingerprint: 'f', policy, firstSeen: instant, lastSeen: instant },
  ],
  tasks: titles.map((title, at) => ({
    ...task,
    id: `task-${at}`,
    measureId: `二›${at}`,
    title,
    created: instant,
    updated: instant,
  })),
  annotations: [],
};

describe.runIf(firefox)('the ledger in Firefox', () => {
  let at: Firefox;
  let page: Page;
  beforeAll(async () => {
    at = await launchFirefox();
    page = await at.open('tasks.html');
    await page.waitForSelector('h1');
    await page.evaluate(async (dump) => {
      const { runtime } = (
        globalThis as unknown as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).browser;
      const data = { method: 'merge', args: [dump] };
      await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() });
    }, dump);
    await page.waitForSelector('article');
  });
  afterAll(() => at.close());

  it('is written in a thread, and read back', async () => {
    await keepSaved(page);
    await page.evaluate(() => {
      const button = document.querySelector('.bulk-actions button[title]') as HTMLButtonElement;
      button.click();
    });
    await page.waitForSelector('.ledger-sheet table');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.dialog-actions .button-primary')?.click());
    await page.waitForFunction(() => document.querySelector('.ledger-said')?.textContent?.includes('.xlsx'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(await bytesSaved(page)).buffer);
    const sheet = book.worksheets[0]!;
    const heads = sheet.getRow(3).values as string[];
    expect([4, 5, 6].map((row) => sheet.getCell(row, heads.indexOf('举措')).value).sort()).toEqual([...titles].sort());

    sheet.getCell(4, heads.indexOf('备注')).value = '已报送';
    const edited = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.dialog-head button')?.click());
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.bulk-actions button')?.click());
    await page.waitForSelector('dialog input[type=file]');
    await page.evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], '台账.xlsx'));
      const input = document.querySelector('dialog input[type=file]') as HTMLInputElement;
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, edited);
    await page.waitForSelector('.ledger-offers tbody tr');
    expect(
      await page.$$eval('.ledger-offers tbody tr', (rows) => rows.map((row) => row.children[4]?.textContent)),
    ).toEqual(['已报送']);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.dialog-actions .button-primary')?.click());
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.task-note')].some((note) => note.textContent === '已报送'),
    );
  });
});
