import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { extensionDir } from './setup.mjs';

/**
 * Opens a browser window with the extension on a page of the invented sites, beside the reader that a first run shows,
 * and resolves when the user closes the browser.
 */
export async function open({ browser, sites, folder, page }) {
  if (browser.kind === 'firefox') return openFirefox({ sites, page });
  if (browser.kind === 'chrome') return openChrome({ browser, sites, folder, page });
  const { context } = await launchChromium({
    sites,
    headless: false,
    executablePath: browser.path,
    extension: extensionDir('chrome'),
    profile: join(folder, 'profile'),
  });
  const tab = context.pages()[0] ?? (await context.newPage());
  await tab.goto(page);
  await new Promise((resolve) => context.on('close', resolve));
}

async function openFirefox({ sites, page }) {
  const { browser } = await launchFirefox({ sites, headless: false, keepsFirstRun: true });
  const tab = await browser.newPage();
  await tab.goto(page);
  await new Promise((resolve) => browser.on('disconnected', resolve));
}

/**
 * Google Chrome ignores `--load-extension` since version 137. It still takes an extension over its debugging pipe, which
 * is how puppeteer installs one; where a company's policy forbids that too, the user is told how to load it by hand.
 */
async function openChrome({ browser: { path }, sites, folder, page }) {
  const { default: puppeteer } = await import('puppeteer-core');
  const extension = extensionDir('chrome');
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: false,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    userDataDir: join(folder, 'chrome-profile'),
    args: [
      '--no-first-run',
      `--host-resolver-rules=MAP *.gov.cn:80 127.0.0.1:${sites.http}, MAP *.gov.cn:443 127.0.0.1:${sites.https}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  await browser.installExtension(extension).catch(() => {
    console.log('This Google Chrome takes no extension from the command line. Load it by hand:');
    console.log('  1. open chrome://extensions   2. turn on "Developer mode"   3. "Load unpacked" and choose');
    console.log(`  ${extension}`);
    console.log('or use Chromium, Microsoft Edge or Firefox.');
  });
  const tab = await browser.newPage();
  await tab.goto(page);
  await new Promise((resolve) => browser.on('disconnected', resolve));
}
