import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/setup.mjs';
import { CORPUS } from './gold';

/** Figures reached by each set of documents; a change may not fall below them. `ids` begin with one of these. */
const sets = {
  'the first five and r*': { ids: ['0', 'r'], measures: 1, links: 1, deadlines: 1 },
  'b*': { ids: ['b'], measures: 0.99, links: 0.99, deadlines: 0.99 },
  'e*': { ids: ['e'], measures: 0.99, links: 0.98, deadlines: 0.95 },
  'f*': { ids: ['f'], measures: 0.99, links: 0.99, deadlines: 0.97 },
};
const floor = { act: { p: 0.98, r: 0.97 }, offer: 0.97 };

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

  it.each(Object.entries(sets))('%s: measures, links and deadlines stay at the figures reached', (_, set) => {
    const only = readdirSync(join(corpus, 'gold'))
      .filter((name) => name.endsWith('.json') && set.ids.some((id) => name.startsWith(id)))
      .map((name) => name.slice(0, -5));
    const report = node(
      [join(corpus, 'score.mjs'), '--gold', join(corpus, 'gold'), '--only', only.join(), '--verbose'],
      extract(),
    );
    const figure = (name: string): number => Number(new RegExp(`^ALL ${name}: .* F1 ([\\d.]+)`, 'm').exec(report)?.[1]);
    expect(figure('measures'), report).toBeGreaterThanOrEqual(set.measures);
    expect(figure('links'), report).toBeGreaterThanOrEqual(set.links);
    expect(figure('deadlines'), report).toBeGreaterThanOrEqual(set.deadlines);
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
