import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './faults';
import { type Stage, stage } from './fixture';

/** Runs in the page before its own scripts: the store and the background never answer. */
function silent(): void {
  const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage: unknown } } };
  if (!chrome?.runtime) return;
  chrome.runtime.sendMessage = () => new Promise(() => undefined);
  IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
}

/** The same: both fail. */
function failing(): void {
  const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage: unknown } } };
  if (!chrome?.runtime) return;
  chrome.runtime.sendMessage = () => Promise.reject(new Error('Could not establish connection.'));
  IDBFactory.prototype.open = () => {
    throw new DOMException('damaged', 'UnknownError');
  };
}

const before = { loading: silent, empty: null, error: failing };
const surfaces = ['tasks.html', 'tasks.html?tab=today', 'options.html', 'popup.html', 'sidepanel.html', 'reader.html'];
const cases = (Object.keys(before) as (keyof typeof before)[]).flatMap((state) =>
  surfaces.map((surface) => [state, surface] as const),
);

// Names differ by language and colours by scheme: not every scheme needs every language.
describe.each([
  ['zh-CN', ['light', 'dark']],
  ['en', ['dark']],
] as const)('with nothing to show, in %s', (language, schemes) => {
  let at: Stage;
  beforeAll(async () => {
    at = await stage({ language });
  });
  afterAll(() => at.close());

  const opened = async (state: keyof typeof before, surface: string): Promise<Page> => {
    const page = await at.context.newPage();
    const script = before[state];
    if (script) await page.addInitScript(script);
    await page.goto(at.url(surface));
    await page.locator('h1').waitFor({ state: 'attached' });
    // The reader waits for nothing before it is given a file, and the popup of a page of ours has nothing to ask.
    if (state === 'loading' && !/reader|popup/.test(surface)) await page.getByRole('progressbar').waitFor();
    return page;
  };

  it.each(cases)('%s: %s can be used by everybody', async (state, surface) => {
    const page = await opened(state, surface);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), colorScheme).toEqual([]);
    }
    await page.close();
  });
});
