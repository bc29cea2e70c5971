import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRecord } from '../../lib/store/types';
import { openPanelFor, showTab } from '../lib/drive.mjs';
import { faults } from './faults';
import { badgeOf, type Stage, stage, tabOf } from './fixture';
import { becomes, send } from './hand';

let at: Stage;
let tasks: Page;

beforeAll(async () => {
  at = await stage({ language: 'zh-CN', viewport: { width: 1366, height: 768 } });
  await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => at.close());

const kept = async (): Promise<TaskRecord[]> =>
  (await send<{ value: TaskRecord[] }>(tasks, 'callStore', { method: 'tasks', args: [] })).value;
const dialog = () => tasks.getByRole('dialog');
const iconTitle = async () => {
  const worker = await at.worker();
  return worker.evaluate(() =>
    (globalThis as unknown as { chrome: { action: { getTitle(of: object): Promise<string> } } }).chrome.action.getTitle(
      {},
    ),
  );
};

describe('from a page to a ledger that is handed in', () => {
  it('takes fewer than twelve clicks', async () => {
    let clicks = 0;
    const click = async (what: Locator) => {
      clicks += 1;
      await what.click();
    };
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', 66).catch(() => undefined);
    // The click on the toolbar button that opens the panel: no driver can make it.
    clicks += 1;
    const panel = await openPanelFor(at, page);
    await showTab(panel, '我的职责');
    clicks += 1;
    await click(panel.locator('.onboarding-unit', { hasText: '县民政局' }));
    await click(panel.getByRole('button', { name: /点名本单位的 \d+ 项全部领为任务/ }));
    await panel.getByRole('tab', { name: /^我的任务\s*[1-9]/ }).waitFor();
    const opened = at.context.waitForEvent('page');
    await click(panel.getByRole('button', { name: '任务清单' }));
    tasks = await opened;
    await click(tasks.getByRole('button', { name: '台账…', exact: true }));
    await dialog().getByRole('table').waitFor();
    const [download] = await Promise.all([
      tasks.waitForEvent('download'),
      click(dialog().getByRole('button', { name: '保存文件' })),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    expect(book.worksheets[0]!.rowCount).toBe((await kept()).length + 3);
    expect((await kept()).length).toBeGreaterThan(1);
    expect(clicks).toBeLessThan(12);
    await tasks.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });
});

describe('following up', () => {
  it('assigns many at once, types progress and a delay, and the text for the notice is right', async () => {
    await tasks.getByRole('checkbox', { name: '全选' }).click();
    await tasks.getByRole('button', { name: '分派…' }).click();
    await dialog().getByRole('combobox', { name: '承办科室' }).fill('社会事务股，');
    await dialog().getByRole('combobox', { name: '承办人' }).fill('陈工，');
    await dialog().getByRole('button', { name: '分派', exact: true }).click();
    await expect.poll(async () => (await kept()).every(({ offices }) => offices?.[0] === '社会事务股')).toBe(true);
    await tasks.keyboard.press('Escape');

    const row = tasks.getByRole('article').first();
    await row.locator('.task-title').click();
    await row.getByRole('button', { name: '记进展' }).click();
    await row.getByLabel('进展情况').fill('四处选址已定');
    await row.getByLabel('完成 %').fill('40');
    await row.getByRole('button', { name: '记下' }).click();
    await row.getByText('四处选址已定').waitFor();
    await row.getByRole('combobox', { name: /的状态$/ }).selectOption('done');
    await expect.poll(async () => (await kept()).filter(({ doneOn }) => doneOn).length).toBe(1);

    await tasks.getByRole('button', { name: '督办文字…' }).click();
    await dialog().getByLabel('分项').selectOption('offices');
    const shown = await dialog().getByRole('region', { name: '预览' }).innerText();
    const all = await kept();
    const done = all.filter(({ status }) => status === 'done').length;
    expect(shown).toContain(`共 ${all.length} 件，已办结 ${done} 件`);
    expect(shown).toContain(`各承办科室情况：\n1. 社会事务股共 ${all.length} 件，已办结 ${done} 件`);
    await tasks.keyboard.press('Escape');
  });

  it('keeps a task by hand, which is overdue and due on the icon, and rolls over when it recurs', async () => {
    await tasks.getByRole('button', { name: '手工添加任务' }).click();
    await dialog().getByLabel('任务', { exact: true }).fill('报送季度情况');
    await dialog().getByLabel('会议、文件或交办人').fill('县政府第12次常务会议');
    await dialog().getByLabel('截止日期').fill('2001-03-31');
    await dialog().getByRole('button', { name: '添加', exact: true }).click();
    await tasks.getByText('已添加“报送季度情况”').waitFor();
    await expect.poll(iconTitle).toMatch(/^政笺 · 逾期 1/);

    await tasks.getByRole('tab', { name: '今天' }).click();
    const row = tasks.getByRole('region', { name: '已逾期' }).getByRole('listitem');
    await row.locator('.task-title').click();
    await row.getByLabel('周期', { exact: true }).fill('每季度');
    await row.getByRole('button', { name: '设为周期任务' }).click();
    await row.getByText('↻ 每季度；办结后下一期 2001-06-30').waitFor();
    await row.getByRole('combobox', { name: /的状态$/ }).selectOption('done');
    await tasks.getByText('本期已办结，下一期 2001-06-30').waitFor();
    expect((await kept()).find(({ title }) => title === '报送季度情况')).toMatchObject({
      status: 'open',
      dueDate: '2001-06-30',
      rounds: [{ due: '2001-03-31' }],
    });
    await tasks.getByRole('button', { name: '撤销' }).click();
    await row.getByText('2001年3月31日').first().waitFor();
  });

  it('shows what is due on a page that says nothing of its own, and the page’s count where it does', async () => {
    const tabId = await tabOf(at, tasks);
    await expect.poll(() => badgeOf(at, tabId)).toBe('1');
    const policy = at.context.pages().find((each) => each.url().endsWith('/policy.html'))!;
    expect(await badgeOf(at, await tabOf(at, policy))).not.toBe('');
  });
});

describe('exchange files', () => {
  it('go out of one browser and come to the same here: nothing to change; a colleague’s changes are merged and undone', async () => {
    await tasks.getByRole('tab', { name: /^任务/ }).click();
    await tasks.getByRole('button', { name: '其他格式' }).click();
    const [download] = await Promise.all([
      tasks.waitForEvent('download'),
      tasks.getByRole('menuitem', { name: '交换文件（.json）' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    const pick = async (content: string) => {
      await dialog()
        .getByLabel('交换文件')
        .setInputFiles({ name: '交换.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    };
    await tasks.getByRole('button', { name: '合并交换文件' }).click();
    await pick(text);
    await dialog()
      .getByText(/改动 0 处，新增任务 0 项/)
      .waitFor();

    const before = await kept();
    const file = JSON.parse(text) as { tasks: TaskRecord[] };
    const stamp = '2099-01-01T00:00:00.000Z';
    const theirs = file.tasks.map((task) => ({
      ...task,
      id: `office-${task.id}`,
      note: '已与乡镇对接',
      at: { ...task.at, note: stamp },
    }));
    await pick(JSON.stringify({ ...file, from: '县司法局', tasks: theirs.filter(({ origin }) => origin !== 'hand') }));
    await dialog()
      .getByText(/^来自县司法局/)
      .waitFor();
    await dialog()
      .getByRole('button', { name: /^合并 \d+ 处$/ })
      .click();
    await expect
      .poll(async () => (await kept()).filter(({ note }) => note === '已与乡镇对接').length)
      .toBe(before.length - 1);
    expect((await kept()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    await tasks.getByRole('button', { name: '撤销' }).last().click();
    await expect.poll(async () => (await kept()).filter(({ note }) => note !== '').length).toBe(0);
  });
});

describe('a ledger of the office’s own', () => {
  it('comes in by what its columns are, is remembered, and goes again by undo', async () => {
    const before = (await kept()).length;
    const give = async (...lines: string[]) => {
      await tasks.getByRole('button', { name: '收回/导入台账…' }).click();
      const buffer = Buffer.from(lines.join('\r\n'));
      await dialog().getByLabel('台账文件').setInputFiles({ name: '督办.csv', mimeType: 'text/csv', buffer });
      await dialog().getByText(/^读出/).waitFor();
    };
    const heads = '序号,督办事项,责任人,办结时间,内部编码';
    await give(heads, '1,“一数一源”清单,李工、𠮷田,2031年9月底前,001');
    await dialog().getByLabel('“内部编码”对应为').selectOption({ label: '标签' });
    await dialog().getByRole('button', { name: '导入 1 项、改动 0 处' }).click();
    await expect.poll(async () => (await kept()).length).toBe(before + 1);
    expect((await kept()).find(({ title }) => title === '“一数一源”清单')).toMatchObject({
      handlers: ['李工', '𠮷田'],
      dueDate: '2031-09-30',
      tags: ['001'],
      source: { name: '督办' },
    });
    await give(heads, '1,“一数一源”清单,李工、𠮷田,2031-10-31,001');
    expect(await dialog().getByText(/^读出/).innerText()).toContain('新增 0 项，已有 1 项（改动 1 处）');
    expect(await dialog().getByLabel('“内部编码”对应为').inputValue()).toBe('tags');
    expect(await faults(tasks, 'dialog')).toEqual([]);
    await tasks.keyboard.press('Escape');
    await tasks.getByRole('button', { name: '撤销' }).last().click();
    await expect.poll(async () => (await kept()).length).toBe(before);
  });
});

describe('the first page', () => {
  it.each(['list', 'month'])('can be read by everybody: %s', async (view) => {
    await tasks.getByRole('tab', { name: '今天' }).click();
    if (view === 'month') await tasks.getByRole('button', { name: '月历' }).click();
    expect(await faults(tasks, 'main')).toEqual([]);
  });
});
