import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { readState, type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

interface Chrome {
  readonly developerPrivate: { addHostPermission(id: string, origin: string): Promise<void> };
  readonly tabs: { query(what: object): Promise<{ id?: number }[]>; get(id: number): Promise<object> };
  readonly scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
}
declare const chrome: Chrome;

/** The browser's own question cannot be answered by a driver: what is granted beforehand is not asked. */
async function grantBeforehand(origin: string): Promise<void> {
  const page = await at.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(([id, wanted]) => chrome.developerPrivate.addHostPermission(id, wanted), [
    at.id,
    origin,
  ] as const);
  await page.close();
}

const registered = async () =>
  (await at.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
  );

/**
 * The popup over a page. Opened from the toolbar it is told the address for that moment; a driver cannot click there, so the
 * test tells it.
 */
async function popupOver(page: Page): Promise<Page> {
  await page.bringToFront();
  const tab = await (await at.worker()).evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const popup = await at.context.newPage();
  await popup.addInitScript((url) => {
    for (const name of ['chrome', 'browser']) {
      const tabs = (globalThis as unknown as Record<string, Chrome | undefined>)[name]?.tabs;
      const real = tabs?.get.bind(tabs);
      if (real) Object.defineProperty(tabs, 'get', { value: async (id: number) => ({ ...(await real(id)), url }) });
    }
  }, page.url());
  await popup.goto(at.url(`popup.html?tab=${tab}`));
  return popup;
}

describe.each([
  ['an IP address with a port', '127.0.0.1'],
  ['a name of one word with a port', 'localhost'],
])('a site of the office’s own network, %s', (_, host) => {
  it('is granted once from the popup, read by itself from then on, listed, and taken back', async () => {
    const address = `http://${host}:${at.sites.http}/policy.html`;
    const origin = `*://${host}/*`;
    await grantBeforehand(origin);
    const page = await at.context.newPage();
    await page.goto(address);
    const popup = await popupOver(page);
    await popup.getByText('随时可在“设置 · 网站”收回').waitFor();
    await popup.getByRole('button', { name: `今后在 ${host} 自动识读` }).click();
    expect(await readState(page)).toEqual({ state: 'task-policy', measures: sample.measures.length });
    await popup.close();

    await expect.poll(registered).toContain(origin);
    for (const again of [address, `https://${host}:${at.sites.https}/policy.html`]) {
      const next = await at.context.newPage();
      await next.goto(again);
      expect((await readState(next)).measures).toBe(sample.measures.length);
      await next.close();
    }

    const options = await at.context.newPage();
    await options.goto(at.url('options.html'));
    await options.getByRole('button', { name: `收回对 ${origin} 的允许` }).click();
    await expect.poll(registered).not.toContain(origin);
    await page.close();
    await options.close();
  });
});

it('a policy in a frame of another site is read there, and an address of one word can be granted in the settings', async () => {
  await grantBeforehand('*://localhost/*');
  const options = await at.context.newPage();
  await options.goto(at.url('options.html'));
  await options.getByLabel('允许一个网站').fill(`localhost:${at.sites.http}`);
  await options.getByRole('button', { name: '允许', exact: true }).click();
  await expect.poll(registered).toContain('*://localhost/*');
  at.sites.set(
    '/oa',
    `<!DOCTYPE html><title>办公系统</title><iframe src="/policy.html" width="900" height="700"></iframe>`,
  );
  const page = await at.context.newPage();
  await page.goto(`http://localhost:${at.sites.http}/oa`);
  const root = page.frameLocator('iframe').locator('dutymark-root[data-state="task-policy"]');
  await root.waitFor({ state: 'attached' });
  await page.close();
  await options.close();
});
