/** Browsers under an administrator's policy, each with a policy of its own that no other browser of the machine sees. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium, findFirefox } from './browsers.mjs';

/** Where Chromium looks for policies. Debian's package makes the folder; a browser of another make has another. */
const ETC = '/etc/chromium';

/** How a process gets folders that only it sees: as root, or as root of a user namespace where the system lets anybody. */
const ways = [
  ['unshare', '-m'],
  ['unshare', '-r', '-m'],
];

/** The way that works here; null where there is none, or no Chromium that reads from that folder. */
export function policyWay() {
  if (process.platform !== 'linux' || !existsSync(ETC) || !/\/chromium(?:-browser)?$/.test(findChromium() ?? ''))
    return null;
  return (
    ways.find(([command, ...args]) => spawnSync(command, [...args, 'mount', '--bind', ETC, ETC]).status === 0) ?? null
  );
}

/**
 * A command that is Chromium with these policies in its managed directory. Replaced while it runs, they are read anew.
 *
 * @param folder To put it in. @param policies Names of files and what is in them.
 */
export function governedChromium(folder, policies) {
  const way = policyWay();
  if (!way) throw new Error('no way to give Chromium a policy directory of its own');
  const etc = join(folder, 'etc');
  cpSync(ETC, etc, { recursive: true });
  const managed = join(etc, 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  for (const [name, text] of Object.entries(policies)) writeFileSync(join(managed, name), text);
  const command = join(folder, 'chromium');
  writeFileSync(
    command,
    `#!/bin/sh\nexec ${way.join(' ')} sh -c 'mount --bind "$0" ${ETC} && exec "$@"' "${etc}" "${findChromium()}" "$@"\n`,
  );
  chmodSync(command, 0o755);
  return command;
}

/**
 * A Firefox of its own folder, linked together from the installed one, with this `policies.json`.
 *
 * @returns the path of its command; null where the installed one is no plain folder of files.
 */
export function governedFirefox(folder, policies) {
  const installed = findFirefox() && firefoxFolder(findFirefox());
  if (!installed) return null;
  const own = join(folder, 'firefox');
  mkdirSync(join(own, 'distribution'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name === 'distribution') continue;
    // The program finds its folder by where it really stands.
    if (/^firefox(?:-esr|-bin)?$/.test(name) && !lstatSync(join(installed, name)).isSymbolicLink()) {
      cpSync(join(installed, name), join(own, name));
    } else symlinkSync(join(installed, name), join(own, name));
  }
  writeFileSync(join(own, 'distribution', 'policies.json'), policies);
  return join(
    own,
    ['firefox-esr', 'firefox'].find((name) => existsSync(join(own, name))),
  );
}

/** The folder of the program: a command in `/usr/bin` is a link to it, or a script that names it. */
function firefoxFolder(command) {
  const folder = dirname(realpathSync(command));
  const places = [folder, '/usr/lib/firefox-esr', '/usr/lib/firefox', '/usr/lib64/firefox'];
  return (
    places.find((place) => existsSync(join(place, 'application.ini')) && existsSync(join(place, 'omni.ja'))) ?? null
  );
}
