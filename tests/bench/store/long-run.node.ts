import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { stage } from '../../e2e/fixture';
import type { Chromium } from '../../lib/chromium.mjs';
import { fillTasks, openList } from '../../lib/many-tasks';
import { processesOf, residentMemory } from '../../lib/processes';
import { build } from '../../lib/setup.mjs';
import { atMost, type Row } from '../lib/measure';

const FEW = 1000;
const MANY = Number(process.env.DUTYMARK_TASKS ?? 100_000);
/** Opens, the fastest of which counts. */
const TURNS = 5;
/** The words of all tasks are prepared once the page does so little in so long, in milliseconds. */
const IDLE = { spent: 20, during: 2000 };

/**
 * What the store of years costs: as many tasks as few, opened, filtered, edited, backed up and restored in the built extension. All
 * figures are of one run.
 */
export default async function longRun(): Promise<Row[]> {
  if ((await build('chrome', { quiet: true })) !== 0) throw new Error('the extension does not build');
  const few = await withTasks(FEW, async (at, page) => ({
    ...(await openings(at, page, FEW)),
    ...(await edits(page, FEW)),
  }));
  return withTasks(MANY, async (at, page) => {
    const opened = await openings(at, page, MANY);
    const filtered = await filters(at, page);
    const many = { ...opened, ...(await edits(page, MANY)) };
    const perRow = (what: 'whole' | 'status' | 'tags') =>
      atMost(`${PER_ROW[what]}, a row, × that of 1,000`, many[what] / MANY / (few[what] / FEW), 1.5, {
        few: few[what],
        many: many[what],
      });
    return [
      atMost('list in sight, × that of 1,000', many.sight / few.sight, 3, { few: few.sight, many: many.sight }),
      perRow('whole'),
      perRow('status'),
      perRow('tags'),
      atMost('tag all, × status all', many.tags / many.status, 2),
      ...filtered,
      ...(await backup(at, page)),
    ];
  });
}

const PER_ROW = { whole: 'list whole', status: 'status of all', tags: 'tag to all' } as const;

type Work<Result> = (at: Chromium, page: Page) => Promise<Result>;

/** In a browser that keeps nothing yet. */
async function afresh<Result>(work: Work<Result>): Promise<Result> {
  const at = await stage();
  // What compiles this file for Node marks every function by a name; in a page there is no such marker.
  await at.context.addInitScript({ content: 'globalThis.__name = (named) => named' });
  try {
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByText('还没有任务').first().waitFor();
    return await work(at, page);
  } finally {
    await at.close();
  }
}

const withTasks = <Result>(count: number, work: Work<Result>): Promise<Result> =>
  afresh(async (at, page) => {
    await fillTasks(page, count);
    return work(at, page);
  });

/** Milliseconds from the going to the page until its first row is the right one, and until all are there. */
async function openings(at: Chromium, page: Page, count: number): Promise<{ sight: number; whole: number }> {
  let [sight, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < (count > FEW ? 3 : TURNS); turn++) {
    const opened = await openList(page, at.url('tasks.html'), count);
    sight = Math.min(sight, opened.sight);
    whole = Math.min(whole, opened.whole);
  }
  return { sight, whole };
}

/**
 * What the page's own thread does from the turn in which words were typed until what they let through is drawn, in milliseconds
 * of the processor: on a machine that does other work, too, that is what the page costs. The fastest of some turns.
 */
async function filters(at: Chromium, page: Page): Promise<Row[]> {
  const session = await at.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  for (let before = Number.NEGATIVE_INFINITY, now = await spent(); now - before > IDLE.spent; now = await spent()) {
    before = now;
    await page.waitForTimeout(IDLE.during);
  }
  const put = (words: string) =>
    page.evaluate(async (value) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, value);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // The field is drawn in the turn in which it was typed, the list in the next.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve));
      return document.querySelector('.bulk-all')?.textContent ?? '';
    }, words);
  const rows: Row[] = [];
  for (const words of ['第777号', '窗口 乡镇', '没有这样的词', '窗', '务中心设立跨镇办', '口窗']) {
    let [best, shown] = [Number.POSITIVE_INFINITY, ''];
    for (let turn = 0; turn < 6; turn++) {
      const before = await spent();
      shown = await put(words);
      best = Math.min(best, (await spent()) - before);
      await put('');
    }
    rows.push({ ...atMost(`filter “${words}”, ms of the processor`, best, 50), shown });
  }
  return rows;
}

/** Milliseconds of a change of status of all, and of a tag to all, as the list does it and says it did. The faster of two. */
async function edits(page: Page, count: number): Promise<{ status: number; tags: number }> {
  const by = async (button: string, then: (turn: number) => Promise<void>): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 2; turn++) {
      await page.getByRole('checkbox', { name: '全选' }).first().check();
      await page.getByRole('button', { name: button, exact: true }).click();
      const from = Date.now();
      await then(turn);
      const said = page.getByText(`已修改 ${count} 项任务`);
      await said.waitFor({ timeout: 300_000 });
      best = Math.min(best, Date.now() - from);
      await said.waitFor({ state: 'hidden' });
    }
    return best;
  };
  const status = await by('改状态', (turn) => page.getByRole('menuitem', { name: turn ? '待办' : '进行中' }).click());
  const tags = await by('加标签', async (turn) => {
    const field = page.locator('.bulk input:not([type=checkbox])');
    await field.fill(`年底督办${turn}`);
    await field.press('Enter');
  });
  return { status, tags };
}

/** Growth of all processes of the browser together while a backup is written, in MB. */
async function backup(at: Chromium, page: Page): Promise<Row[]> {
  await page.goto(at.url('options.html'));
  // The page counts all that there is before it shows anything.
  await page.getByRole('button', { name: '备份到文件' }).waitFor({ timeout: 300_000 });
  await page.waitForTimeout(5000);
  const before = residentMemory(processesOf(at.profile));
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMemory(processesOf(at.profile)));
  }, 50);
  const from = Date.now();
  const coming = page.waitForEvent('download', { timeout: 300_000 });
  await page.getByRole('button', { name: '备份到文件' }).click();
  const path = await (await coming).path();
  const took = Date.now() - from;
  clearInterval(watch);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return [
    atMost('backup grows memory by, MB', most - before, 64, { took, size: statSync(path).size / 1e6 }),
    { what: 'backup', sha256: hash.digest('hex') },
    await restored(path, await digests(page)),
  ];
}

/** Restores a backup where nothing is kept, and compares record by record with what was backed up. */
const restored = (path: string, wanted: ReadonlyMap<string, string>): Promise<Row> =>
  afresh(async (at, page) => {
    await page.goto(at.url('options.html'));
    const from = Date.now();
    await page.locator('input[type=file][aria-label="从备份恢复"]').setInputFiles(path);
    await page.getByRole('button', { name: '合并到本机' }).click({ timeout: 600_000 });
    await page
      .getByText(/^恢复完成/)
      .first()
      .waitFor({ timeout: 600_000 });
    const took = Date.now() - from;
    const found = await digests(page);
    const unlike = [...wanted].filter(([id, digest]) => found.get(id) !== digest).length;
    const more = [...found.keys()].filter((id) => !wanted.has(id)).length;
    return atMost('restored otherwise than they were, records', unlike + more, 0, { of: wanted.size, took });
  });

/** Of every task that is kept: its id, and a digest of all its fields, whatever their order. */
async function digests(page: Page): Promise<Map<string, string>> {
  const all = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('dutymark');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const part = (after: string) =>
      new Promise<{ id: string }[]>((resolve, reject) => {
        const tasks = opened.transaction('tasks').objectStore('tasks');
        const request = tasks.getAll(IDBKeyRange.lowerBound(after, true), 2000);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const inOrder = (_: string, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
    const found: [string, string][] = [];
    for (let tasks = await part(''); tasks.length > 0; tasks = await part(tasks.at(-1)!.id)) {
      for (const task of tasks) {
        const bytes = new TextEncoder().encode(JSON.stringify(task, inOrder));
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        found.push([task.id, Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')]);
      }
    }
    opened.close();
    return found;
  });
  return new Map(all);
}
