import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen, task } from '../unit/store/samples';
import { badgeOf, killWorker, readState, SITE, type Stage, stage, tabOf } from './fixture';
import { send as sendFrom } from './hand';
import { inside } from './inside';

let at: Stage;
let tasks: Page;
beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
  tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
});
afterAll(() => at.close());

const send = <Result>(type: string, data?: unknown, tabId?: number) => sendFrom<Result>(tasks, type, data, tabId);

interface Snapshot {
  readonly documentId: string;
  readonly url: string;
  readonly fingerprint: string;
  readonly policy: { readonly measures: readonly { readonly id: string; readonly title: string | null }[] };
}

/** Takes on measures of the page in a tab, as the panel does. */
async function takeOn(tabId: number, places: readonly number[]): Promise<void> {
  const { documentId, url, fingerprint, policy } = await send<Snapshot>('getSnapshot', undefined, tabId);
  const drafts = await send(
    'draftTasks',
    places.map((place) => policy.measures[place]?.id),
    tabId,
  );
  const seen = { id: documentId, url, fingerprint, policy };
  const reply = await send<{ ok: boolean }>('callStore', { method: 'addTasks', args: [seen, drafts, 'k'] });
  expect(reply.ok).toBe(true);
}

const rows = () => tasks.getByRole('article');

describe('the task list', () => {
  it('shows what was taken on while it is open, and loses nothing when the worker is killed between any two steps', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const tabId = await tabOf(at, page);
    await killWorker(at);
    await takeOn(tabId, [0, 5, 20]);
    await expect.poll(() => rows().count()).toBe(3);
    await takeOn(tabId, [0, 5]);
    await killWorker(at);
    await tasks.reload();
    await expect.poll(() => rows().count()).toBe(3);

    await rows().first().getByRole('combobox').selectOption('doing');
    await killWorker(at);
    await rows().first().locator('.task-title').click();
    await tasks.getByRole('textbox', { name: '备注' }).fill('=SUM(A1:A9) 先问财政局');
    await tasks.getByRole('textbox', { name: '备注' }).blur();
    await tasks.getByText('已保存').waitFor();
    await killWorker(at);
    await tasks.getByRole('combobox', { name: '标签', exact: true }).fill('重点，年度考核');
    await tasks.getByRole('combobox', { name: '标签', exact: true }).press('Enter');
    await expect.poll(() => rows().first().locator('.task-tag').allTextContents()).toEqual(['重点', '年度考核']);
    await tasks.reload();
    await expect.poll(() => rows().first().locator('.task-note').textContent()).toBe('=SUM(A1:A9) 先问财政局');
    await page.close();
  });

  it('exports what it shows under a Chinese name, a formula as text', async () => {
    const [download] = await Promise.all([
      tasks.waitForEvent('download'),
      tasks.getByRole('button', { name: '导出 3 项' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^政笺-任务清单-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF序号,文件标题,')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(data.map((row) => row.序号)).toEqual(['1', '2', '3']);
    expect(data[0]).toMatchObject({ 状态: '进行中', 标签: '重点；年度考核', 备注: "'=SUM(A1:A9) 先问财政局" });
    expect(data.every((row) => row.原文链接 === `${SITE}/policy.html`)).toBe(true);
  });

  it('goes back to the sentence: in the tab that has the page, and in a new one when none has', async () => {
    const place = async (page: Page) => page.evaluate(() => scrollY);
    const last = rows().last();
    const page = await at.open('/policy.html');
    await readState(page);
    await tasks.bringToFront();
    await last.getByRole('button', { name: '回到原文' }).click();
    await expect.poll(() => place(page)).toBeGreaterThan(0);
    const there = await place(page);
    await page.close();

    await killWorker(at);
    const [opened] = await Promise.all([
      at.context.waitForEvent('page'),
      last.getByRole('button', { name: '回到原文' }).click(),
    ]);
    await expect.poll(() => opened.url()).toBe(`${SITE}/policy.html`);
    await expect.poll(() => place(opened)).toBe(there);
    await opened.close();
  });

  it('says so where the page does not open, does not let us in, or has the sentence no more', async () => {
    const refused = [
      // Nobody listens at that port; and a site that nobody has granted.
      { url: 'https://www.linlan.gov.cn:8443/plan.html', words: /原文页面没有打开/ },
      { url: `http://127.0.0.1:${at.sites.http}/news.html`, words: /没有进入这个网站的许可/ },
    ];
    for (const [place, { url, words }] of refused.entries()) {
      const draft = { ...task, documentId: `away-${place}`, title: `第${place}处`, url };
      const call = { method: 'addTasks', args: [{ ...seen, id: draft.documentId, url }, [draft], `away-${place}`] };
      expect(await send('callStore', call)).toMatchObject({ ok: true });
      const [opened] = await Promise.all([
        at.context.waitForEvent('page'),
        tasks.getByRole('article', { name: draft.title }).getByRole('button', { name: '回到原文' }).click(),
      ]);
      await tasks.getByText(words).waitFor();
      await opened.close();
      await tasks.bringToFront();
      await tasks.getByRole('button', { name: '关闭' }).click();
      await send('callStore', { method: 'removeTasks', args: [[`away-${place}-0`]] });
      await expect.poll(() => rows().count()).toBe(3);
    }

    at.sites.set('/policy.html', '<!DOCTYPE html><meta charset="utf-8"><title>404</title><p>您访问的页面不存在</p>');
    const [opened] = await Promise.all([
      at.context.waitForEvent('page'),
      rows().last().getByRole('button', { name: '回到原文' }).click(),
    ]);
    try {
      await (await inside(opened)).says('这一页里找不到这段原文');
    } finally {
      at.sites.set('/policy.html', null);
      await opened.close();
    }
  });

  it('removes with undo, and keeps the other tab in step', async () => {
    const second = await at.context.newPage();
    await second.goto(at.url('tasks.html'));
    await expect.poll(() => second.getByRole('article').count()).toBe(3);
    await tasks.bringToFront();
    await rows().first().getByRole('checkbox').check();
    await tasks.getByRole('toolbar').getByRole('button', { name: '删除' }).click();
    await expect.poll(() => second.getByRole('article').count()).toBe(2);
    await tasks.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => second.getByRole('article').count()).toBe(3);
    await second.close();
  });
});

describe('the toolbar', () => {
  it('counts the measures of the page, and forgets them with it', async () => {
    const page = await at.open('/policy.html');
    const { measures } = await readState(page);
    const tabId = await tabOf(at, page);
    const badge = () => badgeOf(at, tabId);
    await expect.poll(badge).toBe(String(measures));
    await page.goto(`${SITE}/news.html`);
    await expect.poll(badge).toBe('');
    await page.close();
  });

  it('says plainly that it may not enter a page of the browser’s own, or one that is gone', async () => {
    const page = await at.context.newPage();
    await page.goto('chrome://version');
    const tabId = await tasks.evaluate(
      async () =>
        (
          await (
            globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ id: number }[]> } } }
          ).chrome.tabs.query({})
        ).at(-1)?.id,
    );
    expect(await send('activateTab', tabId)).toBe('restricted');
    await page.close();
    expect(await send('activateTab', tabId)).toBe('gone');
  });
});

describe('settings', () => {
  it('take effect in every open page, and a unit entered is kept', async () => {
    const options = await at.context.newPage();
    await options.goto(at.url('options.html'));
    await options.getByRole('radio', { name: '深色' }).check();
    await expect.poll(() => tasks.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await options.getByRole('button', { name: '填写本单位' }).click();
    await options.getByLabel('单位名称').fill('临澜县司法局');
    await options.getByRole('button', { name: '保存' }).click();
    await options.getByText('临澜县司法局').waitFor();
    await options.reload();
    await options.getByText('临澜县司法局').waitFor();
    await options.close();
  });
});
