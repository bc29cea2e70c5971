/**
 * Finds the browsers that are installed on this machine. Plain Node without dependencies: `npm test` and `npm start`
 * need it before anything is installed.
 */
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { browserPaths, officePaths } from './browser-paths.mjs';

const { env } = process;

/** The names in a folder; none where there is no such folder. */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const machine = () => ({ system: platform(), env, home: homedir(), list });

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
  return [...named, ...browserPaths(machine())]
    .filter(([, path]) => runs(path))
    .map(([kind, path]) => ({ kind, path }));
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
  return officePaths(machine()).find(runs) ?? null;
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
