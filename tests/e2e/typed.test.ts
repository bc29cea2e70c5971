import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen, task } from '../unit/store/samples';
import { killWorker, type Stage, stage } from './fixture';
import { send } from './hand';

let at: Stage;
let ours: Page;
beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
  await send(ours, 'callStore', { method: 'addTasks', args: [seen, [{ ...task, note: '' }]] });
});
afterAll(() => at.close());

/** The list with its one task open, and the field of its note. */
async function opened() {
  const page = await at.context.newPage();
  await page.goto(at.url('tasks.html'));
  await page.locator('.task-title').first().click();
  const note = page.getByRole('textbox', { name: '备注' });
  await note.waitFor();
  return { page, note };
}

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
};

describe.each([true, false])('typed words, with the background awake: %s', (awake) => {
  it.each(Object.keys(ways))('outlive %s', async (way) => {
    const { page, note } = await opened();
    const words = `${way} ${awake}`;
    if (!awake) await killWorker(at);
    await note.fill(words);
    await ways[way]!(page);
    if (!awake) await killWorker(at);
    if (!page.isClosed()) await page.close();
    const again = await opened();
    await expect.poll(() => again.note.inputValue()).toBe(words);
    const stored = async () => {
      const reply = await send<{ value: { note: string }[] }>(ours, 'callStore', { method: 'tasks', args: [] });
      return reply.value[0]?.note;
    };
    await expect.poll(stored).toBe(words);
    await again.page.close();
  });
});
