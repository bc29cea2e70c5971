import type { Page } from 'playwright-core';
import { stage } from '../../e2e/fixture';
import { longestTasks } from '../../e2e/tasks-of-thread';
import type { Chromium } from '../../lib/chromium.mjs';
import { fillTasks, openList } from '../../lib/many-tasks';
import { build } from '../../lib/setup.mjs';
import { atMost, type Row } from '../lib/measure';

const FEW = 50;
const MANY = 5000;
const TURNS = 5;
/** The longest that the page may be held up, in milliseconds of the processor. */
const HELD = 50;

/** What five thousand tasks cost in the task list: opened, filtered, edited as a whole and written as a ledger, in one run. */
export default async function fiveThousand(): Promise<Row[]> {
  if ((await build('chrome', { quiet: true })) !== 0) throw new Error('the extension does not build');
  const at = await stage();
  // What compiles this file for Node marks every function by a name; in a page there is no such marker.
  await at.context.addInitScript({ content: 'globalThis.__name = (named) => named' });
  try {
    const page = await at.context.newPage();
    await page.goto(at.url('tasks.html'));
    await page.getByText('还没有任务').first().waitFor();
    await fillTasks(page, FEW);
    const few = await openings(at, page, FEW);
    await fillTasks(page, MANY);
    const many = await openings(at, page, MANY);
    return [
      atMost('list in sight, × that of 50', many.sight / few.sight, 3, { few: few.sight, many: many.sight }),
      { what: 'list whole, ms', few: few.whole, many: many.whole },
      ...(await held(at, page)),
    ];
  } finally {
    await at.close();
  }
}

async function openings(at: Chromium, page: Page, count: number): Promise<{ sight: number; whole: number }> {
  let [sight, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < TURNS; turn++) {
    const opened = await openList(page, at.url('tasks.html'), count);
    sight = Math.min(sight, opened.sight);
    whole = Math.min(whole, opened.whole);
  }
  return { sight, whole };
}

/** How long the page's thread is held up at the most by each of these, and how long edits of all take. */
async function held(at: Chromium, page: Page): Promise<Row[]> {
  const rows: Row[] = [];
  const session = await at.context.newCDPSession(page);
  const during = async (what: string, work: () => Promise<unknown>) => {
    let took = 0;
    const [first, second] = await longestTasks(session, async () => {
      const from = Date.now();
      await work();
      took = Date.now() - from;
    });
    const { processor = 0, wall = 0 } = first ?? {};
    rows.push(atMost(`longest task, ${what}, ms`, processor, HELD, { wall, second: second?.processor ?? 0, took }));
    return took;
  };
  const edit = async (what: string, button: string, then: (turn: number) => Promise<void>) => {
    const once = async (turn: number) => {
      await page.getByRole('checkbox', { name: '全选' }).first().check();
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.evaluate(watchEdit);
      await then(turn);
      return page.evaluate(() => (globalThis as unknown as { edited: Promise<Edited> }).edited);
    };
    let best: Edited = { took: Number.POSITIVE_INFINITY, told: null };
    for (let turn = 0; turn < TURNS; turn++) {
      const next = await once(turn);
      if (next.took < best.took) best = next;
      await letGo(page);
    }
    await during(what, () => once(TURNS));
    await letGo(page);
    return best;
  };

  await during('list opened', () => openList(page, at.url('tasks.html'), MANY));
  await page.waitForTimeout(3000);
  await during('words looked for', async () => {
    await page.locator('input[type=search]').fill('第777号');
    await page.getByText('共 1 项').waitFor();
    await page.locator('input[type=search]').fill('');
    await page.getByText(`共 ${MANY} 项`).waitFor();
  });
  const status = await edit('status of all', '改状态', (turn) =>
    page.getByRole('menuitem', { name: turn % 2 ? '待办' : '进行中' }).click(),
  );
  const tags = await edit('tag to all', '加标签', async (turn) => {
    const field = page.locator('.bulk input:not([type=checkbox])');
    await field.fill(`年底督办${turn}`);
    await field.press('Enter');
  });
  rows.push(
    atMost('tag all, × status all', tags.took / status.took, 3),
    { ...atMost('status of all, ms', status.took, 2000), told: String(status.told) },
    { ...atMost('tag to all, ms', tags.took, 2000), told: String(tags.told) },
  );
  await during('ledger shown', async () => {
    await page.getByRole('button', { name: '台账…', exact: true }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
  });
  await during('ledger written', () =>
    Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('dialog').getByRole('button', { name: '保存文件' }).click(),
    ]),
  );
  return rows;
}

/** Takes the word of what was done away, if it has not gone by itself in the meantime. */
async function letGo(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('.toast [aria-label="关闭"]')?.click());
  await page.locator('.toast').first().waitFor({ state: 'detached' });
}

/** Milliseconds from the choice until it was said to be done, and until it was first said how far it was. */
interface Edited {
  readonly took: number;
  readonly told: number | null;
}

/** Runs in the page: times the next edit of many, from the key or click that chooses it. */
function watchEdit(): void {
  const page = globalThis as unknown as { edited: Promise<Edited> };
  page.edited = new Promise((resolve) => {
    let [from, told]: [number | null, number | null] = [null, null];
    const begin = () => {
      from = performance.now();
    };
    const look = () => {
      if (from !== null && told === null && document.querySelector('progress, [role=progressbar]'))
        told = performance.now() - from;
      // What was said of something else is none of it.
      const said = document.querySelector('.toast')?.textContent ?? '';
      if (from === null || !/5,?000/.test(said)) return requestAnimationFrame(look);
      removeEventListener('click', begin, true);
      removeEventListener('keydown', begin, true);
      resolve({ took: performance.now() - from, told });
    };
    addEventListener('click', begin, true);
    addEventListener('keydown', begin, true);
    look();
  });
}
