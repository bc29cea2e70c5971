import type { Page } from 'playwright-core';
import { task } from '../unit/store/samples';

/**
 * Writes tasks of 2.3 kB straight into the database, which a page of ours has opened before. They differ in title, place and
 * date; every seventh has no date, every fifth is done; the nearest date is that of the last.
 */
export async function fillTasks(page: Page, count: number): Promise<void> {
  const excerpt = '在各乡镇便民服务中心设立跨镇办理窗口，6月底前全部开通。'.repeat(20);
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
          const last = number === wanted - 1;
          const instant = new Date(Date.UTC(2026, 2, 5, 8, 0, 0, number)).toISOString();
          const day = new Date(Date.UTC(2027, 0, 1 + ((number * 7) % 700))).toISOString().slice(0, 10);
          transaction.objectStore('tasks').put({
            ...record,
            id: `task-${String(number).padStart(6, '0')}`,
            measureId: `一›${number}`,
            title: `设立第${number}号窗口`,
            dueDate: last ? '2026-12-31' : number % 7 === 0 ? null : day,
            status: !last && number % 5 === 0 ? 'done' : 'open',
            created: instant,
            updated: instant,
          });
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      opened.close();
    },
    { wanted: count, record: { ...task, excerpt } },
  );
}

/** When an element first said something, in milliseconds since the page began to load. */
export const firstSaid = (page: Page, selector: string, words: string): Promise<number> =>
  page.evaluate(
    ([selector, words]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const there = document.querySelector(selector!)?.textContent?.includes(words!);
          if (there) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    [selector, words],
  );

/**
 * Opens the list of so many tasks, made by `fillTasks`.
 *
 * @returns Milliseconds until its first row was the right one, and until all were there.
 */
export async function openList(page: Page, url: string, count: number): Promise<{ sight: number; whole: number }> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  const sight = await firstSaid(page, '.task-title', `第${count - 1}号`);
  return { sight, whole: await firstSaid(page, '.bulk', `共 ${count} 项`) };
}
