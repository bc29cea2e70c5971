import { describe, expect, it } from 'vitest';
import { browserPaths, type Machine, officePaths } from '../../lib/browser-paths.mjs';

const none = () => [];
const machine = (part: Partial<Machine>): Machine => ({
  system: 'linux',
  env: {},
  home: '/home/a',
  list: none,
  ...part,
});
const kinds = (of: Machine) => [...new Set(browserPaths(of).map(([kind]) => kind))];
const paths = (of: Machine, kind: string) => browserPaths(of).flatMap(([own, path]) => (own === kind ? [path] : []));

describe('where browsers are looked for', () => {
  it('Google Chrome comes last of its family, and Firefox after all, on every system', () => {
    for (const system of ['win32', 'darwin', 'linux']) {
      const env = { PROGRAMFILES: 'C:\\Program Files', PATH: '/usr/bin' };
      expect(kinds(machine({ system, env })), system).toEqual(['chromium', 'edge', 'brave', 'chrome', 'firefox']);
    }
  });

  it('Windows: in both program folders and the user’s own, each once, by back slashes', () => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      PROGRAMW6432: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\王 芳\\AppData\\Local',
    };
    const here = machine({ system: 'win32', env, home: 'C:\\Users\\王 芳' });
    expect(paths(here, 'edge')).toEqual([
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\王 芳\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
    expect(paths(here, 'chrome')[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(paths(here, 'firefox')[0]).toBe('C:\\Program Files\\Mozilla Firefox\\firefox.exe');
    expect(officePaths(here)[0]).toBe('C:\\Program Files\\LibreOffice\\program\\soffice.exe');
    expect(browserPaths(here).some(([, path]) => path.includes('/'))).toBe(false);
  });

  it('macOS: in the applications of all and of the user', () => {
    const here = machine({ system: 'darwin', home: '/Users/a' });
    expect(paths(here, 'edge')).toEqual([
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]);
    expect(paths(here, 'chrome')[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths(here, 'firefox')[0]).toBe('/Applications/Firefox.app/Contents/MacOS/firefox');
    expect(officePaths(here)[0]).toBe('/Applications/LibreOffice.app/Contents/MacOS/soffice');
  });

  it('Linux: on the path first, then where it always is', () => {
    const here = machine({ env: { PATH: '/opt/own::/usr/bin' } });
    expect(paths(here, 'chromium').slice(0, 2)).toEqual(['/opt/own/chromium', '/usr/bin/chromium']);
    expect(paths(here, 'chromium')).toContain('/snap/bin/chromium');
    expect(officePaths(here)[0]).toBe('/opt/own/soffice');
  });

  it('what test tools downloaded, the newest first, under each system’s own names', () => {
    const folders: Record<string, string[]> = {
      '/Users/a/Library/Caches/ms-playwright': ['chromium-999', 'chromium-1200', 'firefox-1500'],
      '/Users/a/.cache/puppeteer/chrome': ['mac_arm-131.0.1'],
    };
    const mac = machine({ system: 'darwin', home: '/Users/a', list: (folder) => folders[folder] ?? [] });
    const found = paths(mac, 'chromium').slice(2);
    expect(found[0]).toContain('/chromium-1200/chrome-mac/Chromium.app/');
    expect(found.findIndex((path) => path.includes('chromium-999'))).toBe(3);
    expect(found.some((path) => path.includes('firefox'))).toBe(false);
    expect(found).toContain(
      '/Users/a/.cache/puppeteer/chrome/mac_arm-131.0.1/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    );
    const win = machine({
      system: 'win32',
      env: { LOCALAPPDATA: 'C:\\L' },
      home: 'C:\\U',
      list: (folder) => (folder === 'C:\\L\\ms-playwright' ? ['chromium-1200'] : []),
    });
    expect(paths(win, 'chromium')).toContain('C:\\L\\ms-playwright\\chromium-1200\\chrome-win64\\chrome.exe');
    const own = machine({
      env: { PLAYWRIGHT_BROWSERS_PATH: '/b' },
      list: (folder) => (folder === '/b' ? ['chromium-1'] : []),
    });
    expect(paths(own, 'chromium')).toContain('/b/chromium-1/chrome-linux64/chrome');
  });
});
