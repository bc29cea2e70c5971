import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen, task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';
import { send } from './hand';

const NOTE = '已与镇里说好，周五前报数';
const MORE = '周五报的数还差两个村';

let at: Stage;
let ours: Page;

/**
 * Makes every write of the background fail as on a full disk, or ends that. A real limit stops the browser from writing at a moment of its own
 * only (`storage.test.ts` waits for it); this is what it does then.
 */
async function full(on: boolean): Promise<void> {
  const [worker] = at.context.serviceWorkers();
  await worker!.evaluate((on) => {
    const kept = globalThis as unknown as { own?: Pick<IDBObjectStore, 'put' | 'add'> };
    const made = IDBObjectStore.prototype;
    kept.own ??= { put: made.put, add: made.add };
    const none = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    made.put = on ? none : kept.own.put;
    made.add = on ? none : kept.own.add;
  }, on);
}

beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
  await send(ours, 'callStore', { method: 'addTasks', args: [seen, [{ ...task, note: NOTE }]] });
  await full(true);
});
afterAll(() => at.close());

describe('while the disk is full', () => {
  it('the list is there, and a note that cannot be kept stays in its field, is said, and outlives the page', async () => {
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    const open = async () => {
      await page.getByRole('button', { name: task.title }).first().click();
      const note = page.locator('.editor').getByRole('textbox', { name: '备注' });
      await note.waitFor();
      return note;
    };
    await (await open()).fill(MORE);
    await page
      .getByText(/空间不足/)
      .first()
      .waitFor();
    expect(await page.locator('.editor').getByRole('textbox', { name: '备注' }).inputValue()).toBe(MORE);
    await page.reload();
    await expect.poll(async () => (await open()).inputValue()).toBe(MORE);
    await page.close();
  });

  it('a backup and a ledger go out', async () => {
    const coming = ours.waitForEvent('download');
    await ours.getByRole('button', { name: '备份到文件' }).click();
    const text = readFileSync(await (await coming).path(), 'utf8');
    expect(text).toContain(NOTE);
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByRole('button', { name: task.title }).first().waitFor();
    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 1 项' }).click();
    expect(readFileSync(await (await csv).path(), 'utf8')).toContain(task.title);
    await page.close();
  });

  it('many edited at once are edited wholly or not at all, and that is said', async () => {
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByRole('checkbox', { name: '全选' }).first().check();
    await page.getByRole('button', { name: '改状态', exact: true }).click();
    await page.getByRole('menuitem', { name: '进行中' }).click();
    await page
      .getByText(/空间不足/)
      .first()
      .waitFor();
    const { value } = await send<{ value: { status: string }[] }>(ours, 'callStore', { method: 'tasks', args: [] });
    expect(value.map(({ status }) => status)).toEqual([task.status]);
    await page.close();
  });

  it('once there is room again what was typed is kept', async () => {
    await full(false);
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByRole('button', { name: task.title }).first().click();
    const note = page.locator('.editor').getByRole('textbox', { name: '备注' });
    await expect.poll(() => note.inputValue()).toBe(MORE);
    await note.press('End');
    await note.pressSequentially('。');
    const kept = async () =>
      (await send<{ value: { note: string }[] }>(ours, 'callStore', { method: 'tasks', args: [] })).value[0]?.note;
    await expect.poll(kept, { timeout: 20_000 }).toBe(`${MORE}。`);
    await page.close();
  });
});
