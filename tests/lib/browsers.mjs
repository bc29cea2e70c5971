/**
 * Finds the browsers that are installed on this machine. Plain Node without dependencies: `npm test` and `npm start`
 * need it before anything is installed.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

const env = process.env;
const home = homedir();

/** Folders of the newest first under `root` whose names begin with `prefix`. */
function versions(root, prefix) {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(root, name));
}

const windowsRoots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const windows = (...parts) => windowsRoots.map((root) => join(root, ...parts));
const mac = (app, binary = app) =>
  ['/Applications', join(home, 'Applications')].map((root) => join(root, `${app}.app`, 'Contents', 'MacOS', binary));

/** Chromium builds that test tools download. */
function cachedChromiums() {
  const playwright =
    {
      win32: join(env.LOCALAPPDATA ?? home, 'ms-playwright'),
      darwin: join(home, 'Library', 'Caches', 'ms-playwright'),
    }[platform()] ?? join(home, '.cache', 'ms-playwright');
  const inside = {
    win32: [
      ['chrome-win', 'chrome.exe'],
      ['chrome-win64', 'chrome.exe'],
    ],
    darwin: [
      ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
      ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ],
  }[platform()] ?? [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
  ];
  return versions(env.PLAYWRIGHT_BROWSERS_PATH ?? playwright, 'chromium-').flatMap((folder) =>
    inside.map((parts) => join(folder, ...parts)),
  );
}

/**
 * Where each browser may stand, as `[kind, path]`, best first: Google Chrome comes last of its family because it
 * ignores `--load-extension` since version 137.
 */
function candidates() {
  const system = platform();
  if (system === 'win32') {
    return [
      ...windows('Chromium', 'Application', 'chrome.exe').map((path) => ['chromium', path]),
      ...cachedChromiums().map((path) => ['chromium', path]),
      ...windows('Microsoft', 'Edge', 'Application', 'msedge.exe').map((path) => ['edge', path]),
      ...windows('BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe').map((path) => ['brave', path]),
      ...windows('Google', 'Chrome', 'Application', 'chrome.exe').map((path) => ['chrome', path]),
      ...windows('Mozilla Firefox', 'firefox.exe').map((path) => ['firefox', path]),
      ...windows('Firefox Developer Edition', 'firefox.exe').map((path) => ['firefox', path]),
    ];
  }
  if (system === 'darwin') {
    return [
      ...mac('Chromium').map((path) => ['chromium', path]),
      ...cachedChromiums().map((path) => ['chromium', path]),
      ...mac('Microsoft Edge').map((path) => ['edge', path]),
      ...mac('Brave Browser').map((path) => ['brave', path]),
      ...mac('Google Chrome').map((path) => ['chrome', path]),
      ...mac('Firefox', 'firefox').map((path) => ['firefox', path]),
      ...mac('Firefox Developer Edition', 'firefox').map((path) => ['firefox', path]),
    ];
  }
  const names = [
    ['chromium', 'chromium'],
    ['chromium', 'chromium-browser'],
    ['edge', 'microsoft-edge'],
    ['edge', 'microsoft-edge-stable'],
    ['brave', 'brave-browser'],
    ['chrome', 'google-chrome'],
    ['chrome', 'google-chrome-stable'],
    ['firefox', 'firefox-esr'],
    ['firefox', 'firefox'],
  ];
  const folders = [...new Set([...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  const found = names.flatMap(([kind, name]) => folders.map((folder) => [kind, join(folder, name)]));
  const cached = cachedChromiums().map((path) => ['chromium', path]);
  return [
    ...found.filter(([kind]) => kind === 'chromium'),
    ...cached,
    ...found.filter(([kind]) => kind !== 'chromium'),
  ];
}

function runs(path) {
  try {
    accessSync(path, platform() === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every browser found: `{kind, path}`, best first; `DUTYMARK_CHROMIUM` and `DUTYMARK_FIREFOX` go before all. */
export function findBrowsers() {
  const named = [
    ['chromium', env.DUTYMARK_CHROMIUM],
    ['firefox', env.DUTYMARK_FIREFOX],
  ].filter(([, path]) => path);
  return [...named, ...candidates()].filter(([, path]) => runs(path)).map(([kind, path]) => ({ kind, path }));
}

/**
 * Path of a Chromium of any make, or null; with `extensions` only of those that take an extension from their command
 * line, which Google Chrome does not since version 137.
 */
export function findChromium({ extensions = false } = {}) {
  const unfit = ({ kind }) => kind === 'firefox' || (extensions && kind === 'chrome');
  return findBrowsers().find((browser) => !unfit(browser))?.path ?? null;
}

/** Path of a Firefox, or null. */
export function findFirefox() {
  return findBrowsers().find((browser) => browser.kind === 'firefox')?.path ?? null;
}

/** Path of LibreOffice's command, or null. */
export function findOffice() {
  const paths =
    platform() === 'win32'
      ? windows('LibreOffice', 'program', 'soffice.exe')
      : platform() === 'darwin'
        ? mac('LibreOffice', 'soffice')
        : [...(env.PATH ?? '').split(delimiter), '/usr/bin'].map((folder) => join(folder, 'soffice'));
  return paths.find(runs) ?? null;
}

/** What to tell somebody who lacks a browser, in lines. */
export function howToInstall(kind) {
  const what = kind === 'firefox' ? 'Firefox' : 'Chromium, Edge, Brave or Chrome';
  const lines = {
    win32:
      kind === 'firefox'
        ? 'winget install Mozilla.Firefox'
        : 'winget install Hibbiki.Chromium   (or use Microsoft Edge)',
    darwin: kind === 'firefox' ? 'brew install --cask firefox' : 'brew install --cask chromium   (or microsoft-edge)',
  };
  const linux = kind === 'firefox' ? 'sudo apt-get install firefox-esr' : 'sudo apt-get install chromium';
  const variable = kind === 'firefox' ? 'DUTYMARK_FIREFOX' : 'DUTYMARK_CHROMIUM';
  return [
    `No ${what} was found on this machine.`,
    `  Install one:  ${lines[platform()] ?? linux}`,
    `  or name one:  ${variable}=/path/to/the/browser`,
  ];
}
