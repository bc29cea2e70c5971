import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/setup.mjs';
import { CORPUS } from './gold';

/** Figures reached; a change may not fall below them. */
const floor = { measures: 0.995, links: 0.995, deadlines: 1, act: { p: 0.98, r: 0.95 }, offer: 0.97 };

const node = (args: readonly string[], input?: string): string =>
  execFileSync(process.execPath, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  });

if (!CORPUS)
  console.warn('tests/corpus: skipped, the corpus is not beside the checkout (set DUTYMARK_CORPUS to its folder)');

describe.skipIf(!CORPUS)('real documents', () => {
  const corpus = CORPUS ?? '';
  let extracted = '';
  const extract = (): string => {
    extracted ||= node(['--import', 'tsx', 'lib/cli/extract.ts', join(corpus, 'documents'), join(corpus, 'pages')]);
    return extracted;
  };

  it('measures, links and deadlines stay at the figures reached', { timeout: 120_000 }, () => {
    const report = node([join(corpus, 'score.mjs'), '--gold', join(corpus, 'gold')], extract());
    const figure = (name: string): number => Number(new RegExp(`^ALL ${name}: .* F1 ([\\d.]+)`, 'm').exec(report)?.[1]);
    expect(figure('measures'), report).toBeGreaterThanOrEqual(floor.measures);
    expect(figure('links'), report).toBeGreaterThanOrEqual(floor.links);
    expect(figure('deadlines'), report).toBeGreaterThanOrEqual(floor.deadlines);
  });

  it('classes stay at the figures reached', { timeout: 120_000 }, () => {
    const report = node([join(corpus, 'classes.mjs'), '--classes', join(corpus, 'classes.json')], extract());
    const figures = (name: string): number[] =>
      (new RegExp(`^${name}: P ([\\d.]+) R ([\\d.]+) F1 ([\\d.]+)`, 'm').exec(report) ?? []).slice(1).map(Number);
    const [p, r] = figures('act');
    expect(p, report).toBeGreaterThanOrEqual(floor.act.p);
    expect(r, report).toBeGreaterThanOrEqual(floor.act.r);
    expect(figures('offer')[2], report).toBeGreaterThanOrEqual(floor.offer);
  });
});
