/**
 * `npm run dev`: the extension in a browser on a sample policy, built anew with every change of a file; pages of the extension
 * take it over at once, scripts in web pages when the page is loaded anew. Closing the browser ends it.
 *
 *   node tests/dev.mjs [--headless]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, howToInstall } from './lib/browsers.mjs';
import { install, outDir, requireNode, root } from './lib/setup.mjs';

requireNode();
process.chdir(root);
const PAGE = 'https://www.linlan.gov.cn/policy.html';

if ((await install()) !== 0) {
  console.error('The dependencies could not be installed.');
  process.exit(1);
}
if (!findChromium({ extensions: true })) {
  console.error(howToInstall('chromium').join('\n'));
  process.exit(1);
}
const { createServer } = await import('wxt');
const { serve } = await import('./server/index.mjs');
const sites = await serve();
const server = await createServer({ webExt: { disabled: true } });
await server.start();

const { launchChromium } = await import('./lib/chromium.mjs');
const profile = join(outDir, 'dev');
mkdirSync(profile, { recursive: true });
const { context } = await launchChromium({
  sites,
  profile,
  extension: join(root, '.output', 'chrome-mv3-dev'),
  headless: process.argv.includes('--headless'),
});
const [page = await context.newPage()] = context.pages();
await page.goto(PAGE);
console.log('Its tasks and notes stay in .output/dev. Close the browser to end.');
await new Promise((resolve) => context.on('close', resolve));
process.exit(0);
