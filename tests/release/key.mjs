/** Whose key signs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeKey } from './crx.mjs';

/** Where the key of this machine is kept, so that each release made here has the same id and updates the one before. */
export const ownKeyPath = ({ env = process.env, home = homedir() } = {}) =>
  join(env.XDG_CONFIG_HOME || join(home, '.config'), 'dutymark', 'release-key.pem');

/**
 * The private key to sign with: the one named (a path, or the PEM itself, as a workflow's secret holds it), else that of
 * this machine, which is made when there is none.
 *
 * @returns `{pem, from}`: `given`, or the path of the machine's own.
 */
export function findKey(named = process.env.DUTYMARK_KEY, own = ownKeyPath()) {
  if (named) return { pem: named.includes('PRIVATE KEY') ? named : readFileSync(named, 'utf8'), from: 'given' };
  if (!existsSync(own)) {
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, makeKey(), { mode: 0o600 });
  }
  return { pem: readFileSync(own, 'utf8'), from: own };
}
