/** Steps that `npm test`, `npm start` and `npm run bench` share. Plain Node without dependencies. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the built extensions stand. */
export const outDir = process.env.DUTYMARK_OUT ?? join(root, '.output');

/**
 * Runs a command of Node's own in the checkout and resolves to its exit code. No shell is involved, so that it works
 * alike in every shell of every system.
 */
export function run(args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      if (quiet && code !== 0) process.stderr.write(said);
      resolve(code ?? 1);
    });
  });
}

/** The script behind a package's command, as a path inside node_modules. */
export const bin = {
  wxt: 'node_modules/wxt/bin/wxt.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Ends the process with a clear line when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Dutymark needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org/`);
  process.exit(1);
}

/** Errors are shown; that a package would like a newer Node is none: what we need works on the oldest we promise. */
const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];

/** npm's own script, so that no shell and no npm.cmd is needed; null when it cannot be found. */
function npmScript() {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const unix = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const debian = '/usr/share/nodejs/npm/bin/npm-cli.js';
  const own = process.env.npm_execpath;
  return (
    [own?.endsWith('.js') ? own : undefined, beside, unix, debian].find((path) => path && existsSync(path)) ?? null
  );
}

/**
 * Runs npm and hears what it prints; its errors go where ours go.
 *
 * @returns `{code, out}`
 */
export function npm(args) {
  const script = npmScript();
  return new Promise((resolve) => {
    // On Windows npm is no program of its own; the arguments are our own words.
    const child = script
      ? spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn(`npm ${args.join(' ')}`, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: true });
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    child.on('error', () => resolve({ code: 1, out }));
    child.on('close', (code) => resolve({ code: code ?? 1, out }));
  });
}

/** Whether node_modules holds what package-lock.json asks for. */
export function installed() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  try {
    const have = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, wanted]) => path === '' || wanted.optional || wanted.peer || have[path]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

/** Installs the dependencies when they are missing or out of date; resolves to the exit code. */
export async function install() {
  if (installed()) return 0;
  console.log('Installing the dependencies (npm ci) …');
  const npm = npmScript();
  if (npm) return run([npm, 'ci', ...quietly]);
  return new Promise((resolve) => {
    // A fixed command line: nothing in it comes from outside.
    const child = spawn(`npm ci ${quietly.join(' ')}`, { cwd: root, stdio: 'inherit', shell: true });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Folder of the built extension of one browser. */
export const extensionDir = (browser) => join(outDir, `${browser}-mv3`);

/** Builds the extension for 'chrome' or 'firefox' unless the one that is there is newer than every source. */
export async function build(browser, { quiet = true } = {}) {
  const sources = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];
  const built = newest(join(extensionDir(browser), 'manifest.json'));
  // One without recognition of scans may lie there, made for an office that wants none: it is not what is tested or shown.
  const isWhole = existsSync(join(extensionDir(browser), 'ocr')) === (process.env.DUTYMARK_OCR !== 'no');
  if (isWhole && built > Math.max(...sources.map((path) => newest(join(root, path))))) return 0;
  // Asked for by a test it would be built for tests: larger, and not what users get.
  const env = { NODE_ENV: 'production' };
  return run([bin.wxt, 'build', ...(browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : [])], { env, quiet });
}
