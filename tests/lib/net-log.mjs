/** What browsers under test write down of every request, whoever makes it: pages, extension, threads, the browser itself. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where tests go: the invented sites, and servers of this machine. What never leaves it is told to nobody. */
const OWN = /(?:^|\.)gov\.cn$|^localhost$|^127\.0\.0\.1$/;

/**
 * Whom a browser asks about its own parts, lists and accounts, with and without us; Chromium looks up `google.com` when a name was
 * not found, to know whose fault that is. No code of ours names one (`tests/e2e/network.test.ts`).
 */
const MAKERS = {
  chrome: /(?:^|\.)(?:google|googleapis|gstatic|gvt1)\.com$/,
  firefox: /(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com|mozgcp\.net)$/,
};

/** A line of Chromium's log, and of Firefox's: addresses asked for, and names looked up without a request. */
const LINES = {
  chrome: [/"url":"(?:https?|wss?|ftp):\/\/([^"/?#]+)/g, /"host":"(?:https?:\/\/)?([^"/]+)"/g],
  firefox: [/ uri=(?:https?|wss?):\/\/([^\s/?#]+)/g, /getaddrinfo for host \[([^\]]+)\]/g],
};

/** Every host, without its port, that a log tells of. */
export function hostsLogged(browser, text) {
  const named = LINES[browser].flatMap((line) => [...text.matchAll(line)].map(([, host]) => host));
  return new Set(named.map((host) => host.replace(/^.*@/, '').replace(/:\d+$/, '')));
}

/** Hosts that neither a test has opened nor the browser asks of its own accord. */
export const foreign = (browser, hosts) =>
  [...hosts].filter((host) => !OWN.test(host) && !MAKERS[browser].test(host)).sort();

/**
 * A log in the browser's profile. A browser that was killed has left one there, which is looked at with the next.
 *
 * @param elsewhere Hosts that a test goes to by intent, or patterns of them.
 * @returns `{args, env}` to launch with, `check()` for when the browser has ended: throws where anything went elsewhere.
 */
export function watched(browser, profile, elsewhere = []) {
  const path = join(profile, 'dutymark-requests');
  // Firefox adds an ending of its own.
  const written = browser === 'firefox' ? `${path}.moz_log` : path;
  const read = () => (existsSync(written) ? hostsLogged(browser, readFileSync(written, 'utf8')) : new Set());
  const earlier = read();
  let ended = null;
  rmSync(written, { force: true });
  return {
    args: browser === 'chrome' ? [`--log-net-log=${path}`] : [],
    env: browser === 'firefox' ? { MOZ_LOG: 'nsHttp:1,nsHostResolver:1', MOZ_LOG_FILE: path } : {},
    hosts: () => ended ?? read(),
    check() {
      ended = read();
      const meant = (host) => elsewhere.some((each) => (each instanceof RegExp ? each.test(host) : each === host));
      const found = foreign(browser, [...earlier, ...ended]).filter((host) => !meant(host));
      if (found.length > 0) throw new Error(`requests went to ${found.join(', ')}`);
    },
  };
}
