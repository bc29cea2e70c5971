import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { corpusDir } from '../server/corpus.mjs';
import { type Stage, stage } from './fixture';
import { type Cost, traceCost } from './trace';

const folder = join(corpusDir() ?? '', 'pages');
const pages = corpusDir() ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
if (pages.length === 0)
  console.warn(
    'SKIPPED: no saved pages lie beside the checkout, so that what the detector costs them was not measured.',
  );

let at: Stage;
beforeAll(async () => {
  // Saved pages name what they were made of, and ask for it.
  at = await stage({ elsewhere: [/./] });
});
afterAll(() => at.close());

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** What a page costs while it is loaded, and for as long as the detector waits before it looks a second time. */
async function costOf(page: Page, path: string): Promise<Cost> {
  const costs = await traceCost(page, 'content-scripts/detector.js');
  await page.goto(`https://www.linlan.gov.cn${path}`);
  await page.waitForTimeout(900);
  return costs();
}

it.runIf(pages.length > 0)(
  'what the detector adds to a saved page is little beside what the page itself takes',
  async () => {
    const rows: { name: string; script: number; page: number; longest: number }[] = [];
    for (const name of pages) {
      const path = `/saved/${name}`;
      at.sites.set(path, readFileSync(join(folder, name), 'utf8'));
      const page = await at.context.newPage();
      const cost = await costOf(page, path);
      rows.push({ name, script: cost.script, page: cost.all - cost.ours, longest: cost.longest });
      await page.close();
      at.sites.set(path, null);
    }
    const shares = rows.map(({ script, page }) => script / page);
    const tell = (ms: number) => ms.toFixed(2);
    console.info(
      `detector on ${rows.length} saved pages, ms of the page's thread: median ${tell(median(rows.map(({ script }) => script)))}, ` +
        `page ${tell(median(rows.map(({ page }) => page)))}; share median ${(100 * median(shares)).toFixed(2)} %, ` +
        `highest ${(100 * Math.max(...shares)).toFixed(2)} %; longest stretch ${tell(Math.max(...rows.map(({ longest }) => longest)))}`,
    );
    // A trace that lost the script would cost nothing.
    expect(rows.filter(({ script }) => script === 0).map(({ name }) => name)).toEqual([]);
    expect(Math.max(...rows.map(({ longest }) => longest))).toBeLessThan(50);
    expect(median(shares)).toBeLessThanOrEqual(0.01);
  },
  1_800_000,
);
