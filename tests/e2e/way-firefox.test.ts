import ExcelJS from 'exceljs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TaskRecord } from '../../lib/store/types';
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { dayOf, throughTheDay, twoOfMarch } from './day-of';
import { bytesSaved, keepSaved } from './saved';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: the main way was not gone in it.');

const UNIT = '县民政局';
const PAGE = 'https://www.linlan.gov.cn/policy.html';

let clicks = 0;

/** Presses what is seen with these words, as a hand does. */
async function press(page: Page, selector: string, words?: string): Promise<void> {
  const found = await page.waitForSelector(words ? `${selector}::-p-text(${words})` : selector, { visible: true });
  clicks++;
  await found!.click();
}

/** The control that is called so, by its label or by a name of its own. */
async function field(page: Page, name: string): Promise<ElementHandle<HTMLInputElement>> {
  const found = await page.waitForFunction(
    (wanted) =>
      [
        ...(document.querySelector('dialog[open]') ?? document).querySelectorAll<HTMLInputElement>(
          'input, textarea, select',
        ),
      ].find((each) => {
        const names = [...(each.labels ?? [])].map(({ textContent }) => textContent?.trim());
        return [each.ariaLabel, ...names].includes(wanted) && each.checkVisibility();
      }),
    {},
    name,
  );
  return found as ElementHandle<HTMLInputElement>;
}

/** Chooses in a list, or sets a day, as the browser's own picker does. */
const choose = async (control: ElementHandle<HTMLInputElement>, value: string): Promise<void> =>
  control.evaluate((element, value) => {
    const of = Object.getPrototypeOf(element) as object;
    Object.getOwnPropertyDescriptor(of, 'value')!.set!.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);

const callStore = <Value>(page: Page, method: string, args: unknown[]): Promise<Value> =>
  page.evaluate(
    async (data) => {
      const { runtime } = (
        globalThis as unknown as {
          browser: { runtime: { sendMessage(message: object): Promise<{ res: { value: unknown } }> } };
        }
      ).browser;
      const { res } = await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() });
      return res.value as never;
    },
    { method, args },
  );
const kept = (page: Page) => callStore<TaskRecord[]>(page, 'tasks', []);
const said = (page: Page, words: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);

describe.runIf(firefox)('the main way in Firefox', () => {
  let sites: Sites;
  let at: Firefox;
  let tasks: Page;
  const zone = process.env.TZ;
  beforeAll(async () => {
    process.env.TZ = 'America/Los_Angeles';
    sites = await serve();
    // Firefox shows reminders itself: a machine without a desktop takes none.
    at = await launchFirefox({ sites, granted: ['notifications'], prefs: { 'alerts.useSystemBackend': false } });
  });
  afterAll(async () => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    await at.close();
    await sites.close();
  });

  it('from the page over its duties to tasks, and out as a ledger, in fewer than twelve clicks', async () => {
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

    // The click on the toolbar button that opens the panel: no driver can make it.
    clicks = 1;
    const panel = await at.open(`sidepanel.html?tab=${tab}`);
    await press(panel, '[role="tab"]', '我的职责');
    await press(panel, '.onboarding-unit', UNIT);
    const all = await panel.waitForSelector('button::-p-text(项全部领为任务)', { visible: true });
    const count = Number(/点名本单位的 (\d+) 项/.exec(await all!.evaluate((each) => each.textContent ?? ''))?.[1]);
    expect(count).toBeGreaterThan(1);
    clicks++;
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
    await panel.bringToFront();
    const before = new Set(at.browser.targets());
    await press(panel, 'button[aria-label="任务清单"]');
    const opened = await at.browser.waitForTarget((each) => each.type() === 'page' && !before.has(each));
    tasks = (await opened.page())!;
    await tasks.setViewport({ width: 1366, height: 768 });
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
    await press(tasks, '.bulk-actions button[title]');
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
    console.log(`${clicks} clicks from the page to the ledger in Firefox`);
    expect(clicks).toBeLessThan(12);
    await tasks.keyboard.press('Escape');
    await tasks.waitForFunction(() => !document.querySelector('dialog[open]'));
  }, 60_000);

  it('and on: progress is typed, the text for the notice is right, a recurring duty rolls over', async () => {
    await press(tasks, '.task-title');
    await press(tasks, 'button', '记进展');
    await (await field(tasks, '进展情况')).type('四处选址已定');
    await (await field(tasks, '完成 %')).type('40');
    await press(tasks, 'button', '记下');
    await said(tasks, '四处选址已定');
    const first = (await kept(tasks)).find(({ progress }) => progress?.length);
    expect(first?.progress).toMatchObject([{ text: '四处选址已定', percent: 40 }]);
    await choose(await field(tasks, `“${first!.title}”的状态`), 'done');
    await vi.waitFor(async () => expect((await kept(tasks)).filter(({ doneOn }) => doneOn)).toHaveLength(1), {
      timeout: 20_000,
    });

    await press(tasks, '.bulk-actions button', '督办文字');
    const all = await kept(tasks);
    await said(tasks, `共 ${all.length} 件，已办结 1 件`);
    await tasks.keyboard.press('Escape');

    await press(tasks, 'button[aria-label="手工添加任务"]');
    await (await field(tasks, '任务')).type('报送季度情况');
    await choose(await field(tasks, '截止日期'), '2001-03-31');
    await press(tasks, 'dialog button', '添加');
    // What the page says passes; what is kept stays.
    await vi.waitFor(async () => expect((await kept(tasks)).map(({ title }) => title)).toContain('报送季度情况'), {
      timeout: 20_000,
    });
    await press(tasks, '[role="tab"]', '今天');
    await press(tasks, '[role="listitem"] .task-title, li .task-title', '报送季度情况');
    await (await field(tasks, '周期')).type('每季度');
    await press(tasks, 'button', '设为周期任务');
    await said(tasks, '↻ 每季度；办结后下一期 2001-06-30');
    await choose(await field(tasks, '“报送季度情况”的状态'), 'done');
    await said(tasks, '本期已办结，下一期 2001-06-30');
    expect((await kept(tasks)).find(({ title }) => title === '报送季度情况')).toMatchObject({
      status: 'open',
      dueDate: '2001-06-30',
      rounds: [{ due: '2001-03-31' }],
    });
  }, 60_000);

  it('and the day after: the icon is true over midnight, and a reminder comes at its hour, once', async () => {
    const ids = (await kept(tasks)).map(({ id }) => id);
    await callStore(tasks, 'moveToTrash', ['tasks', ids, 'key-of-emptying']);
    await callStore(tasks, 'merge', [twoOfMarch]);
    const options = await at.open('options.html');
    await (await field(options, '每天提醒逾期和今天到期的任务')).click();
    await options.waitForSelector('.office-hour:enabled');
    await throughTheDay(
      dayOf((work, argument) => options.evaluate(work as never, argument as never)),
      '政笺 · 逾期 1 · 今天 1',
    );
  }, 60_000);
});
