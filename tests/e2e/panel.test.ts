import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exportCsv } from '../lib/drive.mjs';
import { corpusGold } from '../lib/gold';
import { killWorker, painted, readState, type Stage, stage, tabOf } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const complaints: string[] = [];
afterEach(() => expect(complaints.splice(0)).toEqual([]));

/** The panel (or popup) of a tab, in a tab of its own. */
async function beside(page: Page, surface: 'sidepanel' | 'popup' = 'sidepanel'): Promise<Page> {
  const tab = await tabOf(at, page);
  const panel = await at.context.newPage();
  panel.on('pageerror', (error) => complaints.push(error.message));
  await panel.setViewportSize({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${at.id}/${surface}.html?tab=${tab}`);
  return panel;
}

const inView = (page: Page, text: string) =>
  page.waitForFunction((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.includes(wanted)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) return true;
    }
    return false;
  }, text);

describe('the panel', () => {
  it('leads to a measure in the page, and a click on a mark leads back', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await beside(page);
    await panel.getByRole('tab', { name: /^举措/ }).click();
    await panel.keyboard.press('/');
    await panel.keyboard.insertText('涉企 检查');
    await panel.getByRole('button', { name: /规范涉企行政检查/ }).click();
    await inView(page, '规范涉企行政检查');

    expect((await painted(page, 'dutymark-lead', 1)).length).toBeGreaterThan(0);
    const place = await page.evaluate(() => {
      const [first] = CSS.highlights.get('dutymark-lead') ?? [];
      const range = document.createRange();
      range.setStart(first!.startContainer, first!.startOffset);
      range.setEnd(first!.endContainer, first!.endOffset);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 4, y: top + height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    await panel.locator('article[aria-current="true"]', { hasText: '规范县级政务服务中心' }).waitFor();
    await page.close();
    await panel.close();
  });

  it('finds the policy in a frame', async () => {
    const page = await at.open('/frame.html');
    const panel = await beside(page);
    await panel.getByRole('button', { name: /规范县级政务服务中心/ }).click({ timeout: 15_000 });
    await panel.locator('article[aria-current="true"]').waitFor();
    expect(await panel.getByText('原文里找不到这一处').count()).toBe(0);
    await page.close();
    await panel.close();
  });

  it('follows the active tab of its window', async () => {
    const policy = await at.open('/policy.html');
    await readState(policy);
    const news = await at.open('/news.html');
    const panel = await at.context.newPage();
    panel.on('pageerror', (error) => complaints.push(error.message));
    await panel.goto(`chrome-extension://${at.id}/sidepanel.html`);
    await panel.getByText('这个页面还没有识读').waitFor();
    await policy.bringToFront();
    await panel.getByRole('tab', { name: /^举措/ }).waitFor();
    await news.bringToFront();
    await panel.getByText('这个页面还没有识读').waitFor();
    await Promise.all([policy.close(), news.close(), panel.close()]);
  });

  it('takes on, notes and undoes while the background is ended again and again', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await beside(page);
    await panel.getByRole('tab', { name: /^举措/ }).click();
    const row = panel.locator('article', { hasText: '推行一件事一次办' });
    await killWorker(at);
    await row.getByRole('button', { name: '领为任务' }).click();
    await panel.getByText('已领为任务 1 项').waitFor();
    await killWorker(at);
    await row.getByRole('button', { name: /推行一件事一次办/ }).click();
    await panel.getByPlaceholder('备注').fill('=1+1');
    await panel.getByText('已保存').waitFor();
    await killWorker(at);
    await panel.reload();
    await panel.getByRole('tab', { name: '我的任务 1' }).click();
    await panel.getByText('=1+1').waitFor();
    await panel.getByRole('button', { name: /推行一件事一次办/ }).click();
    await panel.getByRole('button', { name: '移出任务清单' }).click();
    await panel.getByText('还没有任务').waitFor();
    await page.close();
    await panel.close();
  });

  it('reads a page that is no policy when asked, and says what it is', async () => {
    const page = await at.open('/news.html');
    await page.waitForLoadState();
    const panel = await beside(page);
    await panel.getByText('这个页面还没有识读').waitFor();
    const popup = await beside(page, 'popup');
    await popup.getByRole('button', { name: '识读本页' }).click();
    await popup.getByText('这个页面不像政策文件').waitFor();
    await panel.getByText('看起来不是政策文件').waitFor();
    await panel.getByRole('button', { name: /照样/ }).click();
    await panel.getByRole('tab', { name: /^举措/ }).waitFor();
    await Promise.all([page.close(), panel.close(), popup.close()]);
  });
});

describe('our unit', () => {
  const gold = corpusGold('000');
  if (!gold) console.warn('The corpus is not beside the checkout: the duties of document 000 are not shown.');

  it.runIf(gold)(
    'is chosen from the document; all that name it are taken on, taken back, and one is set aside',
    async () => {
      const page = await at.open('/corpus/000?as=br');
      await readState(page);
      const panel = await beside(page);
      await panel.getByRole('tab', { name: '我的职责' }).click();
      await panel.getByPlaceholder('输入单位名称查找').fill('区司法局');
      await panel.getByRole('button', { name: /^区司法局/ }).click();
      const groups = panel.locator('.group-link');
      await expect.poll(() => groups.allTextContents()).toEqual(['牵头 33', '参加 2', '集合称谓 7', '可能涉及 23']);

      const all = panel.getByRole('button', { name: '点名本单位的 35 项全部领为任务' });
      await all.click();
      await panel.getByText('已领为任务 35 项').waitFor();
      await panel.getByRole('button', { name: '撤销' }).click();
      await all.click();
      await panel.getByRole('tab', { name: '我的任务 35' }).waitFor();

      await panel.getByRole('button', { name: /^可能涉及/ }).click();
      await panel.getByRole('button', { name: '不是', exact: true }).first().click();
      await panel.locator('.group-link', { hasText: '可能涉及 22' }).waitFor();
      await panel.getByRole('button', { name: '撤销' }).last().click();
      await panel.locator('.group-link', { hasText: '可能涉及 23' }).waitFor();

      // Which measures were taken on, and in which role, as the exported list says it.
      const tasks = await at.context.newPage();
      await tasks.goto(at.url('tasks.html'));
      await tasks.getByRole('button', { name: '导出 35 项' }).waitFor();
      const folder = mkdtempSync(join(tmpdir(), 'dutymark-roles-'));
      const text = readFileSync(await exportCsv(tasks, '任务', folder), 'utf8').slice(1);
      rmSync(folder, { recursive: true, force: true });
      const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      const numbers = (role: string) =>
        data
          .filter((row) => row.本单位角色?.startsWith(role))
          .map((row) => Number(row.编号))
          .sort((a, b) => a - b);
      const named = (list: 'lead' | 'participants') =>
        gold!.measures.filter((m) => m[list].includes('区司法局')).map((m) => Number(m.number));
      expect(numbers('牵头')).toEqual(named('lead'));
      expect(numbers('参加')).toEqual(named('participants'));
      await tasks.close();
      await page.close();
      await panel.close();
    },
  );
});
