import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRecord, TaskRecord, TaskStatus } from '../../lib/store/types';
import { rowsInSight } from '../lib/sight';
import { policy, seen, task } from '../unit/store/samples';
import { faults } from './faults';
import { type Stage, stage } from './fixture';
import { send } from './hand';

let at: Stage;
let tasks: Page;

const instant = '2026-03-05T08:00:00.000Z';
const facts = { fingerprint: seen.fingerprint, firstSeen: instant, lastSeen: instant };
const documents: DocumentRecord[] = [
  { ...policy, ...facts, id: seen.id, urls: [seen.url], policy },
  {
    ...policy,
    ...facts,
    id: 'doc-qinghe',
    title: '清河市便民服务行动方案',
    docNumber: null,
    urls: ['https://www.qinghe.gov.cn/1.html'],
    policy,
  },
];
const statuses: readonly TaskStatus[] = ['open', 'doing', 'done', 'dropped', 'doing', 'open', 'done'];
/** Long past, long to come, and none: so that no day of the real calendar changes what is overdue. */
const dates = ['2001-01-31', '2099-12-31', null];
const records = Array.from(
  { length: 84 },
  (_, index): TaskRecord => ({
    ...task,
    id: `task-${String(index).padStart(3, '0')}`,
    measureId: `二›${index}`,
    documentId: documents[Number(index >= 60)]!.id,
    title: `第${index + 1}项便民事项`,
    status: statuses[index % statuses.length]!,
    dueDate: dates[index % dates.length]!,
    leaders: [index % 2 ? '周明远' : '何秀英'],
    created: instant,
    updated: instant,
  }),
);

beforeAll(async () => {
  at = await stage({ language: 'zh-CN', viewport: { width: 1366, height: 768 } });
  await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
  await send(tasks, 'callStore', { method: 'merge', args: [{ documents, tasks: records, annotations: [] }] });
  await tasks.reload();
  await tasks.getByText(`共 ${records.length} 项`).waitFor();
});
afterAll(() => at.close());

const dialog = () => tasks.getByRole('dialog');
const text = () => dialog().getByRole('region', { name: '预览' });

describe('on an office screen', () => {
  it('twenty tasks are in sight, under one line of all there is to filter by', async () => {
    const person = tasks.getByRole('combobox', { name: '按承办筛选' });
    await person.waitFor();
    const height = async () => (await tasks.getByRole('search').boundingBox())!.height;
    expect(await height()).toBeLessThan(48);
    expect(await rowsInSight(tasks)).toBeGreaterThanOrEqual(20);
    // What is chosen may need a line more.
    await tasks.getByRole('combobox', { name: '按文件筛选' }).selectOption({ index: 1 });
    await person.selectOption({ label: '周明远 (42)' });
    await tasks.getByText('共 30 项').waitFor();
    expect(await rowsInSight(tasks)).toBeGreaterThanOrEqual(20);
    await tasks.getByRole('button', { name: '清除筛选' }).click();
    await tasks.getByText(`共 ${records.length} 项`).waitFor();
  });
});

describe('the text of progress', () => {
  it('comes from the task list by keys, is right, and goes to the clipboard', async () => {
    await tasks.getByRole('button', { name: '督办文字…' }).focus();
    await tasks.keyboard.press('Enter');
    await text().waitFor();
    const { value: kept } = await send<{ value: TaskRecord[] }>(tasks, 'callStore', { method: 'tasks', args: [] });
    const counted = kept.filter(({ status }) => status !== 'dropped');
    const done = counted.filter(({ status }) => status === 'done').length;
    const late = counted.filter(({ status, dueDate }) => status !== 'done' && dueDate?.startsWith('2001')).length;
    expect([counted.length, done, late]).toEqual([72, 24, 16]);
    const shown = await text().innerText();
    expect(shown).toContain('共 72 件，已办结 24 件，占 33 %；推进中 24 件，占 33 %；未启动 24 件，占 33 %。');
    expect(shown).toContain('逾期 16 件：\n1. ');
    expect(shown.match(/（县行政审批局，时限2001年1月31日）/g)).toHaveLength(16);
    // Bars leave it the room in which it can be read.
    const { height } = (await text().boundingBox())!;
    expect(height).toBeGreaterThan(250);
    await dialog().getByRole('button', { name: '复制' }).focus();
    await tasks.keyboard.press('Enter');
    await dialog().getByText('已复制').waitFor();
    expect(await tasks.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });

  it('has bars as long as its numbers, and can be read by everybody', async () => {
    const months = dialog().getByRole('figure', { name: '各月到期进度' }).getByRole('listitem');
    expect((await months.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      '2001年1月',
      '2099年12月',
      '未定日期',
    ]);
    const rows = dialog().getByRole('figure', { name: '各文件进度' }).getByRole('listitem');
    expect(await rows.count()).toBe(2);
    const lengths = await rows
      .first()
      .locator('.bar-part')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
    const numbers = [...(await rows.first().innerText()).matchAll(/(?:办结|逾期) (\d+)/g)].map((each) =>
      Number(each[1]),
    );
    expect(lengths).toHaveLength(3);
    for (const at of [1, 2]) expect(lengths[at]! / lengths[0]!).toBeCloseTo(numbers[at]! / numbers[0]!, 1);
    expect(await faults(tasks, 'dialog')).toEqual([]);
  });

  it('of a span in which nothing is due says what to do; Escape closes it', async () => {
    await dialog().getByLabel('截止时间').selectOption('month');
    await dialog().getByText('这个范围里没有要办的任务').waitFor();
    await tasks.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    const button = tasks.getByRole('button', { name: '督办文字…' });
    await expect.poll(() => button.evaluate((each) => each === document.activeElement)).toBe(true);
  });
});
