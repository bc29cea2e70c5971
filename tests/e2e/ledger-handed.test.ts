import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLedger } from '../../lib/export/ledger/write';
import type { TaskRecord } from '../../lib/store/types';
import { policy, seen, task } from '../unit/store/samples';
import { faults } from './faults';
import { type Stage, stage } from './fixture';
import { send } from './hand';

let at: Stage;
let tasks: Page;

const instant = '2026-03-05T08:00:00.000Z';
const record = (id: string, title: string): TaskRecord => ({
  ...task,
  id,
  measureId: `一›${id}`,
  title,
  handlers: ['陈工'],
  created: instant,
  updated: instant,
});
const records = [record('a', '设立跨镇办理窗口'), record('b', '编制权责清单')];

/** A ledger of these tasks as a colleague sends it back: one is done, and a third was added. */
async function filledIn(): Promise<Buffer> {
  const blob = await writeLedger(
    'xlsx',
    records.map((task) => ({ task, document: policy, text: null })),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await blob.arrayBuffer());
  const sheet = book.worksheets[0]!;
  const column = (heading: string) => (sheet.getRow(3).values as string[]).indexOf(heading);
  sheet.getCell(4, column('状态')).value = '已完成';
  sheet.getCell(6, column('举措')).value = '新设两个窗口';
  sheet.getCell(6, column('截止日期')).value = '2026年13月1日';
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  at = await stage({ language: 'zh-CN', viewport: { width: 1366, height: 768 } });
  tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
  const { id, url, fingerprint } = seen;
  const document = { ...policy, id, urls: [url], fingerprint, policy, firstSeen: instant, lastSeen: instant };
  await send(tasks, 'callStore', {
    method: 'merge',
    args: [{ documents: [document], tasks: records, annotations: [] }],
  });
});
afterAll(() => at.close());

describe('a ledger of ours that is opened in the reader', () => {
  it('says what it is, and is taken back in the task list: changes, a day that cannot be, a row that was added', async () => {
    const reader = await at.context.newPage();
    await reader.goto(at.url('reader.html'));
    await reader
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: await filledIn() });
    const bar = reader.getByRole('region', { name: '这是一份政笺台账' });
    await bar.waitFor();
    expect(await faults(reader)).toEqual([]);
    const [list] = await Promise.all([
      at.context.waitForEvent('page'),
      bar.getByRole('button', { name: '到任务清单里收回' }).click(),
    ]);
    const dialog = list.getByRole('dialog');
    await dialog.getByText('文件：台账.xlsx').waitFor();
    await dialog.getByText('改动 1 处（1 项任务），冲突 0 处，未改 1 项').waitFor();
    await dialog.getByText('“台账”第 6 行：截止日期“2026年13月1日”不是日期').waitFor();
    await dialog.getByLabel('“台账”第 6 行：新设两个窗口').check();
    expect(await faults(list, 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: '写入 1 处，新增 1 项' }).click();
    await list.getByRole('article', { name: '新设两个窗口' }).waitFor();
    const done = list.getByRole('article', { name: '设立跨镇办理窗口' }).getByRole('combobox');
    await expect.poll(() => done.inputValue()).toBe('done');
    await list.getByRole('button', { name: '撤销' }).click();
    await list.getByRole('article', { name: '新设两个窗口' }).waitFor({ state: 'detached' });
    await expect.poll(() => done.inputValue()).toBe('open');
    await reader.close();
    await list.close();
  });

  it('and names half typed for many tasks are there after Escape', async () => {
    await tasks.reload();
    await tasks.getByRole('checkbox', { name: '全选' }).click();
    await tasks.getByRole('button', { name: '分派…' }).click();
    const dialog = tasks.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '分管领导' }).fill('周副局长');
    await tasks.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tasks.getByRole('button', { name: '分派…' }).click();
    const kept = async () =>
      (await dialog.getByRole('combobox', { name: '分管领导' }).inputValue()) + (await dialog.textContent());
    await expect.poll(kept).toContain('周副局长');
    expect(await faults(tasks, 'dialog')).toEqual([]);
    await dialog.getByRole('checkbox', { name: '陈工（2 项）' }).check();
    await dialog.getByRole('button', { name: '写入' }).click();
    await tasks.getByText('已修改 2 项任务').waitFor();
  });
});
