import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showTab, takeOn } from '../lib/drive.mjs';
import { type Stage, stage } from './fixture';

const plan = (name: string) =>
  [
    `临澜县${name}工作任务分工方案`,
    '一、重点任务',
    `1.排查${name}重点路段。六月底前完成${name}隐患排查，逐处登记造册。`,
    '牵头单位：县交通运输局',
    `2.备足${name}物资。在北部三个乡镇设立${name}物资点，由专人管理。`,
    '牵头单位：县应急管理局',
    '临澜县人民政府办公室',
    '2026年5月8日',
  ].join('\r\n\r\n');

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

async function reader(query = ''): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url(`reader.html${query}`));
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  return page;
}
const pick = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const opened = (page: Page) => page.getByRole('tab', { name: /^举措\s*2/ }).waitFor();
/** From the task list back to where it was taken on. */
async function back(title: string): Promise<Page> {
  const tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
  const [page] = await Promise.all([
    at.context.waitForEvent('page'),
    tasks.getByRole('article', { name: title }).first().getByRole('button', { name: '回到原文' }).click(),
  ]);
  await tasks.close();
  return page;
}

describe('the library', () => {
  it('is asked about once; without leave a task says which file to open again and knows it', async () => {
    const page = await reader();
    await page.getByText('把文件或整个文件夹拖到这里').waitFor();
    await pick(page, '汛期.txt', plan('汛期'));
    const question = (of: Page) => of.getByRole('region', { name: '要把打开的文件存一份在本机吗？' });
    await question(page).getByRole('button', { name: '不存' }).click();
    await opened(page);
    await takeOn(page, ['备足汛期物资']);
    await page.close();

    const again = await back('备足汛期物资');
    await again.getByText(/任务出自“汛期\.txt”（1 kB，\d{4}-\d\d-\d\d 修改）/).waitFor();
    await pick(again, '别的.txt', plan('防火'));
    await again.getByRole('alert').filter({ hasText: '不是任务出自的“汛期.txt”' }).waitFor();
    expect(await question(again).count()).toBe(0);
    await pick(again, '换了名字.txt', plan('汛期'));
    await again.getByRole('tab', { name: /^我的任务\s*1/ }).waitFor();
    await expect.poll(() => again.getByRole('alert').filter({ hasText: '不是任务出自' }).count()).toBe(0);
    await again.close();
  });

  it('keeps files with leave: tasks lead straight back, files are listed, removed and put back', async () => {
    const options = await at.context.newPage();
    await options.goto(at.url('options.html#files'));
    await options.getByRole('radio', { name: '存在本机' }).check();
    await options.close();

    const page = await reader();
    await pick(page, '防汛.txt', plan('防汛'));
    await opened(page);
    await takeOn(page, ['排查防汛重点路段']);
    await pick(page, '防火.txt', plan('防火'));
    await page.getByText('临澜县防火工作').first().waitFor();
    await page.getByRole('button', { name: '更多打开方式' }).click();
    await page.getByRole('menuitem', { name: '文件库' }).click();
    await page.getByText(/2 个文件，共 \d+ kB/).waitFor();
    await page.close();

    const again = await back('排查防汛重点路段');
    await opened(again);
    expect(await again.locator('.sheet').textContent()).toContain('临澜县防汛工作');
    await showTab(again, '我的任务');
    await again.close();

    const first = await reader();
    await first.getByRole('button', { name: '防汛.txt' }).click();
    await opened(first);
    await first.getByRole('button', { name: '更多打开方式' }).click();
    await first.getByRole('menuitem', { name: '文件库' }).click();
    await first.locator('.library').getByText('1 项任务').waitFor();
    await first.getByRole('button', { name: '移除“防汛.txt”' }).click();
    await first.getByText(/1 个文件/).waitFor();
    await first.getByRole('button', { name: '撤销' }).click();
    await first.getByText(/2 个文件/).waitFor();
    await first.getByRole('button', { name: '全部移除' }).click();
    await first.getByText('文件库还是空的').waitFor();
    await first.close();
  });
});
