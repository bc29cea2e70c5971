import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTask, measure, openPanelFor, showTab, takeOn } from '../lib/drive.mjs';
import { extensionDir } from '../lib/setup.mjs';
import { type Files, filesIn, withManifest } from '../release/archive.mjs';
import { makeKey, manifestKey } from '../release/crx.mjs';
import { readState, type Stage, stage } from './fixture';

const TITLE = '建好乡村便民服务站';

/** What a release lays into the folder that is loaded by hand. In Chinese whatever the language of the browser. */
function folderOf(version: string, pem: string): Files {
  const built = Object.fromEntries(
    Object.entries(filesIn(extensionDir('chrome'))).filter(([path]) => !path.startsWith('_locales/en/')),
  );
  return withManifest(built, (manifest) => ({ ...manifest, version, key: manifestKey(pem) }));
}

function lay(files: Files, folder: string): void {
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
}

interface Chrome {
  readonly runtime: { getManifest(): { version: string } };
  readonly developerPrivate: {
    reload(id: string, options: object): Promise<void>;
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  };
}

describe('the folder that a clerk loads by hand', () => {
  const home = mkdtempSync(join(tmpdir(), 'dutymark-offline-'));
  const folder = join(home, 'dutymark');
  const pem = makeKey();
  let at: Stage;
  beforeAll(async () => {
    lay(folderOf('1.0.0', pem), folder);
    at = await stage({ extension: folder, profile: join(home, 'profile') });
  });
  afterAll(async () => {
    await at?.close({ keepProfile: false });
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const version = async () => {
    const page = await at.context.newPage();
    await page.goto(at.url('options.html')).catch(async (error) => {
      await page.close();
      throw error;
    });
    const found = await page.evaluate(
      () => (globalThis as unknown as { chrome: Chrome }).chrome.runtime.getManifest().version,
    );
    await page.close();
    return found;
  };

  /** As the guide says: the folder is replaced as a whole, then the round arrow on the page of extensions is pressed. */
  async function replaceAndReload(panel: Page): Promise<void> {
    renameSync(folder, join(home, 'old'));
    lay(folderOf('1.0.1', pem), folder);
    const extensions = await at.context.newPage();
    await extensions.goto('chrome://extensions');
    await extensions.evaluate(() =>
      (globalThis as unknown as { chrome: Chrome }).chrome.developerPrivate.updateProfileConfiguration({
        inDeveloperMode: true,
      }),
    );
    const closed = panel.waitForEvent('close');
    await extensions.evaluate(
      (id) => (globalThis as unknown as { chrome: Chrome }).chrome.developerPrivate.reload(id, {}),
      at.id,
    );
    await closed;
    await extensions.close();
  }

  it('is replaced by the next version under an open page and an unsaved note, and nothing is lost', async () => {
    expect(await version()).toBe('1.0.0');
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await takeOn(panel, [TITLE]);
    await fillTask(panel, TITLE, { tags: ['本周'], note: '第一句' });
    const words = '第一句，还没有保存的第二句';
    await measure(panel, TITLE).getByRole('textbox', { name: '备注' }).fill(words);
    await replaceAndReload(panel);

    // For a moment there is no extension under that address.
    await expect.poll(() => version().catch(String), { timeout: 20_000 }).toBe('1.0.1');
    await page.bringToFront();
    await page.reload();
    await readState(page);
    const again = await openPanelFor(at, page);
    await showTab(again, '我的任务');
    await measure(again, TITLE).locator('[data-main]').click();
    const note = measure(again, TITLE).getByRole('textbox', { name: '备注' });
    await expect.poll(() => note.inputValue()).toBe(words);
    await measure(again, TITLE).locator('.chip', { hasText: '本周' }).first().waitFor();
  });
});
