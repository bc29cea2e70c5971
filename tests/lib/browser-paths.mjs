import { posix, win32 } from 'node:path';

/**
 * Where each browser may stand on a machine, as `[kind, path]`, best first: Google Chrome comes last of its family because
 * it ignores `--load-extension` since version 137. Pure, so that each system's places are tested on any.
 *
 * @param machine `system` as `os.platform()` names it, `env`, `home`, and `list(folder)`: the names in a folder, none
 *   where it is not there.
 */
export function browserPaths(machine) {
  const cached = cachedChromiums(machine).map((path) => ['chromium', path]);
  const of = (kind, paths) => paths.map((path) => [kind, path]);
  if (machine.system === 'win32') {
    const at = (...parts) => windowsPaths(machine, ...parts);
    return [
      ...of('chromium', at('Chromium', 'Application', 'chrome.exe')),
      ...cached,
      ...of('edge', at('Microsoft', 'Edge', 'Application', 'msedge.exe')),
      ...of('brave', at('BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe')),
      ...of('chrome', at('Google', 'Chrome', 'Application', 'chrome.exe')),
      ...of('firefox', at('Mozilla Firefox', 'firefox.exe')),
      ...of('firefox', at('Firefox Developer Edition', 'firefox.exe')),
      ...of('firefox', at('Firefox Nightly', 'firefox.exe')),
    ];
  }
  if (machine.system === 'darwin') {
    const at = (app, binary) => macPaths(machine, app, binary);
    return [
      ...of('chromium', at('Chromium')),
      ...cached,
      ...of('edge', at('Microsoft Edge')),
      ...of('brave', at('Brave Browser')),
      ...of('chrome', at('Google Chrome')),
      ...of('firefox', at('Firefox', 'firefox')),
      ...of('firefox', at('Firefox Developer Edition', 'firefox')),
      ...of('firefox', at('Firefox Nightly', 'firefox')),
    ];
  }
  const at = (kind, ...names) =>
    of(
      kind,
      names.flatMap((name) => unixPaths(machine, name)),
    );
  return [
    ...at('chromium', 'chromium', 'chromium-browser'),
    ...cached,
    ...at('edge', 'microsoft-edge', 'microsoft-edge-stable'),
    ...at('brave', 'brave-browser', 'brave'),
    ...at('chrome', 'google-chrome', 'google-chrome-stable'),
    ...at('firefox', 'firefox-esr', 'firefox'),
  ];
}

/** Where LibreOffice's command may stand. */
export function officePaths(machine) {
  if (machine.system === 'win32') return windowsPaths(machine, 'LibreOffice', 'program', 'soffice.exe');
  if (machine.system === 'darwin') return macPaths(machine, 'LibreOffice', 'soffice');
  return unixPaths(machine, 'soffice');
}

/** A 32-bit Node is told of the 32-bit folder alone; the other has a name of its own. */
function windowsPaths({ env }, ...parts) {
  const roots = [env.PROGRAMFILES, env.PROGRAMW6432, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return [...new Set(roots)].filter(Boolean).map((root) => win32.join(root, ...parts));
}

function macPaths({ home }, app, binary = app) {
  const roots = ['/Applications', posix.join(home, 'Applications')];
  return roots.map((root) => posix.join(root, `${app}.app`, 'Contents', 'MacOS', binary));
}

function unixPaths({ env }, name) {
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...new Set(folders)].filter(Boolean).map((folder) => posix.join(folder, name));
}

const inMac = (app) => [`${app}.app`, 'Contents', 'MacOS', app];

/** Inside a version's folder of a test tool's download. */
const INSIDE = {
  win32: [
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ],
  darwin: [
    ['chrome-mac', ...inMac('Chromium')],
    ['chrome-mac-arm64', ...inMac('Google Chrome for Testing')],
    ['chrome-mac-x64', ...inMac('Google Chrome for Testing')],
  ],
  linux: [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
  ],
};

/** Chromium builds that test tools download (playwright, puppeteer), the newest first. */
function cachedChromiums({ system, env, home, list }) {
  const { join } = system === 'win32' ? win32 : posix;
  const cache = {
    win32: [env.LOCALAPPDATA ?? join(home, 'AppData', 'Local')],
    darwin: [home, 'Library', 'Caches'],
  }[system] ?? [home, '.cache'];
  const playwright = env.PLAYWRIGHT_BROWSERS_PATH ?? join(...cache, 'ms-playwright');
  const puppeteer = join(env.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer'), 'chrome');
  const versions = (folder, prefix) =>
    list(folder)
      .filter((name) => name.startsWith(prefix))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(folder, name));
  const folders = [...versions(playwright, 'chromium-'), ...versions(puppeteer, '')];
  return folders.flatMap((folder) => (INSIDE[system] ?? INSIDE.linux).map((parts) => join(folder, ...parts)));
}
