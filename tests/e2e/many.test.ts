import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';

/** Tasks of 2.3 kB: as one message, 70 MB, more than a message carries. */
const COUNT = 30_000;
let at: Stage;
afterEach(() => at.close({ keepProfile: false }));

/** Writes as many tasks as are wanted straight into the database, which the page has opened before. */
async function fill(page: Page, count: number): Promise<void> {
  const excerpt = '在各乡镇便民服务中心设立跨镇办理窗口，6月底前全部开通。'.repeat(20);
  const instant = '2026-03-05T08:00:00.000Z';
  const record = { ...task, excerpt, created: instant, updated: instant };
  await page.evaluate(
    async ({ wanted, record }) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('dutymark');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (let from = 0; from < wanted; from += 5000) {
        const transaction = opened.transaction('tasks', 'readwrite');
        for (let number = from; number < Math.min(wanted, from + 5000); number++) {
          const id = `task-${String(number).padStart(6, '0')}`;
          transaction
            .objectStore('tasks')
            .put({ ...record, id, measureId: `一›${number}`, title: `设立第${number}号窗口` });
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      opened.close();
    },
    { wanted: count, record },
  );
}

describe('more tasks than one message carries', () => {
  it('open as a list, are counted, and go into a backup whole', async () => {
    at = await stage();
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByText('还没有任务').first().waitFor();
    await fill(page, COUNT);
    await page.reload();
    await page.getByRole('tab', { name: new RegExp(`^任务\\s*${COUNT}$`) }).waitFor({ timeout: 60_000 });
    await page.getByText('设立第0号窗口').waitFor();

    await page.goto(at.url('options.html'));
    await page.getByText(String(COUNT), { exact: true }).waitFor();
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: '备份到文件' }).click();
    const backup = JSON.parse(readFileSync(await (await coming).path(), 'utf8'));
    expect(backup.tasks).toHaveLength(COUNT);
    expect(new Set(backup.tasks.map(({ id }: { id: string }) => id)).size).toBe(COUNT);
  }, 180_000);
});
