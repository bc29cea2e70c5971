import { type Leaning, onPicture } from './lean';
import type { Raster } from './types';

/** A page upright and level, one byte a pixel: 0 black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The page as grey, `shrink` of its pixels one of the result. Of the pixels that become one the darkest counts: thin rules
 * must not fade.
 */
export function levelGrey({ width: wide, height: high, data: from }: Raster, page: Leaning, shrink: number): Grey {
  const width = Math.max(1, Math.floor(page.width / shrink));
  const height = Math.max(1, Math.floor(page.height / shrink));
  const data = new Uint8Array(width * height).fill(255);
  const points = shrink > 1 ? 2 : 1;
  const [originX, originY] = onPicture(page, 0, 0);
  const [cos, sin] = [Math.cos(page.skew), Math.sin(page.skew)];
  for (let y = 0; y < height * points; y++) {
    const over = ((y + 0.5) / points) * shrink;
    const row = Math.floor(y / points) * width;
    for (let x = 0; x < width * points; x++) {
      const along = ((x + 0.5) / points) * shrink;
      const px = Math.floor(originX + along * cos - over * sin);
      const py = Math.floor(originY + along * sin + over * cos);
      if (px < 0 || py < 0 || px >= wide || py >= high) continue;
      const at = 4 * (py * wide + px);
      const value = Math.min(from[at]!, from[at + 1]!, from[at + 2]!);
      const place = row + Math.floor(x / points);
      if (value < data[place]!) data[place] = value;
    }
  }
  return { width, height, data };
}

/** 1 where a page is much darker than its paper. */
export function darkOf({ data }: Grey): Uint8Array {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value]!++;
  let paper = 255;
  for (let sum = 0; paper > 0 && sum + counts[paper]! < data.length * 0.3; paper--) sum += counts[paper]!;
  const edge = paper * 0.68;
  return data.map((value) => (value < edge ? 1 : 0));
}
