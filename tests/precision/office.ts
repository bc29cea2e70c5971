import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice } from '../lib/browsers.mjs';

/** A folder in which LibreOffice writes files of files, many in one run. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'dutymark-precision-'));
  private readonly office = findOffice();

  put(name: string, bytes: Uint8Array): void {
    writeFileSync(join(this.folder, name), bytes);
  }

  /** @param to A kind with its filter, as `--convert-to` takes it. @param into A folder of its own, so that kinds do not meet. */
  async convert(to: string, into: string, from: string, names: readonly string[]): Promise<void> {
    if (!this.office) throw new Error('no LibreOffice on this machine');
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.folder, 'profile')).href}`;
    const files = names.map((name) => join(this.folder, from, name));
    const args = [profile, '--headless', '--convert-to', to, '--outdir', join(this.folder, into), ...files];
    await promisify(execFile)(this.office, args, { timeout: 150_000 });
  }

  files(folder: string): string[] {
    return readdirSync(join(this.folder, folder)).sort();
  }

  read(folder: string, name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder, folder, name)));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
