import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../lib/chromium.mjs';
import { corpusDir } from '../server/corpus.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { SITE } from './fixture';
import { traceWork, type Work } from './trace';

/** Saved pages of government and other sites stand beside the checkout, or nowhere. */
const folder = corpusDir();
const pages = folder ? readdirSync(join(folder, 'pages')).filter((name) => name.endsWith('.html')) : [];
if (pages.length === 0)
  console.warn('SKIPPED: no saved pages beside the checkout: what the detector costs was not measured.');

/** How long a page is left alone once it is loaded, in milliseconds: the detector looks when it is idle, and again 0.7 s later. */
const AFTER = 1000;
const PATIENCE = 5000;
/**
 * What it may cost at most, as a share of what the page does itself. One in a hundred is wanted and far from reached on saved pages,
 * which do less than on their sites: their scripts, style sheets and pictures are gone. This holds what there is.
 */
const SHARE = 0.15;
const TASK = 50;

const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? 0;
const ms = (figure: number) => `${figure.toFixed(2)} ms`;

/** An extension that does nothing, so that both browsers differ in ours alone. */
function emptyExtension(): string {
  const path = mkdtempSync(join(tmpdir(), 'dutymark-nothing-'));
  const manifest = { manifest_version: 3, name: 'nothing', version: '1', background: { service_worker: 'nothing.js' } };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(path, 'nothing.js'), '');
  return path;
}

describe.runIf(pages.length > 0)('what the detector costs a page', () => {
  let sites: Sites;
  let bare: Chromium;
  let ours: Chromium;
  const nothing = emptyExtension();
  beforeAll(async () => {
    sites = await serve();
    for (const name of pages) sites.set(`/saved/${name}`, readFileSync(join(folder as string, 'pages', name), 'utf8'));
    // Saved pages name what lies elsewhere: none of it is let through, but names are looked up.
    const elsewhere = [/./];
    bare = await launchChromium({ sites, elsewhere, extension: nothing });
    ours = await launchChromium({ sites, elsewhere });
    for (const { context } of [bare, ours]) {
      await context.route(
        (url) => !url.pathname.startsWith('/saved/') && /^https?:$/.test(url.protocol),
        (route) => route.abort(),
      );
    }
  });
  afterAll(async () => {
    await Promise.all([bare?.close(), ours?.close()]);
    await sites?.close();
    rmSync(nothing, { recursive: true, force: true });
  });

  async function load({ context }: Chromium, name: string): Promise<Work> {
    const page = await context.newPage();
    const work = await traceWork(page, `/saved/${name}`);
    await page.goto(`${SITE}/saved/${name}`, { waitUntil: 'commit' });
    // What it waits for from elsewhere never comes.
    await page.waitForLoadState('load', { timeout: PATIENCE }).catch(() => undefined);
    await page.waitForTimeout(AFTER);
    const all = await work();
    await page.close();
    return all;
  }

  it(`is at most ${SHARE * 100} % of the page’s own work, median of ${pages.length} saved pages, and never a task over ${TASK} ms`, {
    timeout: 900_000,
  }, async () => {
    const seen: { name: string; own: number; script: number; added: number; longest: number }[] = [];
    const gone: string[] = [];
    for (const name of pages) {
      const [without, detected] = await Promise.all([load(bare, name), load(ours, name)]);
      expect(without.ours, name).toBe(0);
      // One that goes away at once, as it is not where it was saved from, is never looked at and would cost nothing.
      if (detected.ours === 0) gone.push(name);
      else
        seen.push({ name, own: without.all, script: without.script, added: detected.ours, longest: detected.longest });
    }
    expect(gone.length, gone.join(', ')).toBeLessThanOrEqual(pages.length / 20);
    const shares = seen.map(({ own, added }) => added / own);
    const worst = seen.reduce((a, b) => (b.longest > a.longest ? b : a));
    console.info(
      `detector on ${seen.length} saved pages: ${(median(shares) * 100).toFixed(2)} % of the page's own work (median; at most ` +
        `${(Math.max(...shares) * 100).toFixed(2)} %), ${ms(median(seen.map(({ added }) => added)))} of script (median; at most ` +
        `${ms(Math.max(...seen.map(({ added }) => added)))}) beside ${ms(median(seen.map(({ own }) => own)))} of the page's ` +
        `(${ms(median(seen.map(({ script }) => script)))} of it script); longest of ours ${ms(worst.longest)}`,
    );
    expect(median(shares)).toBeLessThanOrEqual(SHARE);
    expect(worst.longest, worst.name).toBeLessThanOrEqual(TASK);
  });
});
