import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionDir } from './setup.mjs';

/**
 * A copy of the built extension that speaks Chinese whatever language the browser came with: without its English the
 * browser falls back to the default, `zh_CN`. Tests and pictures then do not hang on the machine's language packs.
 *
 * @param folder Where to put it: its path makes the extension's id, and with it whose data it finds in a profile.
 * @param granted Optional permissions that it has from the start: no driver can answer the browser's question.
 * @returns `{path, remove()}`
 */
export function chineseCopy(browser, folder = mkdtempSync(join(tmpdir(), 'dutymark-extension-')), granted = []) {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const path = join(folder, `${browser}-mv3`);
  cpSync(extensionDir(browser), path, { recursive: true });
  rmSync(join(path, '_locales', 'en'), { recursive: true, force: true });
  if (granted.length > 0) grant(join(path, 'manifest.json'), granted);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

function grant(file, granted) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push(...granted);
  writeFileSync(file, JSON.stringify(manifest));
}
