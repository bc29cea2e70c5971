import { expect, it } from 'vitest';
import { inventedPolicy } from '../../bench/anchor/invented';
import { Random } from '../../bench/anchor/samples';
import { measureTruth, report } from '../../bench/anchor/truth';

it.each([7, 11, 12])(
  'anchors hold on invented policies, which repeat themselves even more than real ones, draw %i',
  (seed) => {
    const random = new Random(seed);
    const texts = Array.from({ length: 6 }, () => inventedPolicy(6000, random));
    const figures = measureTruth(texts, 84, random, false);
    console.info(report(`Anchors on invented policies, draw ${seed}`, figures));
    const { deleted, edited, rearranged, reextracted } = figures;
    expect(deleted.ours.annotations).toBeGreaterThanOrEqual(500);
    expect(deleted.ours.wrong / deleted.ours.annotations).toBeLessThanOrEqual(0.01);
    expect(edited.ours.right / edited.ours.annotations).toBeGreaterThanOrEqual(0.985);
    expect(rearranged.ours.right / rearranged.ours.annotations).toBeGreaterThanOrEqual(0.99);
    expect(reextracted.ours.right / reextracted.ours.annotations).toBeGreaterThanOrEqual(0.99);
  },
  120_000,
);
