import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate, openPanelFor, select, showTab, takeOn } from '../lib/drive.mjs';
import { bodyInWord } from '../lib/office';
import { type Stage, stage } from './fixture';

const QUOTE = '群众诉求一个工作日内转办';
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

let at: Stage;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'dutymark-copy-'));

/** The sample in the reader, with a unit of ours, two tasks and a note that would like to be a script. */
beforeAll(async () => {
  at = await stage();
  await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await at.context.newPage();
  await page.goto(at.url('reader.html?sample'));
  await showTab(page, '我的职责');
  await page.locator('.onboarding-unit', { hasText: '县民政局' }).click();
  await takeOn(page, ['补齐农村供水短板', '零工市场']);
  await showTab(page, '举措');
  await select(page, '.sheet p', QUOTE);
  await annotate(page, QUOTE, HOSTILE);
  await page.locator('.sheet mark[data-dutymark="mine"]').first().waitFor();
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

const marked = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sheet mark')].map(
      (each) => `${each.dataset.dutymark} ${each.textContent}`,
    ),
  );

async function save(from: Page): Promise<string> {
  await from.bringToFront();
  await from.getByRole('button', { name: '带标注的副本' }).click();
  const item = from.getByRole('menuitem', { name: /保存为网页文件/ });
  const [download] = await Promise.all([from.waitForEvent('download'), item.click()]);
  const path = join(folder, 'copy.html');
  expect(download.suggestedFilename()).toMatch(/^政笺-标注副本-临澜县.*\.html$/);
  await download.saveAs(path);
  return path;
}

describe('in the reader', () => {
  it('the outline leads to sections and measures, ours marked, and tells where one is', async () => {
    if (!(await page.getByRole('tree', { name: '目录' }).isVisible())) {
      await page.getByRole('button', { name: '打开目录' }).click();
    }
    const tree = page.getByRole('tree', { name: '目录' });
    await tree.getByRole('treeitem', { name: /方便老年人办事\s*，本单位职责/ }).waitFor();
    await tree.getByRole('treeitem', { name: /^三、让企业更安心/ }).click();
    await expect
      .poll(() =>
        page.locator('.sheet h2', { hasText: '三、让企业更安心' }).evaluate((each) => each.getBoundingClientRect().top),
      )
      .toBeLessThan(500);
    await expect.poll(() => tree.locator('[aria-current]').textContent()).toMatch(/^三、|^13/);
    await page.locator('.reader-paper').evaluate((each) => each.scrollTo(0, 0));
    await tree.getByRole('treeitem', { name: /^2 / }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => tree.locator('[aria-current]').textContent()).toMatch(/^2 /);
  });

  it('a search counts and steps through its hits, and leaves every mark as it was', async () => {
    const before = await marked();
    await page.locator('.reader-paper').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+f');
    const input = page.getByRole('searchbox', { name: '在正文中查找' });
    await input.fill('县民政局');
    const count = page.locator('.find-count');
    const all = await page.evaluate(() => document.querySelector('.sheet')?.textContent?.split('县民政局').length);
    await expect.poll(() => count.textContent()).toMatch(new RegExp(`^第 \\d+ / ${(all ?? 0) - 1} 处$`));
    const now = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-dutymark="hit-now"]')].map((each) => each.textContent).join(''),
      );
    await expect.poll(now).toBe('县民政局');
    const first = await count.textContent();
    await input.press('Enter');
    await expect.poll(() => count.textContent()).not.toBe(first);
    await input.press('Shift+Enter');
    await expect.poll(() => count.textContent()).toBe(first);
    await input.fill('１ 个工作日');
    await expect.poll(() => count.textContent()).toBe('没有找到');
    await input.fill('［三年');
    await page.getByLabel('不分全半角').uncheck();
    await input.fill('（２０２６');
    await expect.poll(() => count.textContent()).toBe('没有找到');
    await page.getByLabel('不分全半角').check();
    await expect.poll(() => count.textContent()).toMatch(/^第 1 \/ \d+ 处$/);
    await input.press('Escape');
    await expect.poll(() => input.count()).toBe(0);
    await expect.poll(marked).toEqual(before);
  });

  it('the copy is one file that needs nothing and runs nothing, and Word has its colours', async () => {
    const path = await save(page);
    const copy = await at.context.newPage();
    const asked: string[] = [];
    copy.on('request', (request) => asked.push(request.url()));
    await copy.goto(`file://${path}`);
    expect(asked).toEqual([copy.url()]);
    expect(await copy.title()).toContain('临澜县');
    expect(await copy.locator('script, img, link, iframe').count()).toBe(0);
    await copy.getByText(HOSTILE).waitFor();
    const ground = (words: string) =>
      copy
        .locator('span', { hasText: words })
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundColor);
    expect(await ground(QUOTE)).toBe('rgb(255, 241, 118)');
    expect(await copy.locator('.Section2 tr').count()).toBe(3);
    expect(await copy.locator('.Section2 tr').nth(1).locator('td').count()).toBe(21);
    await copy.close();

    const word = await bodyInWord(path);
    if (word === null) return console.warn('No LibreOffice Writer: the copy was not opened in it.');
    const fill = (words: string) =>
      new RegExp(`w:fill="(\\w+)"[^/]*/>(?:(?!</w:r>).)*<w:t[^>]*>${words}</w:t>`).exec(word)?.[1];
    expect(fill(QUOTE)).toBe('FFF176');
    expect(fill('县民政局')).toBe('FBCF94');
    expect(word).toMatch(/<w:color w:val="A8201A"\/>(?:(?!<\/w:r>).)*<w:t[^>]*>县水利局<\/w:t>/);
    expect(word).toContain('&lt;img src=x onerror=');
  });

  it('the clipboard gets it as rich text and as plain text', async () => {
    await page.bringToFront();
    await page.getByRole('button', { name: '带标注的副本' }).click();
    await page.getByRole('menuitem', { name: /粘贴到 Word/ }).click();
    await page.getByText('已复制，可粘贴到').waitFor();
    const [html, plain] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item!.getType(type)).text()));
    });
    expect(html).toMatch(new RegExp(`background:\\s?#fff176[^>]*>${QUOTE}</span>`));
    expect(plain).toContain(`${QUOTE}［1］`);
    expect(plain).toContain(`［1］“${QUOTE}” ${HOSTILE}`);
  });

  it('paper has the text, its marks, a legend and the notes by number, and nothing else', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const chrome of ['.reader-bar', '.reader-panel', '.reader-side', '.find-bar']) {
      expect(await page.locator(chrome).filter({ visible: true }).count(), chrome).toBe(0);
    }
    await page.locator('.print-legend').getByText('牵头单位').waitFor();
    expect(await page.locator('.print-legend').textContent()).toContain('本单位（县民政局）');
    expect(await page.locator('.print-notes').textContent()).toContain(`［1］${QUOTE}${HOSTILE}`);
    const number = await page
      .locator('mark[data-dutymark-note="1"]')
      .evaluate((each) => getComputedStyle(each, '::after').content);
    expect(number.replace(/[" ]/g, '')).toMatch(/［1］|data-dutymark-note/);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.print-legend, .print-notes').filter({ visible: true }).count()).toBe(0);
  });
});

it('the side panel gives the copy of a page, without what the site has around the document', async () => {
  const web = await at.open('/policy.html');
  await web.locator('dutymark-root[data-state="task-policy"]').waitFor({ state: 'attached' });
  const panel = await openPanelFor(at, web);
  await panel.getByRole('tab', { name: /^举措\s*30/ }).waitFor();
  const html = readFileSync(await save(panel), 'utf8');
  expect(html).toContain(`>${QUOTE}</span>`);
  expect(html).toContain('原文链接：<a href="https://www.linlan.gov.cn/policy.html"');
  expect(html).not.toMatch(/打印本页|关闭窗口|ICP备/);
});
