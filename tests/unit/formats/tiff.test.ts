import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/picture';
import { pictureSize } from '../../../lib/formats/picture/size';
import { formatOf } from '../../../lib/formats/registry';
import { sniff } from '../../../lib/formats/sniff';
import type { ReadPage } from '../../../lib/ocr/types';

/** Bits as bytes, the first bit the highest. */
const packed = (bits: string): Uint8Array =>
  Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));

/**
 * A page of 32 by `rows`, an upright bar of 8 at its 9th column, as a fax sends it (T.6): the first row says its runs (white
 * 8, black 8), and each further row is as the one before.
 */
const fax = (rows: number) => packed(`001${'10011'}${'000101'}1${'111'.repeat(rows - 1)}${'000000000001'.repeat(2)}`);

interface Page {
  readonly width?: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly compression?: number;
  /** Dots an inch, across and down. */
  readonly dots?: readonly [number, number];
}

/** A TIFF file of these pages, the lower byte first. @param last where the last page says that the next one stands */
function tiff(pages: readonly Page[], last = 0): Uint8Array {
  const size = 8 + pages.reduce((sum, { data }) => sum + data.length + (data.length % 2) + 2 + 12 * 11 + 4 + 16, 0);
  const view = new DataView(new ArrayBuffer(size));
  const out = new Uint8Array(view.buffer);
  out.set([0x49, 0x49, 42, 0]);
  let link = 4;
  let at = 8;
  for (const { width = 32, height, data, compression = 4, dots = [204, 98] } of pages) {
    out.set(data, at);
    const place = at;
    at += data.length + (data.length % 2);
    for (const [index, value] of dots.entries()) {
      view.setUint32(at + 8 * index, value, true);
      view.setUint32(at + 8 * index + 4, 1, true);
    }
    const rates = at;
    at += 16;
    view.setUint32(link, at, true);
    const tags: [number, number, number][] = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 1],
      [259, 3, compression],
      [262, 3, 0],
      [273, 4, place],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, data.length],
      [282, 5, rates],
      [283, 5, rates + 8],
    ];
    view.setUint16(at, tags.length, true);
    at += 2;
    for (const [tag, type, value] of tags) {
      view.setUint16(at, tag, true);
      view.setUint16(at + 2, type, true);
      view.setUint32(at + 4, 1, true);
      view.setUint32(at + 8, value, true);
      at += 12;
    }
    link = at;
    at += 4;
  }
  view.setUint32(link, last, true);
  return out;
}

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
