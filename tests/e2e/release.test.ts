import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launchChromium } from '../lib/chromium.mjs';
import { root, run } from '../lib/setup.mjs';
import { filesIn } from '../release/archive.mjs';
import { readCrx } from '../release/crx.mjs';
import { serve } from '../server/index.mjs';
import { readState, SITE } from './fixture';

const folder = mkdtempSync(join(tmpdir(), 'dutymark-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** Two releases, each from a build of its own, with the key that the first one makes. */
const release = async (name: string) => {
  const env = {
    DUTYMARK_OUT: join(folder, `${name}-build`),
    XDG_CONFIG_HOME: folder,
    DUTYMARK_KEY: '',
    DUTYMARK_BASE: '',
  };
  expect(await run(['tests/release/run.mjs', `--out=${join(folder, name)}`], { env, quiet: true })).toBe(0);
  return join(folder, name);
};

it('is the same to the byte when it is made again', { timeout: 240_000 }, async () => {
  const first = await release('first');
  const again = await release('again');
  const sums = (path: string) => readFileSync(join(path, 'SHA256SUMS'), 'utf8');
  expect(sums(again)).toBe(sums(first));
  const names = Object.keys(filesIn(first)).filter((path) => !path.startsWith('offline/dutymark/'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const ending of ['-chrome.zip', '-firefox.zip', '-sources.zip', '-offline.zip', '.crx', '.xpi']) {
    expect(names).toContain(`dutymark-${version}${ending}`);
  }
  const bill = JSON.parse(readFileSync(join(first, 'sbom.cdx.json'), 'utf8'));
  const named = new Set(bill.components.map((each: { name: string }) => each.name));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  const licences = readFileSync(join(first, 'licences.txt'), 'utf8');
  expect(Object.keys(dependencies).filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
});

it('has an offline folder that is loaded as it is, under the id of the package', { timeout: 120_000 }, async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { id } = readCrx(readFileSync(join(folder, 'first', `dutymark-${version}.crx`)));
  const sites = await serve();
  const at = await launchChromium({ sites, extension: join(folder, 'first', 'offline', 'dutymark') });
  try {
    expect(at.id).toBe(id);
    const page = await at.context.newPage();
    await page.goto(`${SITE}/policy.html`);
    expect((await readState(page)).state).toBe('task-policy');
  } finally {
    await at.close();
    await sites.close();
  }
});
