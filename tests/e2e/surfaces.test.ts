import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTask, openPanelFor, takeOn } from '../lib/drive.mjs';
import { readState, type Stage, stage } from './fixture';

const TITLES = ['建好乡村便民服务站', '补齐农村供水短板'] as const;

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

/** What axe finds wrong, one line each. */
async function faults(surface: Page): Promise<string[]> {
  await surface.evaluate(axe.source);
  return surface.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target} ${html.slice(0, 120)}`));
  });
}

const surfaces: Record<string, () => Promise<Page>> = {
  'the panel': () => openPanelFor(at, page),
  'the task list': async () => {
    const tasks = await at.context.newPage();
    await tasks.goto(at.url('tasks.html'));
    await tasks.getByRole('button', { name: TITLES[0] }).click();
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
  'the options': async () => {
    const options = await at.context.newPage();
    await options.goto(at.url('options.html'));
    await options.getByRole('heading').first().waitFor();
    return options;
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

describe('what cannot be stored', () => {
  it('a tag of 10,000 characters is refused in words, and what was stored stays', async () => {
    const panel = await openPanelFor(at, page);
    await panel.getByRole('tab', { name: /^我的任务/ }).click();
    const task = panel.locator('article.measure', { hasText: TITLES[0] }).first();
    await task.locator('[data-main]').click();
    const tagging = task.getByRole('combobox', { name: '添加标签' });
    await tagging.fill('长'.repeat(10_000));
    await tagging.press('Enter');
    expect(await task.getByRole('alert').textContent()).toMatch(/40/);
    await tagging.fill('');
    await panel.reload();
    await panel.getByRole('tab', { name: /^我的任务/ }).click();
    expect(await panel.locator('.task-tag').allTextContents()).toEqual(['#本周']);
    await panel.close();
  });

  it('a full disk is said, and what was stored stays', async () => {
    const panel = await openPanelFor(at, page);
    const session = await at.context.newCDPSession(panel);
    const origin = `chrome-extension://${at.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await panel.getByPlaceholder('筛选举措、单位、时限…').fill('零工市场');
    await panel.getByRole('button', { name: '领为任务' }).first().click();
    await panel.getByText(/空间不足/).first().waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await panel.reload();
    await panel.getByRole('tab', { name: /^我的任务\s*2/ }).waitFor();
    await panel.getByRole('tab', { name: /^举措/ }).click();
    await takeOn(panel, ['零工市场']).catch(() => {});
    await panel.getByRole('tab', { name: /^我的任务\s*3/ }).waitFor();
    await panel.close();
  });
});
