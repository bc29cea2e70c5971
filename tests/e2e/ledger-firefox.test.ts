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

/** Picks a file in the dialog that is open, as the browser's own picker does. */
const give = (page: Page, name: string, base64: string): Promise<void> =>
  page.evaluate(
    (name, base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      const input = document.querySelector('dialog input[type=file]') as HTMLInputElement;
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    base64,
  );
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Presses what is seen with these words. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  const found = await page.waitForSelector(`${selector}::-p-text(${words})`, { visible: true });
  await found!.click();
}
const said = (page: Page, words: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
const listed = (page: Page): Promise<string[]> =>
  page.$$eval('article .task-title', (each) => each.map(({ textContent }) => textContent ?? ''));
const listing = (page: Page, count: number) =>
  page.waitForFunction((count) => document.querySelectorAll('article .task-title').length === count, {}, count);

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
    await give(page, '台账.xlsx', edited);
    await page.waitForSelector('.ledger-offers tbody tr');
    expect(
      await page.$$eval('.ledger-offers tbody tr', (rows) => rows.map((row) => row.children[4]?.textContent)),
    ).toEqual(['已报送']);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.dialog-actions .button-primary')?.click());
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.task-note')].some((note) => note.textContent === '已报送'),
    );
  });

  it('of the office’s own comes in by its columns: what is new and what differs by one write, and back by one undo', async () => {
    const heads = '序号,督办事项,责任人,办结时间,内部编码';
    const rows = ['1,编制权责清单,李工,2026.9.30,001', '2,整治河道,陈工,9月底前,002'];
    await press(page, '.bulk-actions button', '收回/导入台账…');
    await page.waitForSelector('dialog input[type=file]');
    await give(page, '督办.csv', base64([heads, ...rows].join('\r\n')));
    await said(page, '读出 2 项：新增 1 项，已有 1 项（改动 2 处）');
    await page.select('select[aria-label="“内部编码”对应为"]', 'tags');
    await said(page, '改动 3 处');
    await press(page, 'dialog button', '导入 1 项、改动 3 处');
    await said(page, '已导入 1 项任务，改动已有的 1 项');
    await listing(page, 4);
    expect((await listed(page)).sort()).toEqual([...titles, '整治河道'].sort());
    const kept = () => page.$$eval('article', (each) => each.map((row) => row.textContent ?? ''));
    expect((await kept()).filter((text) => text.includes('李工'))).toHaveLength(1);
    await press(page, 'button', '撤销');
    await listing(page, 3);
    await page.waitForFunction(() => !document.body.innerText.includes('李工'));
    expect((await listed(page)).sort()).toEqual([...titles].sort());
  }, 60_000);

  it('and annotations go out as JSON-LD and come in again, another annotator’s too', async () => {
    await press(page, '[role="tab"]', '批注');
    await press(page, 'button', '读入批注…');
    await page.waitForSelector('dialog input[type=file]');
    const theirs = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      id: 'urn:uuid:0e8f2b8a-3c55-4d58-9a57-3f5e5b6f8a11',
      created: instant,
      body: { type: 'TextualBody', value: '先问编办', purpose: 'commenting' },
      target: { source: seen.url, selector: { type: 'TextQuoteSelector', exact: '设立跨镇办理窗口' } },
    };
    await give(page, '批注.jsonld', base64(JSON.stringify(theirs)));
    await press(page, 'dialog button', '读入 1 条');
    await page.waitForFunction(() => document.querySelectorAll('[data-dutymark-row="annotation"]').length === 1);
    await said(page, '先问编办');
    await said(page, '已读入 1 条批注');
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'saved'));
    await press(page, '.bulk-actions button', '其他格式');
    await press(page, '[role="menuitem"]', 'Web Annotation');
    const ours = await bytesSaved(page);
    expect(ours.toString()).toContain('TextQuoteSelector');
    await press(page, 'button', '撤销');
    await page.waitForFunction(() => document.querySelectorAll('[data-dutymark-row="annotation"]').length === 0);

    await press(page, 'button', '读入批注…');
    await page.waitForSelector('dialog input[type=file]');
    await give(page, '批注.jsonld', ours.toString('base64'));
    await press(page, 'dialog button', '读入 1 条');
    await page.waitForFunction(() => document.querySelectorAll('[data-dutymark-row="annotation"]').length === 1);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'saved'));
    await press(page, '.bulk-actions button', '其他格式');
    await press(page, '[role="menuitem"]', 'Web Annotation');
    const items = (bytes: Buffer): unknown => JSON.parse(bytes.toString()).first.items;
    expect(items(ours)).toMatchObject([{ target: { source: seen.url } }]);
    expect(items(await bytesSaved(page))).toEqual(items(ours));
  }, 60_000);
});
