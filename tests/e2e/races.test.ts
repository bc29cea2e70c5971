import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRecord } from '../../lib/store/types';
import { seen, task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';
import { send } from './hand';

/** Two editors of one task: two lists, each in a tab of its own. What one of them told its reader is kept must be found. */
let at: Stage;
let ours: Page;
let one: Page;
let other: Page;

beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
  [one, other] = [await at.context.newPage(), await at.context.newPage()];
});
afterAll(() => at.close());

async function call<Value>(method: string, ...args: readonly unknown[]): Promise<Value> {
  const reply = await send<{ ok: boolean; value: Value; message?: string }>(ours, 'callStore', { method, args });
  if (!reply.ok) throw new Error(`${method}: ${reply.message}`);
  return reply.value;
}

const present = async (): Promise<TaskRecord | undefined> => (await call<TaskRecord[]>('tasks', seen.id))[0];

/** One task, open in both lists. */
async function open(note: string): Promise<TaskRecord> {
  await call('clear');
  const [record] = await call<TaskRecord[]>('addTasks', seen, [{ ...task, note, tags: ['窗口'] }]);
  for (const page of [one, other]) {
    await page.goto(at.url('tasks.html'));
    await page.locator('.task-title').first().click();
    await page.getByRole('textbox', { name: '备注' }).waitFor();
  }
  return record!;
}

const noteOf = (page: Page) => page.getByRole('textbox', { name: '备注' });
const write = (page: Page, text: string) => noteOf(page).fill(text);
const tag = async (page: Page, word: string) => {
  const field = page.locator('.editor').getByRole('combobox', { name: '标签' });
  await field.fill(word);
  await field.press('Enter');
};
/** A wait of some milliseconds: the race is run at many offsets. */
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** From both at the same moment to one after the other is done, in milliseconds. */
const offsets = [0, 5, 20, 60, 120, 250, 450, 520, 600, 800];

describe('of two who', () => {
  it.each(offsets)('write the same note, %s ms apart, both are found', async (apart) => {
    await open('原来的话');
    await Promise.all([
      write(one, `原来的话，甲${apart}`),
      rest(apart).then(() => write(other, `原来的话，乙${apart}`)),
    ]);
    await expect.poll(async () => (await present())?.note).toContain(`甲${apart}`);
    await expect.poll(async () => (await present())?.note).toContain(`乙${apart}`);
    // And both readers see what the other one wrote.
    for (const page of [one, other]) {
      const shown = async () => (await noteOf(page).inputValue()) === (await present())?.note;
      await expect.poll(shown).toBe(true);
    }
  });

  it.each(offsets)('write the same empty note another way, %s ms apart, both are found', async (apart) => {
    await open('');
    await Promise.all([write(one, `甲写的${apart}`), rest(apart).then(() => write(other, `乙写的${apart}`))]);
    await expect.poll(async () => (await present())?.note).toContain(`甲写的${apart}`);
    await expect.poll(async () => (await present())?.note).toContain(`乙写的${apart}`);
  });

  it.each(offsets)('tag, %s ms apart, no tag is lost', async (apart) => {
    await open('');
    await Promise.all([tag(one, `甲${apart}`), rest(apart).then(() => tag(other, `乙${apart}`))]);
    await expect
      .poll(async () => [...((await present())?.tags ?? [])].sort())
      .toEqual([`甲${apart}`, `乙${apart}`, '窗口'].sort());
  });

  it.each(offsets)(
    'set the status, %s ms apart, the later is kept or told that it is another by now',
    async (apart) => {
      await open('');
      const set = (page: Page, status: string) => page.locator('select.status').first().selectOption(status);
      await Promise.all([set(one, 'doing'), rest(apart).then(() => set(other, 'done'))]);
      const said = (page: Page) => page.getByText('这一项刚在别处改过').isVisible();
      await expect
        .poll(async () => {
          const status = (await present())?.status;
          const refused = [await said(one), await said(other)];
          return (status === 'doing' && refused[1]) || (status === 'done' && (refused[0] || apart > 0)) || 'not yet';
        })
        .toBe(true);
    },
  );

  it.each(offsets)('delete and write, %s ms apart, the words are in the list or in the trash', async (apart) => {
    await open('原来的话');
    await write(one, `原来的话，甲${apart}`);
    await rest(apart);
    await other.locator('.editor').getByRole('button', { name: '删除' }).click();
    const found = async () => {
      const trash = await call<{ heads: { note: string }[] }>('trashed');
      const typed = await one.evaluate(() => Object.values(localStorage).join('\n'));
      return [(await present())?.note ?? '', ...trash.heads.map(({ note }) => note), typed].join('\n');
    };
    await expect.poll(found).toContain(`甲${apart}`);
  });

  it.each(offsets)('edit many and write, %s ms apart, undo takes back its own and nothing else', async (apart) => {
    const { id } = await open('原来的话');
    const receipt = await call('editTasks', [id], { set: { status: 'doing' }, addTags: ['督办'] });
    await Promise.all([
      write(one, `原来的话，甲${apart}`).then(() => noteOf(one).blur()),
      tag(other, `乙${apart}`),
      rest(apart).then(() => call('undoTasks', receipt)),
    ]);
    await expect.poll(async () => (await present())?.note).toContain(`甲${apart}`);
    await expect.poll(async () => (await present())?.status).toBe('open');
    await expect.poll(async () => [...((await present())?.tags ?? [])].sort()).toEqual([`乙${apart}`, '窗口'].sort());
  });
});
