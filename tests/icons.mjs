/** Draws `public/icon/*.png` from `public/icon/icon.svg`, in the Chromium of this machine: `node tests/icons.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, howToInstall } from './lib/browsers.mjs';
import { root } from './lib/setup.mjs';

const executablePath = findChromium();
if (!executablePath) {
  console.error(howToInstall('chromium').join('\n'));
  process.exit(1);
}
const folder = join(root, 'public', 'icon');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
