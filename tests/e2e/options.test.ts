import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen, task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';

let at: Stage;
let options: Page;
beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
  options = await at.context.newPage();
  await options.goto(at.url('options.html'));
});
afterAll(() => at.close());

const press = (name: string) => options.getByRole('button', { name }).click();
const tasks = () => options.locator('.holdings dd').nth(1).textContent();

describe('data', () => {
  it('is backed up, deleted only after a tick, and comes back whole', async () => {
    const drafts = [task, { ...task, measureId: '二›7', note: '备份里要有这一句' }];
    await options.evaluate(
      async (call) => {
        const { runtime } = (
          globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
        ).chrome;
        await runtime.sendMessage({ id: 1, type: 'callStore', data: call, timestamp: Date.now() });
      },
      { method: 'addTasks', args: [seen, drafts, 'key'] },
    );
    await expect.poll(tasks).toBe('2');
    await press('填写本单位');
    await options.getByLabel('单位名称').fill('临澜县司法局');
    await press('保存');
    await options.locator('.profile strong', { hasText: '临澜县司法局' }).waitFor();

    const [download] = await Promise.all([options.waitForEvent('download'), press('备份到文件')]);
    expect(download.suggestedFilename()).toMatch(/^政笺-备份-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();

    await press('删除全部数据');
    const dialog = options.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '全部删除' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '全部删除' }).click();
    await expect.poll(tasks).toBe('0');
    await expect.poll(() => options.getByText('临澜县司法局').count()).toBe(0);

    await options.locator('input[type=file]').setInputFiles(file);
    await options.getByText('1 份文件、2 项任务、0 条批注、1 个单位').waitFor();
    await options.getByRole('button', { name: '合并到本机' }).click();
    await expect.poll(tasks).toBe('2');
    await expect.poll(() => options.locator('.profile strong').textContent()).toBe('临澜县司法局');
    await options.locator('input[type=file]').setInputFiles(file);
    await options.getByRole('button', { name: '合并到本机' }).click();
    await options.getByText('新增 0 条，更新 0 条，保持不变 3 条').waitFor();
    await expect.poll(tasks).toBe('2');
  });

  it('is left alone by a file that is no backup', async () => {
    const wrong = join(at.profile, 'wrong.json');
    writeFileSync(wrong, '{"format":"something else"}');
    await options.locator('input[type=file]').setInputFiles(wrong);
    await options.getByText('不是政笺的备份').first().waitFor();
    await expect.poll(tasks).toBe('2');
  });
});
