import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../lib/ocr';
import { networksInNode } from '../../lib/ocr/in-node';
import { findChromium } from '../lib/browsers.mjs';
import { measured } from './scans/measure';
import { papers } from './scans/papers';
import { printer, STEPS } from './scans/print';
import { f1 } from './scans/score';

const chromium = findChromium();
if (!chromium) console.warn('There is no Chromium on this machine: no paper was printed to be read as a scan.');

/** A few of the twenty that `npm run bench scans` reads, each at another step: reading takes seconds a page. */
const few = [
  { paper: 'bracket-seal', at: 9, step: 1 },
  { paper: 'table under a red head', at: 4, step: 4 },
  { paper: 'own lines', at: 3, step: 4 },
  { paper: 'two columns', at: 15, step: 1 },
] as const;

describe.runIf(chromium)('scans', () => {
  let press: Awaited<ReturnType<typeof printer>>;
  let reader: Reader;
  beforeAll(async () => {
    [press, reader] = await Promise.all([printer(), networksInNode()]);
  }, 120_000);
  afterAll(() => press?.close());

  it.each(few)('$paper is read', async ({ at, step }) => {
    const { edits, signs, links } = await measured(papers[at]!, STEPS[step]!, press, reader);
    expect(edits / signs).toBeLessThan(0.01);
    expect(f1(links)).toBeGreaterThanOrEqual(0.97);
  });
});
