import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTask, openPanelFor, takeOn } from '../lib/drive.mjs';
import { faults } from './faults';
import { readState, type Stage, stage } from './fixture';
import { plan } from './plans';

const TITLES = ['建好乡村便民服务站', '零工市场', '加强统筹调度'] as const;

let at: Stage;
let page: Page;
beforeAll(async () => {
  at = await stage();
  page = await at.open('/policy.html');
  await readState(page);
  const panel = await openPanelFor(at, page);
  await takeOn(panel, TITLES);
  await fillTask(panel, TITLES[0], { tags: ['本周'], note: '备注' });
  await panel.close();
});
afterAll(() => at.close());

/** The reader with two plans and a broken file picked together. */
async function folderOfTwo(): Promise<Page> {
  const reader = await at.context.newPage();
  await reader.goto(at.url('reader.html'));
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await reader
    .locator('input[type=file]')
    .setInputFiles([
      file('a.txt', plan(1, '县交通运输局')),
      file('b.txt', plan(3, '县交通运输局')),
      file('坏.docx', 'PK'),
    ]);
  return reader;
}

const surfaces: Record<string, () => Promise<Page>> = {
  'the panel': () => openPanelFor(at, page),
  'the task list': async () => {
    const tasks = await at.context.newPage();
    await tasks.goto(at.url('tasks.html'));
    await tasks.getByRole('button', { name: TITLES[0], exact: true }).click();
    return tasks;
  },
  'the reader': async () => {
    const reader = await at.context.newPage();
    await reader.goto(at.url('reader.html?sample'));
    await reader.locator('mark').first().waitFor();
    return reader;
  },
  'the reader without a document': async () => {
    const reader = await at.context.newPage();
    await reader.goto(at.url('reader.html'));
    await reader.getByText('打开一份政策文件').waitFor();
    return reader;
  },
  'a folder in the reader': async () => {
    const reader = await folderOfTwo();
    await reader.getByText('读完 3 个文件').waitFor();
    return reader;
  },
  'the library': async () => {
    const options = await at.context.newPage();
    await options.goto(at.url('options.html#files'));
    await options.getByRole('radio', { name: '存在本机' }).check();
    await options.close();
    const reader = await folderOfTwo();
    await reader.getByRole('button', { name: 'a.txt' }).click();
    await reader.getByRole('tab', { name: /^举措/ }).waitFor();
    await reader.getByRole('button', { name: '更多打开方式' }).click();
    await reader.getByRole('menuitem', { name: '文件库' }).click();
    await reader.getByText(/1 个文件/).waitFor();
    return reader;
  },
  'a file on a site that was not granted': async () => {
    const reader = await at.context.newPage();
    await reader.goto(at.url('reader.html?url=https%3A%2F%2Fwww.example.cn%2Fa.pdf'));
    await reader.getByRole('button', { name: '允许并打开' }).waitFor();
    return reader;
  },
  'the options': async () => {
    const options = await at.context.newPage();
    await options.goto(at.url('options.html'));
    await options.getByRole('heading').first().waitFor();
    return options;
  },
  'the help': async () => {
    const help = await at.context.newPage();
    await help.goto(at.url('help.html'));
    await help.getByRole('heading', { name: '帮助' }).waitFor();
    return help;
  },
  'the popup': async () => {
    const popup = await at.context.newPage();
    await popup.goto(at.url('popup.html'));
    await popup.getByRole('button').first().waitFor();
    return popup;
  },
};

describe.each(['light', 'dark'] as const)('every surface can be used by everybody, in %s', (colorScheme) => {
  it.each(Object.keys(surfaces))('%s', async (name) => {
    const surface = await (surfaces[name] as () => Promise<Page>)();
    const errors: string[] = [];
    surface.on('pageerror', (error) => errors.push(error.message));
    await surface.emulateMedia({ colorScheme });
    await surface.waitForTimeout(300);
    expect(await faults(surface)).toEqual([]);
    expect(errors).toEqual([]);
    await surface.close();
  });
});

describe('what leaves the machine', () => {
  it.each(['tasks', 'options', 'popup', 'sidepanel', 'help'])('%s can fetch nothing', async (name) => {
    const surface = await at.context.newPage();
    await surface.goto(at.url(`${name}.html`));
    const refused = surface.waitForEvent('console', { predicate: (line) => line.text().includes('connect-src') });
    expect(await surface.evaluate(() => fetch('https://www.linlan.gov.cn/policy.html').then(String, String))).toMatch(
      /^TypeError/,
    );
    await refused;
    await surface.close();
  });
});
