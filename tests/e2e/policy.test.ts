import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../lib/chromium.mjs';
import { fillTask, measure, openPanelFor, showTab, takeOn } from '../lib/drive.mjs';
import { governedChromium, policyWay } from '../lib/policy.mjs';
import { extensionDir } from '../lib/setup.mjs';
import { type Files, filesIn, withManifest } from '../release/archive.mjs';
import { makeKey } from '../release/crx.mjs';
import { makeRelease } from '../release/make.mjs';
import { chromiumPolicy } from '../release/policies.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { readState, SITE, type Stage } from './fixture';

const way = policyWay();
if (!way) {
  console.warn(
    'SKIPPED: no managed policies directory can be written or laid over here, so that the .crx was not installed by a policy.',
  );
}

const UNIT = '县民政局';
const managed = { unit: UNIT, region: '清河市临澜县', sites: ['10.1.2.3'], keepFiles: 'no', pill: 'shown' };

/** An office's server for the packages. */
async function shelf(): Promise<{ base: string; put: (files: Files) => void; asked: string[]; server: Server }> {
  let files: Files = {};
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://shelf').pathname.slice(1));
    asked.push(name);
    const data = files[name];
    if (!data) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': name.endsWith('.xml') ? 'text/xml' : 'application/x-chrome-extension' });
    response.end(data);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, put: (next) => (files = next), asked, server };
}

/** The built extension in Chinese, whatever the language of the browser, as version `version`. */
function built(version: string): Files {
  const files = filesIn(extensionDir('chrome'));
  const chinese = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('_locales/en/')));
  return withManifest(chinese, (manifest) => ({ ...manifest, version }));
}

describe.runIf(way)('a .crx that a policy file installs', () => {
  const pem = makeKey();
  let sites: Sites;
  let house: Awaited<ReturnType<typeof shelf>>;
  let folder: string;
  let at: Stage;
  let id: string;

  const release = (version: string) =>
    makeRelease({
      chrome: built(version),
      firefox: filesIn(extensionDir('firefox')),
      sources: {},
      pictures: {},
      pem,
      base: house.base,
      bill: {},
      licences: '',
      changes: '',
    });

  beforeAll(async () => {
    sites = await serve();
    house = await shelf();
    folder = mkdtempSync(join(tmpdir(), 'dutymark-policy-'));
    const first = release('1.0.0');
    id = first.id;
    house.put(first.files);
    const executablePath = governedChromium(folder, {
      'dutymark.json': chromiumPolicy({ id, base: house.base, managed }),
      // Else no debugger, and so no test, may enter what a policy has installed.
      'tools.json': JSON.stringify({ DeveloperToolsAvailability: 1 }),
    });
    const chromium = await launchChromium({ sites, executablePath, installed: id, profile: join(folder, 'profile') });
    at = {
      ...chromium,
      sites,
      open: async (path) => {
        const page = await chromium.context.newPage();
        await page.goto(SITE + path);
        return page;
      },
    };
  });
  afterAll(async () => {
    await at?.close({ keepProfile: false });
    house?.server.close();
    await sites?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const options = async () => {
    const page = await at.context.newPage();
    await page.goto(at.url('options.html'));
    await page.getByRole('heading', { name: '本单位' }).waitFor();
    return page;
  };
  const versionIn = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { chrome: typeof browserApi }).chrome.runtime.getManifest().version);

  it('comes from the office’s own server, under the id of its key', async () => {
    expect(at.id).toBe(id);
    expect(house.asked).toContain('update.xml');
    expect(house.asked).toContain('dutymark-1.0.0.crx');
  });

  it('has the unit and the switches that the policy sets, and says who set them', async () => {
    const page = await options();
    const line = page.locator('.profile-line', { hasText: UNIT });
    await line.getByText('由管理员设定').waitFor();
    expect(await line.getByRole('button').count()).toBe(0);
    await expect.poll(() => page.getByRole('radio', { name: '不存', exact: true }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: '不存', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '全部允许（1 个）' }).waitFor();
    // A unit of the reader's own stands beside it, and outlives it.
    await page.getByRole('button', { name: '再添加一个单位' }).click();
    await page.getByLabel('单位名称').fill('临澜县司法局');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.profile strong', { hasText: '临澜县司法局' }).waitFor();
    const kept = await page.evaluate(() =>
      (globalThis as unknown as { chrome: typeof browserApi }).chrome.storage.local.get('profiles'),
    );
    expect((kept.profiles as { name: string }[]).map(({ name }) => name)).toEqual(['临澜县司法局']);
    await page.close();
  });

  it('shows the duties of that unit without a word from the reader', async () => {
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await showTab(panel, '我的职责');
    await panel.getByText(UNIT).first().waitFor();
    expect(await panel.locator('article.measure').count()).toBeGreaterThan(0);
    await panel.close();
    await page.close();
  });

  it('is updated to the next version under an open page and an unsaved note, and nothing is lost', async () => {
    const title = '建好乡村便民服务站';
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await takeOn(panel, [title]);
    await fillTask(panel, title, { tags: ['本周'], note: '第一句' });
    house.put(release('1.0.1').files);
    const extensions = await at.context.newPage();
    await extensions.goto('chrome://extensions');
    const words = '第一句，还没有保存的第二句';
    await measure(panel, title).getByRole('textbox', { name: '备注' }).fill(words);
    const closed = panel.waitForEvent('close');
    // "Update" on the page of extensions: it does not wait until our pages are closed, it closes them.
    await extensions.evaluate(() =>
      (
        globalThis as unknown as { chrome: { developerPrivate: { autoUpdate(): Promise<void> } } }
      ).chrome.developerPrivate.autoUpdate(),
    );
    await closed;
    const after = await options();
    expect(await versionIn(after)).toBe('1.0.1');
    await after.locator('.profile-line', { hasText: UNIT }).getByText('由管理员设定').waitFor();

    await page.bringToFront();
    await page.reload();
    await readState(page);
    const again = await openPanelFor(at, page);
    await showTab(again, '我的任务');
    await measure(again, title).locator('[data-main]').click();
    const note = measure(again, title).getByRole('textbox', { name: '备注' });
    await expect.poll(() => note.inputValue()).toBe(words);
    await measure(again, title).locator('.chip', { hasText: '本周' }).first().waitFor();
  });
});

/** What is used of the extension's API in its pages. */
declare const browserApi: {
  readonly runtime: { getManifest(): { version: string } };
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};
