import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen, task } from '../unit/store/samples';
import { developing, readState, type Stage, stage } from './fixture';
import { drag, send } from './hand';
import { inside } from './inside';

const QUOTE = '便民服务热线';
let at: Stage;
let ours: Page;
beforeAll(async () => {
  at = await stage();
  ours = await developing(at);
});
afterAll(() => at.close());

/** As a person does it who presses 重新加载 in the list of extensions. */
const reload = async () => {
  ours = await developing(at, {});
};

async function barOver(page: Page) {
  await readState(page);
  await page.bringToFront();
  await drag(page, QUOTE);
  const over = () => page.frames().find((frame) => /\/guest\.html/.test(frame.url()));
  await expect.poll(() => over()?.locator('.toolbar').count()).toBe(1);
  return over()!;
}

describe('the extension is loaded anew while somebody types', () => {
  it('a note over a page is there when the page is loaded and its words are selected again', async () => {
    const page = await at.open('/policy.html');
    const frame = await barOver(page);
    await (await inside(page)).click('批注');
    await frame.locator('textarea').pressSequentially('先问县医院能不能接电话');
    await reload();
    await page.reload();
    await expect
      .poll(async () => (await barOver(page)).locator('textarea').inputValue())
      .toBe('先问县医院能不能接电话');
    await page.close();
  });

  it('a note in the task list is kept, or there when the list is opened again', async () => {
    await send(ours, 'callStore', { method: 'addTasks', args: [seen, [{ ...task, note: '' }]] });
    const open = async () => {
      const page = await at.context.newPage();
      await page.goto(at.url('tasks.html'));
      await page.getByRole('button', { name: task.title }).first().click();
      return { page, note: page.locator('.editor').getByRole('textbox', { name: '备注' }) };
    };
    const { page, note } = await open();
    await note.pressSequentially('三月十日前报县里');
    await reload();
    expect(page.isClosed()).toBe(true);
    const again = await open();
    await expect.poll(() => again.note.inputValue()).toBe('三月十日前报县里');
  });
});
