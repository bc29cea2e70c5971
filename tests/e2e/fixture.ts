import type { Page } from 'playwright-core';
import { type Chromium, type LaunchOptions, launchChromium } from '../lib/chromium.mjs';
import { type Sites, serve } from '../server/index.mjs';

export const SITE = 'https://www.linlan.gov.cn';

/** A browser with the extension on the invented sites; both are closed by `close`. */
export interface Stage extends Chromium {
  readonly sites: Sites;
  /** Opens a page of the invented county's site. */
  open(path: string): Promise<Page>;
}

export interface StageOptions extends LaunchOptions {
  /** The first run's own page is what is tested: it stays, and comes when it comes. */
  readonly keepsFirstRun?: boolean;
}

export async function stage({ keepsFirstRun = false, ...options }: StageOptions = {}): Promise<Stage> {
  const sites = options.sites ?? (await serve());
  const chromium = await launchChromium({ ...options, sites });
  const at: Stage = {
    ...chromium,
    sites,
    open: async (path) => {
      const page = await chromium.context.newPage();
      await page.goto(SITE + path);
      return page;
    },
    close: async (closing) => {
      await chromium.close(closing);
      if (!options.sites) await sites.close();
    },
  };
  if (keepsFirstRun) return at;
  // It would read and paint the sample under every other test, and take the front of the window whenever it comes.
  try {
    await (await firstRun(at)).close();
  } catch (error) {
    await at.close();
    throw error;
  }
  return at;
}

/** The page that a first run opens: the sample in the reader. It comes when it comes, and may be empty for a while. */
export async function firstRun(at: Stage): Promise<Page> {
  for (let turn = 0; turn < 200; turn++) {
    const page = at.context.pages().find((each) => each.url() === at.url('reader.html?sample'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the first run has opened nothing');
}

/** What the extension says of a page, once it says it. */
export async function readState(page: Page): Promise<{ state: string | null; measures: number }> {
  const root = page.locator('dutymark-root');
  await root.waitFor({ state: 'attached', timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector('dutymark-root')?.getAttribute('data-state'));
  return {
    state: await root.getAttribute('data-state'),
    measures: Number(await root.getAttribute('data-measures')),
  };
}

/** The texts under a custom highlight, white space removed, in document order, once all are painted. */
export async function painted(page: Page, name: string, count?: number): Promise<string[]> {
  if (count !== undefined) {
    await page
      .waitForFunction(
        ([key, wanted]) => (CSS.highlights.get(key as string)?.size ?? 0) >= Number(wanted),
        [name, count],
        {
          timeout: 15_000,
        },
      )
      .catch(() => {});
  }
  return page.evaluate((key) => {
    const ranges = [...(CSS.highlights.get(key) ?? [])].map((each) => {
      const range = document.createRange();
      range.setStart(each.startContainer, each.startOffset);
      range.setEnd(each.endContainer, each.endOffset);
      return range;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => range.toString().replace(/\s/g, ''));
  }, name);
}

/**
 * Ends the background as the browser does with an idle one; the next message starts it anew.
 *
 * @returns how many were ended: 1, or 0 when it was not running.
 */
export async function killWorker(at: Stage): Promise<number> {
  let killed = 0;
  const page = at.context.pages()[0] ?? (await at.context.newPage());
  const session = await at.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId, url } of targetInfos) {
    if (type === 'service_worker' && url.startsWith(`chrome-extension://${at.id}`)) {
      await session.send('Target.closeTarget', { targetId });
      killed++;
    }
  }
  await session.detach();
  return killed;
}

/** Number of a tab, as the extension counts them, once the browser knows the page's address. */
export async function tabOf(at: Stage, page: Page): Promise<number> {
  for (let turn = 0; turn < 100; turn++) {
    const worker = await at.worker();
    const found = await worker.evaluate(async (url) => {
      interface Tabs {
        query(filter: object): Promise<{ id?: number; url?: string }[]>;
      }
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      return (await tabs.query({})).find((each) => each.url === url)?.id ?? null;
    }, page.url());
    if (found !== null) return found;
    await page.waitForTimeout(100);
  }
  throw new Error(`no tab shows ${page.url()}`);
}

/** The count on the toolbar for a tab. */
export async function badgeOf(at: Stage, tabId: number): Promise<string> {
  const worker = await at.worker();
  return worker.evaluate(
    (id) =>
      (
        globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
      ).chrome.action.getBadgeText({ tabId: id }),
    tabId,
  );
}

interface Developer {
  readonly developerPrivate: Record<string, (what: object | string, then: () => void) => void>;
}

/**
 * Turns developer mode on, as everybody does who loads an extension from a folder, and loads ours anew, with a change of what it
 * may do or without one.
 *
 * @returns a page of ours, as it is then
 */
export async function developing(at: Stage, change?: { readonly incognitoAccess?: boolean }): Promise<Page> {
  const list = await at.context.newPage();
  await list.goto('chrome://extensions');
  const call = (method: string, what: object | string) =>
    list.evaluate(
      ([method, what]) =>
        new Promise<void>((resolve) =>
          (globalThis as unknown as { chrome: Developer }).chrome.developerPrivate[method]!(what, () => resolve()),
        ),
      [method, what] as const,
    );
  await call('updateProfileConfiguration', { inDeveloperMode: true });
  if (change?.incognitoAccess !== undefined)
    await call('updateExtensionConfiguration', { extensionId: at.id, ...change });
  else if (change) await call('reload', at.id);
  const ours = await at.context.newPage();
  // Until the new one is there, the browser lets nobody in.
  for (let turn = 0; turn < 100; turn++) {
    const there = await ours.goto(at.url('options.html')).then(
      () => true,
      () => false,
    );
    if (there) break;
    await ours.waitForTimeout(100);
  }
  await list.close();
  return ours;
}
