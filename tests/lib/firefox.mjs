import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './browsers.mjs';
import { chineseCopy } from './extension.mjs';
import { watched } from './net-log.mjs';

/** Firefox gives an extension a random host; the tests fix it to find its pages. */
const UUID = '6f0c1d5e-64d2-4c0a-9b7e-2f7d3c1a5b11';

/**
 * Starts a Firefox with the built extension. There is no host mapping as in Chromium: `hosts` are resolved to this
 * machine and their ports forced to those of `sites`. `prefs`: further settings of the browser. `granted`: optional permissions that
 * the extension has from the start. `elsewhere`: hosts that the test goes to by intent. Closing fails where anything was asked of
 * others. `keepsFirstRun`: the sample that a first run opens in the reader stays. It comes when it comes and takes the front of the window
 * then, from whatever a test does in that moment: so it is waited for and closed.
 */
export async function launchFirefox({
  sites,
  hosts = ['www.linlan.gov.cn'],
  headless = true,
  prefs = {},
  granted,
  elsewhere,
  keepsFirstRun = false,
} = {}) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('no Firefox on this machine');
  const copy = chineseCopy('firefox', undefined, granted);
  const manifest = JSON.parse(readFileSync(join(copy.path, 'manifest.json'), 'utf8'));
  const geckoId = manifest.browser_specific_settings.gecko.id;
  const userDataDir = mkdtempSync(join(tmpdir(), 'dutymark-firefox-'));
  const log = headless ? watched('firefox', userDataDir, elsewhere) : null;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir,
    // What the browser never answers is named, before the time of the test is over without a word.
    protocolTimeout: 45_000,
    enableExtensions: true,
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    env: { ...process.env, ...log?.env },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
      ...(sites && {
        'network.dns.localDomains': hosts.join(','),
        'network.socket.forcePort': `80=${sites.http};443=${sites.https}`,
      }),
      ...prefs,
    },
  });
  const firstRun = new Promise((resolve) => browser.once('targetcreated', resolve));
  await browser.installExtension(copy.path);
  if (!keepsFirstRun) await closeFirstRun(await (await firstRun).page());
  return {
    browser,
    asked: () => log?.hosts() ?? new Set(),
    url: (path) => `moz-extension://${UUID}/${path}`,
    /** Opens a page of the extension; its load event never reaches the driver. */
    async open(path) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${UUID}/${path}`, { timeout: 1500 }).catch(() => {});
      return page;
    },
    async close() {
      await browser.close();
      try {
        log?.check();
      } finally {
        copy.remove();
        rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
  };
}

/** Once it is loaded: then nothing of it comes to the front any more. */
async function closeFirstRun(page) {
  const address = () => page.evaluate(() => location.href).catch(() => '');
  while (!/reader\.html/.test(await address())) await new Promise((resolve) => setTimeout(resolve, 50));
  await page.close();
}
