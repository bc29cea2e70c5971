import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRecord } from '../../lib/store/types';
import { seen, task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';
import { send } from './hand';

let at: Stage;
let options: Page;
let records: TaskRecord[];

async function call<Value>(method: string, ...args: readonly unknown[]): Promise<Value> {
  const reply = await send<{ ok: boolean; value: Value }>(options, 'callStore', { method, args });
  return reply.value;
}
const titles = async () => (await call<TaskRecord[]>('tasks', seen.id)).map(({ title }) => title).sort();

beforeAll(async () => {
  at = await stage();
  options = await at.context.newPage();
  await options.goto(at.url('options.html'));
  const drafts = ['设立窗口', '编制清单', '公示流程'].map((title, at) => ({ ...task, title, measureId: `一›${at}` }));
  records = await call('addTasks', seen, drafts);
});
afterAll(() => at.close());

describe('what was deleted', () => {
  it('was backed up by the browser itself before', async () => {
    // Made once a day, some seconds after a write: it must be there before the first task is deleted, or it may hold two.
    await expect
      .poll(
        async () => {
          await options.reload();
          await options.getByRole('heading', { name: '数据' }).waitFor();
          return options.getByText(/^自动备份 1 份/).count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1);
  });

  it('in the list is put back from the trash, as it was', async () => {
    const list = await at.context.newPage();
    await list.goto(at.url('tasks.html'));
    await list.getByRole('button', { name: '编制清单', exact: true }).click();
    await list.locator('.editor').getByRole('button', { name: '删除' }).click();
    await expect.poll(titles).toEqual(['公示流程', '设立窗口'].sort());
    await options.getByRole('button', { name: '放回：编制清单' }).click();
    await options.getByText('已放回 1 条。').waitFor();
    await list.getByRole('button', { name: '编制清单', exact: true }).waitFor();
    expect((await call<TaskRecord[]>('tasks', seen.id)).find(({ title }) => title === '编制清单')).toEqual(
      records.find(({ title }) => title === '编制清单'),
    );
    await list.close();
  });

  it('for good comes back from the backup that the browser made by itself', async () => {
    await call(
      'moveToTrash',
      'tasks',
      records.map(({ id }) => id),
    );
    await call('emptyTrash');
    expect(await titles()).toEqual([]);
    await options.getByText(/^自动备份 1 份/).click();
    await options.getByRole('button', { name: '从这份恢复' }).click();
    const dialog = options.getByRole('dialog');
    await dialog.getByText(/3 项任务/).waitFor();
    await dialog
      .getByRole('button', { name: /恢复|合并/ })
      .last()
      .click();
    await expect.poll(titles).toEqual(['设立窗口', '编制清单', '公示流程'].sort());
  });
});
