import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { type Sites, serve } from '../server/index.mjs';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: no two versions were compared in it.');

const SITE = 'https://www.linlan.gov.cn';
const TITLE = '补齐农村供水短板';
const OTHER = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>关于印发临澜县古桥修缮方案的通知</title></head><body>
<h1>临澜县古桥修缮方案</h1><p>临政办〔2026〕41号</p><p>1.勘察古桥。逐一测绘。</p><p>牵头单位：县司法局</p>
<p>2.修缮古桥。按图施工。</p><p>牵头单位：县财政局</p><p>3.编制图册。逐桥建档。</p><p>牵头单位：县民政局</p></body></html>`;
const soon = { timeout: 40_000 };

describe.runIf(firefox)('two versions in Firefox', () => {
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
    await at?.close();
    await sites?.close();
  });

  async function policyAt(path: string): Promise<Page> {
    const page = await at.browser.newPage();
    await page.goto(SITE + path);
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    return page;
  }

  /** The panel of a page, in a tab of its own: the real one cannot be driven. */
  async function panelOf(page: Page): Promise<Page> {
    const id = await ours.evaluate(async (url) => {
      interface Tabs {
        query(filter: object): Promise<{ id?: number; url?: string }[]>;
      }
      const { tabs } = (globalThis as unknown as { browser: { tabs: Tabs } }).browser;
      return (await tabs.query({})).find((each) => each.url === url)?.id ?? null;
    }, page.url());
    const panel = await at.open(`sidepanel.html?tab=${id}`);
    await panel.setViewport({ width: 420, height: 900 });
    return panel;
  }
  const press = async (page: Page, selector: string) =>
    (await page.waitForSelector(selector, { visible: true, ...soon }))!.click();
  const says = (page: Page, words: string) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), soon, words);

  it('of one document: opened again, it says what changed and moves a task’s date with it', async () => {
    const page = await policyAt('/policy.html');
    const original = await page.evaluate(() => fetch(location.href).then((answer) => answer.text()));
    let panel = await panelOf(page);
    await press(panel, '[role="tab"]::-p-text(举措)');
    await (await panel.waitForSelector('input[placeholder^="筛选举措"]', { visible: true }))!.type(TITLE);
    await press(panel, 'article.measure input[type=checkbox]');
    await press(panel, 'button::-p-text(领为任务 1 项)');
    await panel.waitForFunction(
      () =>
        [...document.querySelectorAll('[role="tab"]')].some((each) => /^我的任务\s*1$/.test(each.textContent ?? '')),
      soon,
    );
    await panel.close();

    const edited = original.replace('2027年9月底前解决', '2027年10月底前解决');
    expect(edited).not.toBe(original);
    sites.set('/policy.html', edited);
    await page.reload();
    await page.waitForSelector('dutymark-root[data-state="task-policy"]', soon);
    panel = await panelOf(page);
    await press(panel, '[aria-expanded="false"]::-p-text(原文已变)');
    await says(panel, TITLE);
    await press(panel, 'button::-p-text(任务截止日期改为 2027-10-31)');
    await says(panel, '任务截止日期已改为 2027-10-31');
    await panel.close();
    await page.close();
  }, 120_000);

  it('and two documents, one beside the other', async () => {
    sites.set('/other.html', OTHER);
    const page = await policyAt('/other.html');
    const panel = await panelOf(page);
    await press(panel, 'button::-p-text(文件信息)');
    await press(panel, 'button::-p-text(与另一份文件比较)');
    const other = await panel.waitForSelector('dialog[open] select', { visible: true, ...soon });
    const value = await other!.evaluate((each) => (each as HTMLSelectElement).options[1]?.value ?? '');
    await other!.select(value);
    await vi.waitFor(
      async () => expect(await panel.$eval('dialog[open]', (each) => each.textContent)).toMatch(/有 \d+ 处不同/),
      soon,
    );
    await panel.close();
    await page.close();
  }, 120_000);
});
