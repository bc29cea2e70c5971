import { zlibSync } from 'fflate';
import { concat } from '../bytes';

/** Remainders of the check sum of PNG (ISO 15948, annex D), by byte. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/**
 * Pixels as a PNG, quickly rather than small: in grey where they are, as scans mostly are.
 *
 * @param rgba Four bytes a pixel, row by row; what is transparent is paper.
 */
export function pngOf(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const channels = isGrey(rgba) ? 1 : 3;
  const stride = 1 + channels * width;
  const rows = new Uint8Array(stride * height);
  for (let y = 0, from = 0; y < height; y++) {
    // The first byte of a row says how it is filtered: not at all.
    for (let x = 0, to = y * stride + 1; x < width; x++, from += 4) {
      const alpha = rgba[from + 3]! / 255;
      for (let channel = 0; channel < channels; channel++, to++) rows[to] = 255 - (255 - rgba[from + channel]!) * alpha;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  return concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false;
  return true;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) out[4 + at] = name.charCodeAt(at);
  out.set(data, 8);
  let rest = 0xffffffff;
  for (let at = 4; at < 8 + data.length; at++) rest = CRC[(rest ^ out[at]!) & 255]! ^ (rest >>> 8);
  view.setUint32(8 + data.length, (rest ^ 0xffffffff) >>> 0);
  return out;
}
