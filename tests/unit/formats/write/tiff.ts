/** Bits as bytes, the first bit the highest. */
const packed = (bits: string): Uint8Array =>
  Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));

/**
 * A page of 32 by `rows`, an upright bar of 8 at its 9th column, as a fax sends it (T.6): the first row says its runs (white
 * 8, black 8), and each further row is as the one before.
 */
export const fax = (rows: number) =>
  packed(`001${'10011'}${'000101'}1${'111'.repeat(rows - 1)}${'000000000001'.repeat(2)}`);

export interface TiffPage {
  readonly width?: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly compression?: number;
  /** Dots an inch, across and down. */
  readonly dots?: readonly [number, number];
}

/** A TIFF file of these pages, the lower byte first. @param last where the last page says that the next one stands */
export function tiff(pages: readonly TiffPage[], last = 0): Uint8Array {
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
