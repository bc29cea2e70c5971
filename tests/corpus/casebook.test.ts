import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/setup.mjs';

const cases = resolve(import.meta.dirname, '../../../shared/cases');

describe.skipIf(!existsSync(cases))('the casebook', () => {
  it('holds in every case that a script can check', { timeout: 300_000 }, () => {
    const said = execFileSync(process.execPath, [resolve(cases, 'run.mjs'), cases], { cwd: root, encoding: 'utf8' });
    const [, held, all] = /(\d+) of (\d+) cases hold/.exec(said) ?? [];
    expect(Number(all), said).toBeGreaterThan(0);
    expect(held, said).toBe(all);
  });
});
