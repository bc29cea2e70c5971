import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRecord, TaskRecord } from '../../lib/store/types';
import { emptyMeasure } from '../lib/policies';
import { policy, seen, task } from '../unit/store/samples';
import { faults } from './faults';
import { type Stage, stage } from './fixture';
import { send } from './hand';
import { longestTasks } from './tasks-of-thread';

let at: Stage;
let tasks: Page;

const instant = '2026-03-05T08:00:00.000Z';
const document: DocumentRecord = {
  ...policy,
  id: seen.id,
  urls: [seen.url],
  fingerprint: seen.fingerprint,
  policy: { ...policy, measures: [{ ...emptyMeasure(0), id: '一›1', text: '整条举措的正文。' }] },
  firstSeen: instant,
  lastSeen: instant,
};
const count = 5000;
const records = Array.from(
  { length: count },
  (_, index): TaskRecord => ({
    ...task,
    id: `task-${String(index).padStart(5, '0')}`,
    measureId: index === 0 ? '一›1' : `二›${index}`,
    title: `第${index + 1}项便民事项`,
    excerpt: '对照目录逐项登记办理情况，按月核对，发现漏项当日补录，并公示办理结果。'.repeat(4),
    dueDate: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
    created: instant,
    updated: instant,
  }),
);

beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
  tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
  const merge = (dump: object) =>
    send(tasks, 'callStore', { method: 'merge', args: [{ documents: [], tasks: [], annotations: [], ...dump }] });
  await merge({ documents: [document] });
  for (let from = 0; from < count; from += 500) await merge({ tasks: records.slice(from, from + 500) });
  await tasks.reload();
  await tasks.getByText(`共 ${count} 项`).waitFor();
});
afterAll(() => at.close());

/** When the browser begins the next thread of a page, and when it has ended it. */
async function threadsOf(page: Page) {
  const session = await at.context.newCDPSession(page);
  let [begin, end] = [(): void => {}, (): void => {}];
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  const there = new Set((await session.send('Target.getTargets')).targetInfos.map(({ targetId }) => targetId));
  let own: string | null = null;
  session.on('Target.targetCreated', ({ targetInfo: { type, targetId } }) => {
    if (type !== 'worker' || there.has(targetId) || own !== null) return;
    own = targetId;
    begin();
  });
  session.on('Target.targetDestroyed', ({ targetId }) => targetId === own && end());
  await session.send('Target.setDiscoverTargets', { discover: true });
  return { begun, ended };
}

const dialog = () => tasks.getByRole('dialog');
const save = async (): Promise<Download> => {
  const [download] = await Promise.all([
    tasks.waitForEvent('download', { timeout: 60_000 }),
    dialog().getByRole('button', { name: '保存文件' }).click(),
  ]);
  return download;
};

describe('the ledger of 5,000 tasks', () => {
  it('is a workbook two clicks away, written off the page’s thread', async () => {
    await tasks.getByRole('button', { name: '台账…', exact: true }).click();
    await dialog().getByRole('table').waitFor();
    const session = await at.context.newCDPSession(tasks);
    let download!: Download;
    const [longest] = await longestTasks(session, async () => {
      download = await save();
      await dialog()
        .getByText(/^已保存：政笺-台账/)
        .waitFor();
    });
    console.log('longest task of the page, ms:', JSON.stringify(longest));
    // By processor time: by the clock a task is as long as other programs keep it waiting.
    expect(longest?.processor).toBeGreaterThan(0);
    expect(longest?.processor).toBeLessThanOrEqual(50);
    expect(download.suggestedFilename()).toMatch(/^政笺-台账-\d{4}-\d\d-\d\d\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const sheet = book.worksheets[0]!;
    expect(sheet.rowCount).toBe(count + 3);
    const heads = sheet.getRow(3).values as string[];
    const titles = sheet.getColumn(heads.indexOf('举措')).values.slice(4) as string[];
    expect(new Set(titles).size).toBe(count);
    const first = titles.indexOf('第1项便民事项') + 4;
    expect(sheet.getCell(first, heads.indexOf('举措全文')).value).toBe('整条举措的正文。');
    expect(sheet.getCell(first, heads.indexOf('截止日期')).value).toEqual(new Date('2026-01-15T00:00:00Z'));
  });

  it('stops when told to, and can be written again in another form', async () => {
    await dialog().getByLabel('格式').selectOption('docx');
    const thread = await threadsOf(tasks);
    await dialog().getByRole('button', { name: '保存文件' }).click();
    await dialog().getByRole('progressbar').waitFor();
    await thread.begun;
    await dialog().getByRole('button', { name: '停止' }).click();
    await dialog().getByRole('button', { name: '保存文件' }).waitFor();
    // Told to end, a thread ends when its engine comes to it: in the middle of tens of thousands of cells, on a machine that
    // does other things, that may be long. The browser says when.
    await thread.ended;
    await dialog().getByLabel('格式').selectOption('ics');
    const calendar = readFileSync(await (await save()).path(), 'utf8');
    expect(new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')).toHaveLength(count);
  });

  it('of what is selected is a table of Word’s, in the form that was last chosen', async () => {
    await dialog().getByLabel('格式').selectOption('docx');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    await tasks.getByRole('article').first().getByRole('checkbox').click();
    await tasks.getByRole('button', { name: '台账…', exact: true }).click();
    await dialog().getByRole('table').waitFor();
    const download = await save();
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const { value } = await mammoth.extractRawText({ path: await download.path() });
    expect(value.match(/第\d+项便民事项/g)).toHaveLength(1);
  });

  it('comes back filled in: looked at, written, and undone', async () => {
    await dialog().getByLabel('格式').selectOption('xlsx');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    // The one that was picked is let go: the ledger is of all.
    await tasks.getByRole('article').first().getByRole('checkbox').click();
    await tasks.getByRole('button', { name: '台账…', exact: true }).click();
    await dialog().getByRole('table').waitFor();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await (await save()).path());
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    const sheet = book.worksheets[0]!;
    const heads = sheet.getRow(3).values as string[];
    sheet.getCell(4, heads.indexOf('状态')).value = '进行中';
    sheet.getCell(4, heads.indexOf('备注')).value = '已报送';
    const title = String(sheet.getCell(4, heads.indexOf('举措')).value);
    const buffer = Buffer.from(await book.xlsx.writeBuffer());

    await tasks.getByRole('button', { name: '收回/导入台账…' }).click();
    await dialog()
      .getByLabel('台账文件')
      .setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer });
    await dialog()
      .getByText(`改动 2 处（1 项任务），冲突 0 处，未改 ${count - 1} 项`)
      .waitFor();
    expect(await faults(tasks, 'dialog')).toEqual([]);
    await dialog().getByRole('button', { name: '写入 2 处' }).click();
    const row = tasks.getByRole('article', { name: title, exact: true });
    await row.getByText('已报送').waitFor();
    expect(await row.getByRole('combobox').inputValue()).toBe('doing');
    await tasks.getByRole('button', { name: '撤销' }).click();
    await row.getByText('已报送').waitFor({ state: 'detached' });
    expect(await row.getByRole('combobox').inputValue()).toBe('open');
  });

  it('has dialogs without a fault', async () => {
    await tasks.getByRole('button', { name: '台账…', exact: true }).click();
    await dialog().getByRole('table').waitFor();
    await dialog()
      .getByText(/^选列、排序/)
      .click();
    expect(await faults(tasks, 'dialog')).toEqual([]);
  });
});
