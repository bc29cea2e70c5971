import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { fillTasks, openList } from '../lib/many-tasks';
import { type Stage, stage } from './fixture';

/** Tasks of 2.3 kB: as one message, 70 MB, more than a message carries. */
const COUNT = 30_000;
let at: Stage;
afterEach(() => at.close({ keepProfile: false }));

/** The list opens with its first rows, however many there are: it may take so many times as long as with few. */
const FEW = 1000;
const TIMES = 3;

/** The fastest of several openings, in milliseconds: what else the machine does makes one longer, never shorter. */
async function sightOf(page: Page, count: number, turns: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn++) {
    best = Math.min(best, (await openList(page, at.url('tasks.html'), count)).sight);
  }
  return best;
}

describe('more tasks than one message carries', () => {
  it('open as a list, are counted, and go into a backup whole', async () => {
    at = await stage();
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByText('还没有任务').first().waitFor();
    await fillTasks(page, FEW);
    const few = await sightOf(page, FEW, 3);
    await fillTasks(page, COUNT);
    let many = await sightOf(page, COUNT, 2);
    // A machine that was busy then may be free now.
    for (let turn = 0; turn < 4 && many > TIMES * few; turn++) many = Math.min(many, await sightOf(page, COUNT, 1));
    console.info(`list in sight, ms: ${few.toFixed(0)} with ${FEW} tasks, ${many.toFixed(0)} with ${COUNT}`);
    expect(many / few).toBeLessThanOrEqual(TIMES);
    await page.getByRole('tab', { name: new RegExp(`^任务\\s*${COUNT}$`) }).waitFor();

    await page.getByRole('checkbox', { name: '全选' }).first().check();
    await page.getByRole('button', { name: '改状态', exact: true }).click();
    await page.getByRole('menuitem', { name: '不办' }).click();
    await page.getByRole('button', { name: '停止，不改' }).click();
    await page.getByText('已停止，什么也没有改。').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^不办\s*0$/ }).waitFor();

    await page.goto(at.url('options.html'));
    await page.getByText(String(COUNT), { exact: true }).waitFor();
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: '备份到文件' }).click();
    const backup = JSON.parse(readFileSync(await (await coming).path(), 'utf8'));
    expect(backup.tasks).toHaveLength(COUNT);
    expect(new Set(backup.tasks.map(({ id }: { id: string }) => id)).size).toBe(COUNT);
  }, 300_000);
});
