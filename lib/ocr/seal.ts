import { patchesOf } from './components';
import type { Raster } from './types';

/** Side of the squares in which red is counted, as a share of the page's width. */
const SQUARE = 1 / 150;
/** Seals are 38 to 60 mm wide; on a page 210 mm wide that is a fifth to a third of it. */
const SMALLEST = 0.12;
const LARGEST = 0.36;

/**
 * Takes seals off: what is red in a round or square red patch as large as a seal becomes as light as its red, so that
 * black type below it stays. Red heads are wider than they are high and stay.
 */
export function withoutSeals(raster: Raster): Raster {
  const side = Math.max(2, Math.round(Math.min(raster.width, raster.height) * SQUARE));
  const width = Math.ceil(raster.width / side);
  const height = Math.ceil(raster.height / side);
  const red = redness(raster, side, width, height);
  const page = Math.min(raster.width, raster.height) / side;
  const seals = patchesOf(red, width, height, 0).flatMap(({ top, edges }) => {
    let [left, right] = [width, 0];
    for (let at = 0; at < edges.length; at += 2) {
      left = Math.min(left, edges[at]!);
      right = Math.max(right, edges[at + 1]!);
    }
    const [wide, high] = [right - left + 1, edges.length / 2];
    const round = wide < 1.5 * high && high < 1.5 * wide;
    const fits = Math.max(wide, high) > SMALLEST * page && Math.max(wide, high) < LARGEST * page;
    return round && fits
      ? [{ x0: (left - 1) * side, x1: (right + 2) * side, y0: (top - 1) * side, y1: (top + high + 1) * side }]
      : [];
  });
  if (seals.length === 0) return raster;
  const data = Uint8ClampedArray.from(raster.data);
  for (const { x0, x1, y0, y1 } of seals) {
    for (let y = Math.max(0, y0); y < Math.min(raster.height, y1); y++)
      for (let x = Math.max(0, x0); x < Math.min(raster.width, x1); x++) lighten(data, 4 * (y * raster.width + x));
  }
  return { width: raster.width, height: raster.height, data };
}

function lighten(data: Uint8ClampedArray, at: number): void {
  const red = data[at]!;
  const other = Math.max(data[at + 1]!, data[at + 2]!);
  if (red - other < 24) return;
  const value = Math.min(255, red + 40);
  data[at] = data[at + 1] = data[at + 2] = value;
}

/** Share of red pixels in each square, spread to the squares beside, where it is not next to nothing. */
function redness(
  { width: pixels, height: rows, data }: Raster,
  side: number,
  width: number,
  height: number,
): Float32Array {
  const counts = new Float32Array(width * height);
  for (let y = 0; y < rows; y += 2) {
    for (let x = 0; x < pixels; x += 2) {
      const at = 4 * (y * pixels + x);
      const other = Math.max(data[at + 1]!, data[at + 2]!);
      if (data[at]! - other > 45 && data[at]! > 110) counts[Math.floor(y / side) * width + Math.floor(x / side)]! += 4;
    }
  }
  const wide = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (counts[y * width + x]! < 0.08 * side * side) continue;
      for (let j = Math.max(0, y - 2); j <= Math.min(height - 1, y + 2); j++)
        for (let i = Math.max(0, x - 2); i <= Math.min(width - 1, x + 2); i++) wide[j * width + i] = 1;
    }
  }
  return wide;
}
