import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { bare, corpusGold, unitsOf } from '../lib/gold';
import { type Sites, serve } from '../server/index.mjs';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: the Firefox extension was not driven.');

describe.runIf(firefox)('the Firefox extension', () => {
  let sites: Sites;
  let at: Firefox;
  beforeAll(async () => {
    sites = await serve();
    at = await launchFirefox({ sites });
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  /** State, number of measures, and the texts under three highlights, of a page of the invented site. */
  async function look(path: string, wanted: number) {
    const page = await at.browser.newPage();
    await page.goto(`https://www.linlan.gov.cn${path}`);
    await page.waitForSelector('dutymark-root[data-measures]', { timeout: 20_000 });
    await page.waitForFunction((least) => (CSS.highlights.get('dutymark-lead')?.size ?? 0) >= least, {}, wanted);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('dutymark-root') as HTMLElement;
      const texts = (name: string) =>
        [...(CSS.highlights.get(name) ?? [])].map((each) => {
          const range = document.createRange();
          range.setStart(each.startContainer, each.startOffset);
          range.setEnd(each.endContainer, each.endOffset);
          return range.toString().replace(/\s/g, '');
        });
      return {
        state: root.dataset.state,
        measures: Number(root.dataset.measures),
        lead: texts('dutymark-lead'),
        participant: texts('dutymark-participant'),
      };
    });
    await page.close();
    return seen;
  }
  const sorted = (texts: readonly string[]) => texts.map(bare).sort();

  it('reads and paints the sample', async () => {
    const lead = sample.measures.flatMap((measure) => measure.lead);
    const seen = await look('/policy.html', lead.length);
    expect(seen.state).toBe('task-policy');
    expect(seen.measures).toBe(sample.measures.length);
    expect(sorted(seen.lead)).toEqual(sorted(lead));
    expect(sorted(seen.participant)).toEqual(sorted(sample.measures.flatMap((measure) => measure.participants)));
  });

  it.runIf(corpusGold('000'))('reads and paints document 000', async () => {
    const gold = corpusGold('000') as NonNullable<ReturnType<typeof corpusGold>>;
    const seen = await look('/corpus/000', 105);
    expect(seen).toMatchObject({ state: 'task-policy', measures: 66 });
    expect(sorted(seen.lead)).toEqual(sorted(unitsOf(gold, 'lead')));
    expect(sorted(seen.participant)).toEqual(sorted(unitsOf(gold, 'participants')));
  });

  it('shows its own pages', async () => {
    for (const path of ['reader.html?sample', 'tasks.html', 'options.html']) {
      const page = await at.open(path);
      await page.waitForSelector('h1', { timeout: 10_000 });
      expect(await page.title(), path).not.toBe('');
      await page.close();
    }
  });
});
