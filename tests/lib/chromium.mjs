import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './browsers.mjs';
import { chineseCopy } from './extension.mjs';
import { watched } from './net-log.mjs';
import { extensionDir } from './setup.mjs';

/**
 * Starts a Chromium with the built extension.
 *
 * `--load-extension` works only beside `--disable-extensions-except`; every `*.gov.cn` leads to the invented sites.
 *
 * @param options `sites` from tests/server (null: no site is reachable), `profile` a folder that outlives the browser
 *   (a fresh one that goes with it, if left out), `headless`, `language`, `extension` another build; `installed`: the id of an
 *   extension that a policy puts in, so that none is loaded; `granted`: optional permissions that it has from the start;
 *   `elsewhere`: hosts that the test goes to by intent. Closing fails where anything was asked of others.
 */
export async function launchChromium(options = {}) {
  const { sites = null, headless = true, language = 'zh-CN', viewport = { width: 1280, height: 860 } } = options;
  const executablePath = options.executablePath ?? findChromium({ extensions: true });
  if (!executablePath) throw new Error('no Chromium that takes an extension on this machine');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'dutymark-chromium-'));
  const copy =
    options.extension || options.installed || language !== 'zh-CN'
      ? null
      : chineseCopy('chrome', options.profile && `${options.profile}-extension`, options.granted);
  const extension = options.extension ?? copy?.path ?? extensionDir('chrome');
  // What somebody opens to look around in is nobody's to write down.
  const log = headless ? watched('chrome', profile, options.elsewhere) : null;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    locale: language,
    viewport: headless ? viewport : null,
    colorScheme: options.colorScheme ?? 'light',
    ...(options.installed && { ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'] }),
    args: [
      // For tabs that the extension opens: they are on their way before the driver can say so of them.
      ...(sites ? ['--ignore-certificate-errors'] : []),
      ...(options.installed ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      `--lang=${language}`,
      // A container's root has no sandbox to go to; elsewhere the browser keeps its own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      '--disable-quic',
      '--no-first-run',
      // Extensions that a policy names are fetched by what this turns off.
      ...(options.installed ? [] : ['--disable-background-networking']),
      '--disable-component-update',
      '--disable-sync',
      ...(sites
        ? [`--host-resolver-rules=MAP *.gov.cn:80 127.0.0.1:${sites.http}, MAP *.gov.cn:443 127.0.0.1:${sites.https}`]
        : []),
      ...(log?.args ?? []),
      ...(options.args ?? []),
    ],
  });
  const worker = async () => {
    const there = context.serviceWorkers().find((each) => each.url().startsWith('chrome-extension://'));
    return there ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  };
  const id = new URL((await worker()).url()).host;
  return {
    context,
    id,
    profile,
    worker,
    asked: () => log?.hosts() ?? new Set(),
    url: (path) => `chrome-extension://${id}/${path}`,
    async close({ keepProfile = options.profile !== undefined } = {}) {
      await context.close();
      try {
        log?.check();
      } finally {
        // A kept profile finds its data only under the same path of the extension.
        if (!keepProfile) copy?.remove();
        if (!keepProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
  };
}
