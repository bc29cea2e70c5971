import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { painted, readState, SITE, type Stage, stage } from './fixture';

/** Lead units of the sample: how many marks to wait for. */
const leads = sample.measures.flatMap(({ lead }) => lead).length;

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

interface Watched {
  /** outerHTML when the page itself was done, before any content script. */
  before: string;
  /** Changes that were not our one element's. */
  foreign: string[];
}

/** Opens a page that watches itself: what happens to its DOM, and what its console says. */
async function watched(
  path: string,
): Promise<{ page: Page; errors: string[]; seen: () => Promise<Watched & { now: string }> }> {
  const page = await at.context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const ours = (node: Node) => node instanceof Element && node.localName === 'dutymark-root';
    const record: Watched = { before: '', foreign: [] };
    (window as unknown as { record: Watched }).record = record;
    addEventListener('DOMContentLoaded', () => {
      record.before = document.documentElement.outerHTML;
      new MutationObserver((changes) => {
        for (const change of changes) {
          const nodes = [...change.addedNodes, ...change.removedNodes];
          if (ours(change.target) || (nodes.length > 0 && nodes.every(ours))) continue;
          record.foreign.push(`${change.type} ${change.attributeName ?? ''} at ${change.target.nodeName}`);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  });
  await page.goto(SITE + path);
  return {
    page,
    errors,
    seen: () =>
      page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        for (const root of copy.querySelectorAll('dutymark-root')) root.remove();
        return { ...(window as unknown as { record: Watched }).record, now: copy.outerHTML };
      }),
  };
}

describe('a respectful guest', () => {
  it('leaves the page as it is, one element apart', async () => {
    const { page, errors, seen } = await watched('/policy.html');
    await readState(page);
    await painted(page, 'dutymark-lead', leads);
    const during = await seen();
    expect(during.foreign).toEqual([]);
    expect(during.now).toBe(during.before);
    expect(await page.locator('dutymark-root').count()).toBe(1);
    // A selection, scrolling and a click on a mark are the reader's, and change nothing of the page either.
    await page.locator('#zoom p', { hasText: '便民服务热线' }).first().selectText();
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(600);
    const after = await seen();
    expect(after.foreign).toEqual([]);
    expect(after.now).toBe(after.before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps its own interface out of the page’s reach', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    expect(await page.evaluate(() => document.querySelector('dutymark-root')?.shadowRoot)).toBeNull();
    expect(await page.evaluate(() => 'browser' in window || 'dutymark' in window)).toBe(false);
    await page.close();
  });

  it('leaves the page’s own highlights alone', async () => {
    const page = await at.open('/highlights.html');
    await readState(page);
    await painted(page, 'dutymark-lead', leads);
    expect(await painted(page, 'site-search')).toEqual(['一、']);
    await page.close();
  });

  it.each(['/news.html', '/list.html', '/empty.html'])('runs only the detector on %s', async (path) => {
    const page = await at.context.newPage();
    const scripts: string[] = [];
    const session = await at.context.newCDPSession(page);
    session.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith('chrome-extension://')) scripts.push(url.replace(/^.*\//, ''));
    });
    await session.send('Debugger.enable');
    await page.goto(SITE + path);
    await expect.poll(() => scripts.filter((script) => /detector/.test(script)).length).toBeGreaterThan(0);
    await page.waitForTimeout(2500);
    expect(scripts.filter((script) => !/detector/.test(script))).toEqual([]);
    expect(await page.evaluate(() => [...CSS.highlights.keys()].filter((key) => key.startsWith('dutymark')))).toEqual(
      [],
    );
    expect(await page.locator('dutymark-root[data-measures]').count()).toBe(0);
    await page.close();
  });
});
