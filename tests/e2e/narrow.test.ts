import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPanelFor, takeOn } from '../lib/drive.mjs';
import { readState, type Stage, stage } from './fixture';

/** The narrowest side panel, in a low window. */
const size = { width: 345, height: 640 };
const TITLES = ['建好乡村便民服务站', '零工市场', '加强统筹调度'] as const;

let at: Stage;
let page: Page;
beforeAll(async () => {
  at = await stage();
  page = await at.open('/policy.html');
  await readState(page);
});
afterAll(() => at.close());

/** Names of what cannot be seen whole, or lies under something else. */
const hidden = (of: Page, selector: string) =>
  of.locator(selector).evaluateAll((all) =>
    all
      .filter((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return true;
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !there || !(each.contains(there) || there.contains(each));
      })
      .map((each) => each.textContent),
  );

/** Rows that something said lies upon. */
const covered = (of: Page) =>
  of.evaluate(() => {
    const said = [...document.querySelectorAll('.toast')].map((each) => each.getBoundingClientRect());
    const box = document.querySelector('.panel-scroll, .records')!.getBoundingClientRect();
    return {
      toasts: said.length,
      over: said.filter(({ top }) => top < box.bottom - 1).length,
    };
  });

describe('in a window of 345 × 640', () => {
  it('what the panel says covers no row', async () => {
    const panel = await openPanelFor(at, page);
    await panel.setViewportSize(size);
    await takeOn(panel, TITLES);
    await panel.locator('.toast').first().waitFor();
    expect(await covered(panel)).toEqual({ toasts: 1, over: 0 });
    await panel.close();
  });

  it('the task list has all that can be done in sight, with tasks picked and without', async () => {
    const tasks = await at.context.newPage();
    await tasks.setViewportSize(size);
    await tasks.goto(at.url('tasks.html'));
    await tasks.getByRole('button', { name: TITLES[0], exact: true }).waitFor();
    expect(await tasks.locator('.bulk .button').count()).toBeGreaterThan(3);
    expect(await hidden(tasks, '.bulk .button')).toEqual([]);
    await tasks.getByRole('checkbox', { name: '全选' }).check();
    expect(await tasks.locator('.bulk .button').count()).toBeGreaterThan(8);
    expect(await hidden(tasks, '.bulk .button')).toEqual([]);
    await tasks.getByRole('button', { name: '删除', exact: true }).first().click();
    await tasks.getByRole('button', { name: '撤销' }).waitFor();
    await tasks.getByRole('button', { name: '撤销' }).click();
    await tasks.getByRole('button', { name: TITLES[0], exact: true }).waitFor();
    // Taken back before the rows had gone, they are still picked: one alone is to be deleted, or none is left for what follows.
    await tasks.getByRole('checkbox', { name: '全选' }).uncheck();
    await tasks.getByRole('checkbox').nth(1).check();
    await expect.poll(() => tasks.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await tasks.getByRole('button', { name: '删除', exact: true }).first().click();
    await tasks.locator('.toast').first().waitFor();
    expect((await covered(tasks)).over).toBe(0);
    await tasks.close();
  });

  it('the dialogs of the ledger have their buttons in sight', async () => {
    const tasks = await at.context.newPage();
    await tasks.setViewportSize(size);
    await tasks.goto(at.url('tasks.html'));
    await tasks.getByRole('button', { name: '台账…', exact: true }).click();
    await tasks.getByRole('button', { name: '保存文件' }).waitFor();
    expect(await hidden(tasks, '.ledger .dialog-actions .button')).toEqual([]);
    await tasks.getByRole('button', { name: '关闭' }).first().click();
    await tasks.getByRole('button', { name: '收回/导入台账…' }).click();
    await tasks.getByLabel('台账文件').waitFor();
    expect(await hidden(tasks, '.ledger .dialog-actions .button')).toEqual([]);
    await tasks.close();
  });
});
