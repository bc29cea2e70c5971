import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keeping, knownFor } from '../../../entrypoints/reader/recognised';
import { shelf } from '../../../entrypoints/reader/shelf';
import type { Recognised } from '../../../lib/formats/types';

vi.mock('../../../entrypoints/reader/shelf', () => ({
  shelf: { recognised: vi.fn(async () => null), keepRecognised: vi.fn(async () => undefined) },
}));

const page = { turn: 0, skew: 0, width: 1654, height: 2339, lines: [], rules: [] };
const read = (...numbers: number[]): Recognised => new Map(numbers.map((number) => [number, page]));
const kept = () => vi.mocked(shelf.keepRecognised).mock.calls.map(([, pages]) => [...pages.keys()]);

describe('what is read on a scan', () => {
  const scan = new File(['%PDF'], '方案.pdf');
  beforeEach(() => void vi.mocked(shelf.keepRecognised).mockClear());

  it('is kept while more is being read, beside what was read before', async () => {
    const keeper = keeping(scan, read(1), 0);
    keeper.add(read(3));
    keeper.add(read(3, 2));
    await keeper.end();
    expect(kept()).toEqual([
      [1, 3],
      [1, 3, 2],
    ]);
    expect([...((await knownFor(scan))?.keys() ?? [])]).toEqual([1, 3, 2]);
  });

  it('is not written with each page, for the file is written with it; the last pages are kept at the end', async () => {
    const keeper = keeping(scan, null);
    for (const numbers of [[1], [1, 2], [1, 2, 3]]) keeper.add(read(...numbers));
    expect([...((await knownFor(scan))?.keys() ?? [])]).toEqual([1, 2, 3]);
    await keeper.end();
    expect(kept()).toEqual([[1], [1, 2, 3]]);
    await keeper.end();
    expect(kept()).toHaveLength(2);
  });
});
