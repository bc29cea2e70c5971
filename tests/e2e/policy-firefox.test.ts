import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { watched } from '../lib/net-log.mjs';
import { governedFirefox } from '../lib/policy.mjs';
import { extensionDir } from '../lib/setup.mjs';
import { filesIn, withManifest, zip } from '../release/archive.mjs';
import { firefoxPolicy } from '../release/policies.mjs';
import { seen, task } from '../unit/store/samples';

const GECKO = 'dutymark@dutymark.invalid';
const UUID = '1d1c39a5-0c1b-4b9e-8a86-3f1c3a0f7a55';
const UNIT = '县民政局';

let folder = mkdtempSync(join(tmpdir(), 'dutymark-policy-firefox-'));
const can = findFirefox() !== null && governedFirefox(folder, '{}') !== null;
rmSync(folder, { recursive: true, force: true });
if (!can) console.warn('SKIPPED: no Firefox in a folder of its own, so that the .xpi was not installed by a policy.');

/** The built extension in Chinese as a package of this version; its path. */
function packed(version: string): string {
  const files = filesIn(extensionDir('firefox'));
  const chinese = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('_locales/en/')));
  const path = join(folder, `dutymark-${version}.xpi`);
  writeFileSync(path, zip(withManifest(chinese, (manifest) => ({ ...manifest, version }))));
  return path;
}

/** Firefox on the same profile, under a policy that installs this version. */
async function start(version: string): Promise<{ browser: Browser; close(): Promise<void> }> {
  const home = mkdtempSync(join(folder, 'firefox-'));
  const address = pathToFileURL(packed(version)).href;
  const { policies } = JSON.parse(
    firefoxPolicy({
      geckoId: GECKO,
      base: address.slice(0, address.lastIndexOf('/')),
      file: address.slice(address.lastIndexOf('/') + 1),
      managed: { unit: UNIT, region: '清河市临澜县', keepFiles: 'no' },
    }),
  );
  const Preferences = { 'xpinstall.signatures.required': { Value: false } };
  const executablePath = governedFirefox(home, JSON.stringify({ policies: { ...policies, Preferences } }));
  const profile = join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const log = watched('firefox', profile);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executablePath as string,
    headless: true,
    userDataDir: profile,
    enableExtensions: true,
    args: ['-remote-allow-system-access'],
    env: { ...process.env, ...log.env },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO]: UUID }),
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  return {
    browser,
    async close() {
      await browser.close();
      log.check();
    },
  };
}

/** A page of the extension, once it is installed and shows what is looked for. */
async function ours(browser: Browser, path: string, selector: string): Promise<Page> {
  for (let turn = 0; turn < 20; turn++) {
    const page = await browser.newPage();
    // The load event of such a page never reaches the driver.
    await page.goto(`moz-extension://${UUID}/${path}`, { timeout: 1500 }).catch(() => {});
    if (await page.waitForSelector(selector, { timeout: 3000 }).catch(() => null)) return page;
    await page.close().catch(() => {});
  }
  throw new Error(`moz-extension://…/${path} shows no ${selector}`);
}

const runtime = (page: Page) =>
  page.evaluate(
    () =>
      (
        globalThis as unknown as { browser: { runtime: { getManifest(): { version: string } } } }
      ).browser.runtime.getManifest().version,
  );

/** Opens the one task in the list; its note is a field then. */
async function openTask(browser: Browser): Promise<Page> {
  const page = await ours(browser, 'tasks.html', '.task-title');
  await page.click('.task-title');
  await page.waitForSelector('textarea');
  return page;
}
const notes = (page: Page) => page.$$eval('textarea', (fields) => fields.map((field) => field.value));

/** Adds words at the end of the note, and waits for nothing. */
async function type(page: Page, words: string): Promise<void> {
  const note = await page.$('textarea');
  await note!.evaluate((field) => field.setSelectionRange(field.value.length, field.value.length));
  await note!.type(words);
}

describe.runIf(can)('an .xpi that policies.json installs', () => {
  let at: Awaited<ReturnType<typeof start>> | null = null;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dutymark-policy-firefox-'));
  });
  afterAll(async () => {
    await at?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('has the unit and the switches that the policy sets', async () => {
    at = await start('1.0.0');
    const page = await ours(at.browser, 'options.html', '.managed-note');
    expect(await runtime(page)).toBe('1.0.0');
    expect(await page.$eval('.profile-line', (line) => line.textContent)).toContain(UNIT);
    expect(await page.$eval('fieldset:has([name="keep-files"])', (set) => (set as HTMLFieldSetElement).disabled)).toBe(
      true,
    );
    expect(await page.$eval('[name="keep-files"][value="no"]', (radio) => (radio as HTMLInputElement).checked)).toBe(
      true,
    );
    await page.evaluate(
      async (call) => {
        const { runtime } = (
          globalThis as unknown as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } }
        ).browser;
        await runtime.sendMessage({ id: 1, type: 'callStore', data: call, timestamp: Date.now() });
      },
      { method: 'addTasks', args: [seen, [{ ...task, note: '更新以前' }], 'key'] },
    );
    await page.close();
  });

  it('is replaced by the next version under an open task with words not saved yet, and keeps them', async () => {
    const { browser } = at!;
    const page = await openTask(browser);
    await type(page, '，替换时还没保存');
    await browser.installExtension(packed('1.0.1'));
    const after = await openTask(browser);
    expect(await runtime(after)).toBe('1.0.1');
    expect(await notes(after)).toContain('更新以前，替换时还没保存');
  });

  it('is updated by the policy when the browser starts again, which was closed over words not saved yet, and keeps them', async () => {
    const page = await openTask(at!.browser);
    await type(page, '，关闭时还没保存');
    await at!.close();
    at = await start('1.0.2');
    const after = await openTask(at.browser);
    expect(await runtime(after)).toBe('1.0.2');
    expect(await notes(after)).toContain('更新以前，替换时还没保存，关闭时还没保存');
  });
});
