import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTask, openPanelFor, takeOn } from '../lib/drive.mjs';
import { readState, type Stage, stage } from './fixture';

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

/** What axe finds wrong, one line each. */
async function faults(surface: Page): Promise<string[]> {
  await surface.evaluate(axe.source);
  return surface.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${target} ${html.slice(0, 120)}`),
    );
  });
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
