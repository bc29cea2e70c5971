/**
 * `npm run bench [name …]`: prints one JSON object a line for each figure, measured in the Chromium of this machine.
 *
 * Each `*.bench.ts` is bundled as the extension is and run in a page of its own, each `*.node.ts` in Node; it exports a
 * function that resolves to rows. Figures that are held to a limit are ratios of two times within one run, so that they mean the same on a slow
 * machine; such a row carries `limit` and `ok`. Ends with a non-zero code when a limit is missed.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, howToInstall } from '../lib/browsers.mjs';
import { install, requireNode, root } from '../lib/setup.mjs';

requireNode();
if ((await install()) !== 0) process.exit(1);
const executablePath = findChromium();
if (!executablePath) {
  console.error(howToInstall('chromium').join('\n'));
  process.exit(1);
}
const { build } = await import('vite');
const { chromium } = await import('playwright-core');

const asked = process.argv.slice(2);
const benches = readdirSync(join(root, 'tests', 'bench'), { recursive: true })
  .map(String)
  .filter((file) => /\.(bench|node)\.ts$/.test(file))
  .map((file) => ({ name: basename(file).replace(/\.\w+\.ts$/, ''), path: join(root, 'tests', 'bench', file) }))
  .filter(({ name }) => asked.length === 0 || asked.includes(name))
  .sort((a, b) => a.name.localeCompare(b.name));

/** One self-contained script that puts the bench's function on the page as `bench.default`. */
async function bundle(path) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, target: 'esnext', lib: { entry: path, formats: ['iife'], name: 'bench' } },
  });
  const output = (Array.isArray(built) ? built[0] : built).output;
  return output.find((chunk) => chunk.type === 'chunk').code;
}

/** In a page of its own; the browser is the same for all. */
async function inPage(path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(0);
  try {
    await page.setContent('<!DOCTYPE html><html lang="zh-CN"><body></body></html>');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // Milliseconds of the processor that the page's own thread has had: on a busy machine, that is what work costs.
    await page.exposeFunction('processorTime', async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    });
    await page.addScriptTag({ content: await bundle(path) });
    return await page.evaluate(() => {
      const exported = globalThis.bench;
      return (exported.default ?? exported)();
    });
  } finally {
    await page.close();
  }
}

async function inNode(path) {
  const { tsImport } = await import('tsx/esm/api');
  return (await tsImport(pathToFileURL(path).href, import.meta.url)).default();
}

const browser = await chromium.launch({
  executablePath,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--js-flags=--expose-gc'],
});
let missed = 0;
for (const { name, path } of benches) {
  process.stderr.write(`${name} …\n`);
  try {
    const rows = await (path.endsWith('.node.ts') ? inNode : inPage)(path);
    for (const row of rows) {
      if (row.ok === false) missed++;
      console.log(JSON.stringify({ bench: name, ...row }));
    }
  } catch (error) {
    missed++;
    console.log(JSON.stringify({ bench: name, ok: false, error: String(error) }));
  }
}
await browser.close();
process.exit(missed === 0 ? 0 : 1);
