import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice } from './browsers.mjs';

/** A file as LibreOffice opens it and saves it again in another format. */
export async function throughOffice(
  bytes: Uint8Array,
  from: 'xlsx' | 'docx',
  to: 'pdf' | 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const office = findOffice();
  if (!office) throw new Error('no LibreOffice on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-office-'));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    // A profile of its own: a LibreOffice that is already running would take the command and not answer.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    await promisify(execFile)(
      office,
      [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `in.${from}`)],
      {
        timeout: 90_000,
      },
    );
    return new Uint8Array(readFileSync(join(out, `in.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
