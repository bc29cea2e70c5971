import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOn } from '../lib/drive.mjs';
import { docx, p } from '../unit/formats/write/docx';
import { readState, SITE, type Stage, stage, tabOf } from './fixture';

const LINES = [
  '临澜县汛期安全工作任务分工方案',
  '一、重点任务',
  '1.排查临水临崖路段。六月底前完成县乡道路排查，逐处登记造册。',
  '牵头单位：县交通运输局',
  '2.备足抢险物资。在北部三个乡镇设立物资点。',
  '牵头单位：县应急管理局',
  '临澜县人民政府办公室',
  '2026年5月8日',
];
const word = docx({ body: LINES.map((line) => p(line)).join('') });
const WORD = '/files/汛期.docx';

let at: Stage;
let folder: string;
beforeAll(async () => {
  at = await stage();
  folder = mkdtempSync(join(tmpdir(), 'dutymark-opening-'));
  at.sites.set(WORD, word, { 'content-type': 'application/octet-stream' });
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A click in the context menu, which no driver can make by hand. */
async function menu(page: Page, click: { menuItemId: string; linkUrl?: string; frameId?: number }): Promise<number> {
  const id = await tabOf(at, page);
  const worker = await at.worker();
  await worker.evaluate(
    ([info, tab]) => {
      const { contextMenus } = (
        globalThis as unknown as {
          chrome: { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } } };
        }
      ).chrome;
      contextMenus.onClicked.dispatch(info, { id: tab });
    },
    [{ frameId: 0, ...click }, id] as const,
  );
  return id;
}

const opened = (page: Page) => page.getByRole('tab', { name: /^举措\s*2/ }).waitFor();
const reader = async (url: string): Promise<Page> => {
  const page = await at.context.newPage();
  await page.goto(at.url(`reader.html?url=${encodeURIComponent(url)}`));
  return page;
};
const titleOf = async (tab: number) =>
  (await at.worker()).evaluate(async (tabId) => {
    const { action } = (globalThis as unknown as { chrome: { action: { getTitle(of: object): Promise<string> } } })
      .chrome;
    return action.getTitle({ tabId });
  }, tab);

describe('a link to a file', () => {
  it('opens in the reader, and its tasks lead back to it without the file being looked for', async () => {
    const page = await at.open('/policy.html');
    const [read] = await Promise.all([
      at.context.waitForEvent('page', { predicate: (each) => each.url().includes('reader.html?url') }),
      menu(page, { menuItemId: 'open-link', linkUrl: SITE + encodeURI(WORD) }),
    ]);
    await opened(read);
    await takeOn(read, ['备足抢险物资']);
    await read.close();
    const tasks = await at.context.newPage();
    await tasks.goto(at.url('tasks.html'));
    const [back] = await Promise.all([
      at.context.waitForEvent('page'),
      tasks.getByRole('article', { name: '备足抢险物资' }).getByRole('button', { name: '回到原文' }).click(),
    ]);
    await back.getByRole('tab', { name: /^我的任务\s*1/ }).waitFor();
    for (const each of [page, tasks, back]) await each.close();
  });

  it('says so when the site has no such file, or gives a page to sign in on', async () => {
    const gone = await reader(`${SITE}/files/none.docx`);
    await gone.getByRole('alert').filter({ hasText: '没能从网站取到这个文件（404）' }).waitFor();
    await gone.close();
    at.sites.set('/files/a.pdf', '<!doctype html><meta charset="utf-8"><p>请先登录</p>');
    const page = await reader(`${SITE}/files/a.pdf`);
    await page.getByRole('alert').filter({ hasText: '可能要先登录' }).waitFor();
    expect(await page.getByRole('link', { name: '打开原来的地址' }).getAttribute('href')).toContain('/files/a.pdf');
    await page.close();
  });

  it('asks before it reads another site', async () => {
    const page = await reader('https://www.example.cn/files/a.docx');
    await page.getByRole('heading', { name: '从 www.example.cn 取文件' }).waitFor();
    await page.getByRole('button', { name: '允许并打开' }).waitFor();
    await page.close();
  });
});

describe('a tab that holds a file', () => {
  it('is offered by the popup', async () => {
    // A page under such a name stands for the browser's viewer, which headless browsers do not all have.
    at.sites.set('/files/view.pdf', '<!doctype html><meta charset="utf-8"><p>一个查看器</p>');
    const tab = await at.open('/files/view.pdf');
    const popup = await at.context.newPage();
    await popup.goto(at.url(`popup.html?tab=${await tabOf(at, tab)}`));
    const [read] = await Promise.all([
      at.context.waitForEvent('page', { predicate: (each) => each.url().includes('reader.html?url') }),
      popup.getByRole('button', { name: '用政笺打开' }).click(),
    ]);
    expect(decodeURIComponent(read.url())).toContain(`${SITE}/files/view.pdf`);
    for (const each of [tab, read]) await each.close();
  });
});

describe('files of this machine', () => {
  it('open by their address, and pages among them are marked where they stand', async () => {
    const file = join(folder, '汛期.docx');
    writeFileSync(file, word);
    const page = await reader(pathToFileURL(file).href);
    await opened(page);
    await page.close();
    const saved = join(folder, '汛期.html');
    writeFileSync(
      saved,
      `<!doctype html><meta charset="utf-8"><title>通知</title>${LINES.map((line) => `<p>${line}</p>`).join('')}`,
    );
    const shown = await at.context.newPage();
    await shown.goto(pathToFileURL(saved).href);
    expect(await readState(shown)).toEqual({ state: 'task-policy', measures: 2 });
    await shown.close();
  });
});

describe('the context menu', () => {
  it('says on the toolbar icon what it could not do', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const tab = await menu(page, { menuItemId: 'task' });
    await expect.poll(() => titleOf(tab)).toContain('没有选中正文里的文字');
    await page.close();
  });

  it('works in a frame whose text no detector takes for a policy', async () => {
    at.sites.set(
      '/outer.html',
      '<!doctype html><meta charset="utf-8"><p>外层</p><iframe src="/inner.html" width="600" height="300">',
    );
    at.sites.set(
      '/inner.html',
      '<!doctype html><meta charset="utf-8"><title>内页</title><p>请各股室明天上午报送本周的工作小结。</p>',
    );
    try {
      const page = await at.open('/outer.html');
      const inner = page.frames().find((frame) => frame.url().endsWith('/inner.html'));
      await inner!.locator('p').click({ clickCount: 3 });
      const id = await tabOf(at, page);
      const frameId = await (await at.worker()).evaluate(async (tabId) => {
        interface Scripting {
          executeScript(of: object): Promise<{ frameId: number; result: string }[]>;
        }
        const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
        const all = await scripting.executeScript({
          target: { tabId, allFrames: true },
          func: () => location.pathname,
        });
        return all.find(({ result }) => result === '/inner.html')?.frameId ?? -1;
      }, id);
      await menu(page, { menuItemId: 'task', frameId });
      const tasks = await at.context.newPage();
      await tasks.goto(at.url('tasks.html'));
      await tasks.getByRole('article', { name: '请各股室明天上午报送本周的工作小结' }).waitFor();
      await tasks.close();
      await page.close();
    } finally {
      at.sites.set('/outer.html', null);
      at.sites.set('/inner.html', null);
    }
  });
});
