import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/picture';
import { pictureSize } from '../../../lib/formats/picture/size';
import { formatOf } from '../../../lib/formats/registry';
import { sniff } from '../../../lib/formats/sniff';
import type { ReadPage } from '../../../lib/ocr/types';
import { fax, tiff } from './write/tiff';

/** Rows of a grey PNG: dark as 1. */
async function rowsOf(data: Blob): Promise<string[]> {
  const bytes = new Uint8Array(await data.arrayBuffer());
  const { width, height } = pictureSize(bytes)!;
  const view = new DataView(bytes.buffer);
  let at = 8;
  while (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) !== 'IDAT') at += 12 + view.getUint32(at);
  const pixels = unzlibSync(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (pixels[y * (width + 1) + 1 + x]! < 128 ? '1' : '0')).join(''),
  );
}

const bar = `${'0'.repeat(8)}${'1'.repeat(8)}${'0'.repeat(16)}`;
const read = (text: string): ReadPage => ({
  turn: 0,
  skew: 0,
  width: 1000,
  height: 1400,
  rules: [],
  lines: [{ text, x: 100, y: 200, width: 40 * text.length, size: 40, certainty: 0.9 }],
});

describe('a fax', () => {
  const three = tiff([
    { height: 5, data: fax(5) },
    { height: 4, data: fax(4) },
    { height: 6, data: fax(6) },
  ]);

  it('is a picture of several pages, whatever it is called', async () => {
    expect([sniff(three), formatOf('通知.tif')?.name, formatOf('通知.TIFF')?.name]).toEqual([
      'picture',
      'picture',
      'picture',
    ]);
    await expect(open(three, 'a.tif')).rejects.toMatchObject({ code: 'no-text' });
    const { pages = [], scans, warnings } = await open(three, 'a.tif', { pages: true });
    expect(scans).toEqual([1, 2, 3]);
    expect(warnings).toEqual([]);
    for (const [index, rows] of [5, 4, 6].entries())
      expect(await rowsOf(pages[index]!.pictures![0]!.data)).toEqual(Array.from({ length: rows }, () => bar));
  });

  it('whose rows stand further apart than its columns is as high as its sheet', async () => {
    const [page] = (await open(three, 'a.tif', { pages: true })).pages!;
    expect(page!.width).toBeCloseTo((72 * 32) / 204);
    expect(page!.height).toBeCloseTo((72 * 5) / 98);
  });

  it('is read page by page; those not read yet are said', async () => {
    const found = await open(three, 'a.tif', {
      pages: true,
      recognised: new Map([
        [1, read('一、清淤河道。')],
        [3, read('牵头单位：县水利局')],
      ]),
    });
    expect(found.html).toMatch(/清淤河道[\s\S]*县水利局/);
    expect(found.scans).toEqual([2]);
    expect(found.warnings).toEqual(
      expect.arrayContaining([
        { code: 'recognised', count: 2 },
        { code: 'pages-without-text', count: 1 },
      ]),
    );
  });

  it('of which a page is damaged keeps the others', async () => {
    const broken = tiff([
      { height: 5, data: fax(5) },
      { height: 5, data: fax(5), compression: 9999 },
      { height: 5, data: fax(5) },
    ]);
    const { pages = [], warnings } = await open(broken, 'a.tif', { pages: true });
    expect(pages.map(({ number }) => number)).toEqual([1, 3]);
    expect(warnings).toEqual([{ code: 'page-unreadable', page: 2 }]);
  });

  it('whose pages lead in a circle ends', async () => {
    const first = new DataView(tiff([{ height: 5, data: fax(5) }]).buffer).getUint32(4, true);
    const { pages = [], warnings } = await open(tiff([{ height: 5, data: fax(5) }], first), 'a.tif', { pages: true });
    expect(pages).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'truncated' }]);
  });

  it('that would fill the memory, or is none, says so', async () => {
    const huge = tiff([{ width: 60_000, height: 60_000, data: fax(5) }]);
    await expect(open(huge, 'a.tif', { pages: true })).rejects.toMatchObject({ code: 'too-many-pixels' });
    const cut = three.subarray(0, 9);
    await expect(open(cut, 'a.tif', { pages: true })).rejects.toMatchObject({ code: 'broken-picture' });
    const none = Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0);
    await expect(open(none, 'a.tif', { pages: true })).rejects.toMatchObject({ code: 'broken-picture' });
  });
});
