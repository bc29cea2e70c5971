import { describe, expect, it } from 'vitest';
import { CORPUS } from './gold';
import { labelled, linkKey, readText } from './labelled';

/** Lower bounds of the bands in which certainty is told, and the least share of right links in each. */
const bands = [
  { from: 0.9, right: 0.98 },
  { from: 0.8, right: 0.9 },
  { from: 0.6, right: 0.6 },
  { from: 0, right: 0 },
];

describe.skipIf(!CORPUS)('certainty', { timeout: 120_000 }, () => {
  it('says how often a link is right', () => {
    const links: { readonly certainty: number; readonly right: boolean }[] = [];
    for (const document of labelled().filter(({ partly }) => !partly)) {
      const left = new Map<string, number>();
      for (const link of document.links) left.set(link, (left.get(link) ?? 0) + 1);
      const read = readText(document.text, document.isPage).measures.flatMap(({ assignments }) => assignments);
      // Where one is too many, the least sure is the wrong one.
      for (const { role, unit, certainty } of [...read].sort((a, b) => b.certainty - a.certainty)) {
        const count = left.get(linkKey(role, unit)) ?? 0;
        left.set(linkKey(role, unit), count - 1);
        links.push({ certainty, right: count > 0 });
      }
    }
    let above = Number.POSITIVE_INFINITY;
    for (const { from, right } of bands) {
      const inside = links.filter(({ certainty }) => certainty >= from && certainty < above);
      const share = inside.filter((link) => link.right).length / inside.length;
      console.info(`certainty from ${from}: ${inside.length} links, ${(share * 100).toFixed(1)} % right`);
      if (inside.length >= 20) expect(share, `from ${from}`).toBeGreaterThanOrEqual(right);
      above = from;
    }
  });
});
