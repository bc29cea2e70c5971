/**
 * `npm start`: from a fresh clone to a browser with the extension on a sample policy. Without a display it goes through
 * the main job by itself and leaves a task list and a screenshot in `.output/start`.
 *
 *   node tests/start.mjs [--headless] [--firefox]
 */
import { mkdirSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { findBrowsers, howToInstall } from './lib/browsers.mjs';
import { build, install, outDir, requireNode, root } from './lib/setup.mjs';

requireNode();
process.chdir(root);
const asked = new Set(process.argv.slice(2));
const PAGE = 'https://www.linlan.gov.cn/policy.html';

/** Whether a window can be shown. */
const display =
  !asked.has('--headless') &&
  (platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) &&
  !process.env.CI;

const give = (message) => {
  console.error(message);
  process.exit(1);
};

if ((await install()) !== 0) give('The dependencies could not be installed.');
const found = findBrowsers().filter(({ kind }) => !asked.has('--firefox') || kind === 'firefox');
const browser = found[0];
if (!browser) give(howToInstall(asked.has('--firefox') ? 'firefox' : 'chromium').join('\n'));

const gecko = browser.kind === 'firefox';
console.log(`Building the extension for ${gecko ? 'Firefox' : 'Chromium'} …`);
if ((await build(gecko ? 'firefox' : 'chrome')) !== 0) give('The extension could not be built.');

const { serve } = await import('./server/index.mjs');
const sites = await serve();
const folder = join(outDir, 'start');
mkdirSync(folder, { recursive: true });

if (!display) {
  if (gecko) give(['Without a display the walk needs a Chromium.', ...howToInstall('chromium')].join('\n'));
  const { walk } = await import('./lib/walk.mjs');
  console.log('No display: going through the main job in a headless browser.');
  const left = await walk({ sites, folder, say: (line) => console.log(`  ${line}`) });
  await sites.close();
  console.log(
    `\nTask list:   ${left.csv}\nLedger:      ${left.ledger}\nScreenshots: ${left.screenshots.join('\n             ')}`,
  );
  process.exit(0);
}

const { open } = await import('./lib/open.mjs');
console.log(`Opening ${browser.kind} with the extension on an invented county's site: ${PAGE}`);
console.log('Its tasks and notes stay in .output/start. Close the browser to end.');
await open({ browser, sites, folder, page: PAGE });
await sites.close();
process.exit(0);
