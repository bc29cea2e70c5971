import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readState, type Stage, stage, tabOf } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage({ language: 'zh-CN', keepsFirstRun: true });
});
afterAll(() => at.close());

/** A click in the context menu, which no driver can make by hand. */
async function menu(page: Page, id: string): Promise<void> {
  const tabId = await tabOf(at, page);
  const worker = await at.worker();
  await worker.evaluate(
    ([menuItemId, tab, pageUrl]) => {
      const { contextMenus } = (
        globalThis as unknown as {
          chrome: { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } } };
        }
      ).chrome;
      contextMenus.onClicked.dispatch({ menuItemId, frameId: 0, editable: false, pageUrl }, { id: tab });
    },
    [id, tabId, page.url()] as const,
  );
}

/** Selects the n-th long paragraph of the article by three clicks, and says what it holds. */
async function select(page: Page, place: number): Promise<string> {
  const paragraph = page.locator('p', { hasText: /.{40,}/ }).nth(place);
  await paragraph.click({ clickCount: 3 });
  // A selection counts once it has rested for a moment, as it does before a menu opens.
  await page.waitForTimeout(600);
  return (await paragraph.textContent()) ?? '';
}

const list = async (query: string): Promise<Page> => {
  const page = await at.context.newPage();
  await page.goto(at.url(`tasks.html${query}`));
  return page;
};

describe('the first run', () => {
  it('opens the sample in the reader', async () => {
    await expect.poll(() => at.context.pages().map((page) => page.url())).toContain(at.url('reader.html?sample'));
  });
});

describe('the context menu', () => {
  it('makes a task and an annotation of what is selected', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const tasks = await list('');
    const notes = await list('?tab=annotations');
    await page.bringToFront();
    const first = await select(page, 1);
    await menu(page, 'task');
    await expect.poll(() => tasks.getByRole('article').count()).toBe(1);
    await tasks.locator('.task-title').click();
    expect(first.replace(/\s/g, '')).toContain((await tasks.locator('.excerpt').textContent())!.replace(/\s/g, ''));

    await page.bringToFront();
    const second = await select(page, 2);
    await menu(page, 'annotate');
    await expect.poll(() => notes.getByRole('article').count()).toBe(1);
    expect(second.replace(/\s/g, '')).toContain(
      (await notes.locator('.annotation-quote').textContent())!.replace(/\s/g, ''),
    );
    for (const each of [tasks, notes, page]) await each.close();
  });

  it('reads a page that the detector left alone, once however often it is asked', async () => {
    const page = await at.open('/news.html');
    await page.waitForTimeout(500);
    expect(await page.locator('dutymark-root').count()).toBe(0);
    await Promise.all([menu(page, 'read'), menu(page, 'read'), menu(page, 'read')]);
    await readState(page);
    await menu(page, 'read');
    await page.waitForTimeout(500);
    expect(await page.locator('dutymark-root').count()).toBe(1);
    await page.close();
  });
});

describe('a site that the reader grants', () => {
  it('gets the detector, and loses it when the grant is taken back', async () => {
    const site = '*://www.xunzhen.example/*';
    const page = await at.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async ([id, origin]) => {
        const { developerPrivate } = (
          globalThis as unknown as {
            chrome: { developerPrivate: { addHostPermission(id: string, origin: string): Promise<void> } };
          }
        ).chrome;
        await developerPrivate.addHostPermission(id, origin);
      },
      [at.id, site] as const,
    );
    const registered = async () => {
      const worker = await at.worker();
      return worker.evaluate(async () => {
        const { scripting } = (
          globalThis as unknown as {
            chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> } };
          }
        ).chrome;
        return (await scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches);
      });
    };
    // The browser's own question cannot be answered here; granted beforehand, it is not asked.
    await page.goto(at.url('options.html'));
    await page.getByLabel('允许一个网站').fill('www.xunzhen.example');
    await page.getByRole('button', { name: '允许', exact: true }).click();
    await expect.poll(registered).toEqual([site]);
    await page.getByRole('button', { name: `收回对 ${site} 的允许` }).click();
    await expect.poll(registered).toEqual([]);
    await page.getByText('没有允许其他网站').waitFor();
    await page.close();
  });
});
