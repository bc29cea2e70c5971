import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../../lib/chromium.mjs';
import { fillTasks, openList } from '../../lib/many-tasks';
import { processesOf, residentMemory } from '../../lib/processes';
import { build } from '../../lib/setup.mjs';
import { atMost, type Row } from '../lib/measure';

const FEW = 1000;
const MANY = Number(process.env.DUTYMARK_TASKS ?? 100_000);
/** Opens, the fastest of which counts. */
const TURNS = 5;
/** By then the words of 100,000 tasks are prepared, in milliseconds. */
const PREPARED = 10_000;

/**
 * What the store of years costs: as many tasks as few, opened, filtered, edited and backed up in the built extension. All
 * figures are of one run.
 */
export default async function longRun(): Promise<Row[]> {
  if ((await build('chrome', { quiet: true })) !== 0) throw new Error('the extension does not build');
  const few = await withTasks(FEW, async (at, page) => ({
    ...(await openings(at, page, FEW)),
    ...(await edits(page)),
  }));
  return withTasks(MANY, async (at, page) => {
    const opened = await openings(at, page, MANY);
    const filtered = await filters(at, page);
    const many = { ...opened, ...(await edits(page)) };
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
      atMost('tag all, × status all', many.tags / many.status, 3),
      ...filtered,
      ...(await backup(at, page)),
    ];
  });
}

const PER_ROW = { whole: 'list whole', status: 'status of all', tags: 'tag to all' } as const;

async function withTasks<Result>(count: number, work: (at: Chromium, page: Page) => Promise<Result>): Promise<Result> {
  const at = await launchChromium({});
  // What compiles this file for Node marks every function by a name; in a page there is no such marker.
  await at.context.addInitScript({ content: 'globalThis.__name = (named) => named' });
  try {
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByText('还没有任务').first().waitFor();
    await fillTasks(page, count);
    return await work(at, page);
  } finally {
    await at.close();
  }
}

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
  await page.waitForTimeout(PREPARED);
  const session = await at.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const put = (words: string) =>
    page.evaluate(async (value) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, value);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Drawn in the turn after it was typed.
      await new Promise((resolve) => setTimeout(resolve));
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

/** Milliseconds of a change of status of all, and of a tag to all, as the list does it. The faster of two. */
async function edits(page: Page): Promise<{ status: number; tags: number }> {
  const by = async (button: string, then: (turn: number) => Promise<void>): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 2; turn++) {
      await page.getByRole('checkbox', { name: '全选' }).first().check();
      await page.getByRole('button', { name: button, exact: true }).click();
      const from = Date.now();
      await then(turn);
      await page.getByText(/^已修改 /).waitFor({ timeout: 300_000 });
      best = Math.min(best, Date.now() - from);
      await page.getByText(/^已修改 /).waitFor({ state: 'hidden' });
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
  ];
}
