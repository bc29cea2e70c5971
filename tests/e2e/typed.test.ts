import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure, openPanelFor, showTab, takeOn } from '../lib/drive.mjs';
import { seen, task } from '../unit/store/samples';
import { killWorker, readState, type Stage, stage } from './fixture';
import { drag, send } from './hand';
import { inside } from './inside';

let at: Stage;
let ours: Page;
let policy: Page;
const TITLE = '建好乡村便民服务站';
const QUOTE = '便民服务热线';

beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
  await send(ours, 'callStore', { method: 'addTasks', args: [seen, [{ ...task, note: '' }]] });
  policy = await at.open('/policy.html');
  await readState(policy);
  const panel = await openPanelFor(at, policy);
  await takeOn(panel, [TITLE]);
  await panel.close();
});
afterAll(() => at.close());

/** All notes that the store has. */
async function stored(): Promise<string[]> {
  const reply = await send<{ value: { records: { note: string }[] } }>(ours, 'callStore', {
    method: 'page',
    args: ['tasks'],
  });
  return reply.value.records.map(({ note }) => note);
}

/** A field that is typed into: how it comes up, and where what was typed is found again. */
interface Typed {
  readonly open: () => Promise<{ page: Page; note: Locator }>;
  readonly find: (words: string) => Promise<void>;
}

async function opened() {
  const page = await at.context.newPage();
  await page.goto(at.url('tasks.html'));
  await page.getByRole('button', { name: task.title }).first().click();
  const note = page.locator('.editor').getByRole('textbox', { name: '备注' });
  await note.waitFor();
  return { page, note };
}

async function openedInPanel() {
  const page = await openPanelFor(at, policy);
  await showTab(page, '我的任务');
  await measure(page, TITLE).locator('[data-main]').click();
  const note = measure(page, TITLE).getByRole('textbox', { name: '备注' });
  await note.waitFor();
  return { page, note };
}

/** Whether a note was left unfinished in the page by now: it is there without being asked for, a moment after the bar. */
let begun = false;

async function openedInPage() {
  const page = await at.open('/policy.html');
  await readState(page);
  await page.bringToFront();
  await drag(page, QUOTE);
  const over = () => page.frames().find((frame) => /\/guest\.html/.test(frame.url()));
  await expect.poll(() => over()?.locator('.toolbar').count()).toBe(1);
  const writing = over()!.locator('textarea');
  // Asked for again it would go away.
  if (!begun) await (await inside(page)).click('批注');
  begun = true;
  await writing.waitFor();
  return { page, note: writing };
}

const found = (open: Typed['open']) => async (words: string) => {
  const again = await open();
  await expect.poll(() => again.note.inputValue()).toBe(words);
  await again.page.close();
};
const foundAndStored = (open: Typed['open']) => async (words: string) => {
  await found(open)(words);
  await expect.poll(stored).toContain(words);
};

const fields: Readonly<Record<string, Typed>> = {
  'the task list': { open: opened, find: foundAndStored(opened) },
  'the panel': { open: openedInPanel, find: foundAndStored(openedInPanel) },
  'a card in the page': { open: openedInPage, find: found(openedInPage) },
};

/** Leaving in the turn after the last key, without a word to anybody. */
const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'closing the tab': (page) => page.close({ runBeforeUnload: false }),
  'loading the page anew': (page) => page.reload(),
  'going to another page': (page) => page.goto('about:blank'),
  'going by script': async (page) => {
    await page.evaluate(() => void setTimeout(() => location.assign('about:blank')));
    await page.waitForURL('about:blank');
  },
  'closing by script': (page) => page.evaluate(() => window.close()).catch(() => undefined),
  'being replaced by script': async (page) => {
    await page.evaluate(() => void setTimeout(() => location.replace('about:blank')));
    await page.waitForURL('about:blank');
  },
  'the browser closing its tab': async (page) => {
    const closed = page.waitForEvent('close');
    await browserDoes(page, 'remove');
    await closed;
  },
  'the browser loading it anew': async (page) => {
    const loaded = page.waitForEvent('load');
    await browserDoes(page, 'reload');
    await loaded;
  },
  'the browser sending it elsewhere': async (page) => {
    await browserDoes(page, 'update', { url: 'about:blank' });
    await page.waitForURL('about:blank');
  },
  'the browser putting it away to save memory': async (page) => {
    await browserDoes(page, 'discard');
  },
};

/** What the browser does to a tab, asked for by a page of ours: it is in front afterwards, for what is in front is not put away. */
async function browserDoes(page: Page, what: 'remove' | 'reload' | 'update' | 'discard', how?: object): Promise<void> {
  await page.bringToFront();
  const id = await ours.evaluate(async () => {
    const [tab] = await (globalThis as unknown as { chrome: Api }).chrome.tabs.query({ active: true });
    return tab!.id;
  });
  await ours.bringToFront();
  const tab = await ours.evaluate(
    ({ id, what, how }) => (globalThis as unknown as { chrome: Api }).chrome.tabs[what](id, ...(how ? [how] : [])),
    { id, what, how },
  );
  if (what === 'discard') expect(tab).toMatchObject({ discarded: true });
}

interface Api {
  readonly tabs: {
    query(filter: object): Promise<{ id: number }[]>;
  } & Readonly<Record<'remove' | 'reload' | 'update' | 'discard', (id: number, how?: object) => Promise<unknown>>>;
}

const cases = [true, false].flatMap((awake) =>
  Object.keys(fields).flatMap((field) => Object.keys(ways).map((way) => [field, way, awake] as const)),
);

describe('typed words', () => {
  it('on the same words in two tabs of the same page are both kept', async () => {
    const notes = ['先问法院', '局长不同意'];
    const tabs: Page[] = [];
    for (const _ of notes) {
      const page = await at.open('/policy.html');
      await readState(page);
      await page.bringToFront();
      await drag(page, '零工市场');
      await (await inside(page)).click('批注');
      tabs.push(page);
    }
    for (const [index, page] of tabs.entries()) {
      await page.bringToFront();
      const over = page.frames().find((frame) => /\/guest\.html/.test(frame.url()))!;
      await over.locator('textarea').click();
      await page.keyboard.type(notes[index]!);
    }
    for (const page of tabs) await page.close();
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await showTab(panel, '批注');
    for (const note of notes) {
      const left = panel.locator('.note-draft', { hasText: note });
      await left.getByRole('button', { name: '不要了' }).click();
      await left.waitFor({ state: 'detached' });
    }
    await Promise.all([page.close(), panel.close()]);
  }, 60_000);

  it.each(cases)('in %s outlive %s, with the background awake: %s', async (field, way, awake) => {
    const { page, note } = await fields[field]!.open();
    const words = `${field} ${way} ${awake}`;
    if (!awake) await killWorker(at);
    await note.fill(words);
    await ways[way]!(page);
    if (!awake) await killWorker(at);
    if (!page.isClosed()) await page.close();
    await fields[field]!.find(words);
  });
});
