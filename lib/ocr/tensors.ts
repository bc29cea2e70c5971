import type { Raster, Rectangle, Tensor } from './types';

/** Mean and deviation of the pictures the detector was trained on, blue first as PP-OCR reads them. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Longest side of what the detector looks at, in pixels: smaller type is lost below it, time grows with its square. */
export const LONGEST = 960;
/** Sides that the network halves five times. */
const STEP = 32;

/** A picture as the detector wants it, and how many of its pixels one of the network's is. */
export function detectorInput(raster: Raster, longest = LONGEST): { input: Tensor; scale: { x: number; y: number } } {
  const shrink = Math.min(1, longest / Math.max(raster.width, raster.height));
  const side = (length: number) => Math.max(STEP, Math.round((length * shrink) / STEP) * STEP);
  const [width, height] = [side(raster.width), side(raster.height)];
  const scale = { x: raster.width / width, y: raster.height / height };
  const box = { x: raster.width / 2, y: raster.height / 2, width: raster.width, height: raster.height, angle: 0 };
  const data = sampled(raster, box, width, height);
  for (let channel = 0; channel < 3; channel++) {
    const [mean, deviation] = [MEAN[channel]!, DEVIATION[channel]!];
    const from = channel * width * height;
    for (let at = from; at < from + width * height; at++) data[at] = (data[at]! / 255 - mean) / deviation;
  }
  return { input: { data, dims: [1, 3, height, width] }, scale };
}

/** Height of a line as reader and direction network want it. */
export const LINE_HEIGHT = 48;
/** Longer lines are cut before: in heights of a line. */
export const MOST_SIGNS = 60;

/** A line cut out of the picture, level, `LINE_HEIGHT` high. @param width In pixels; as wide as its shape asks where absent. */
export function lineInput(raster: Raster, box: Rectangle, width?: number): Tensor {
  const own = Math.max(LINE_HEIGHT / 3, Math.round((LINE_HEIGHT * box.width) / box.height));
  const wide = width ?? Math.min(own, LINE_HEIGHT * MOST_SIGNS);
  const seen = Math.min(wide, own);
  const cut = sampled(raster, box, seen, LINE_HEIGHT);
  const data = new Float32Array(3 * wide * LINE_HEIGHT);
  for (let row = 0; row < 3 * LINE_HEIGHT; row++)
    for (let x = 0; x < seen; x++) data[row * wide + x] = cut[row * seen + x]! / 127.5 - 1;
  return { data, dims: [1, 3, LINE_HEIGHT, wide] };
}

/** Blue, green, red of a rectangle of the picture, `width` by `height`; outside the picture it is white. */
function sampled(raster: Raster, box: Rectangle, width: number, height: number): Float32Array {
  const out = new Float32Array(3 * width * height);
  const [stepX, stepY] = [box.width / width, box.height / height];
  // Of a picture that shrinks each pixel counts: the mean of some points a pixel is near enough.
  const points = Math.max(1, Math.min(4, Math.round(Math.max(stepX, stepY))));
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  // From one point to the next along a row.
  const [nextX, nextY] = [(stepX / points) * cos, (stepX / points) * sin];
  const along = (0.5 / points) * stepX - box.width / 2;
  const mean = 1 / (points * points);
  for (let y = 0; y < height; y++) {
    for (let j = 0; j < points; j++) {
      const over = (y + (j + 0.5) / points) * stepY - box.height / 2;
      const begin = { x: box.x + along * cos - over * sin - 0.5, y: box.y + along * sin + over * cos - 0.5 };
      addRow(raster, out, { begin, nextX, nextY, points, mean, at: y * width, width, plane: width * height });
    }
  }
  return out;
}

/** A row of points, so many of which make one pixel. */
interface Row {
  readonly begin: { readonly x: number; readonly y: number };
  readonly nextX: number;
  readonly nextY: number;
  readonly points: number;
  /** What each point counts. */
  readonly mean: number;
  /** Where its pixels go: from there on, in each of three planes. */
  readonly at: number;
  readonly width: number;
  readonly plane: number;
}

/**
 * Adds what the picture shows at a row of points, between its pixels. Of all that is done here beside the networks most is
 * done in this loop: its three colours are written out.
 */
function addRow({ width: wide, height: high, data }: Raster, out: Float32Array, row: Row): void {
  const { begin, nextX, nextY, points, mean, at, width, plane } = row;
  for (let x = 0; x < width; x++) {
    let [blue, green, red] = [0, 0, 0];
    for (let i = 0; i < points; i++) {
      const step = x * points + i;
      const [px, py] = [begin.x + step * nextX, begin.y + step * nextY];
      const [left, top] = [Math.floor(px), Math.floor(py)];
      if (left < -1 || top < -1 || left >= wide || top >= high) {
        blue += 255;
        green += 255;
        red += 255;
        continue;
      }
      const [fx, fy] = [px - left, py - top];
      const x0 = left < 0 ? 0 : left;
      const x1 = left + 1 < wide ? left + 1 : left;
      const y0 = (top < 0 ? 0 : top) * wide;
      const y1 = (top + 1 < high ? top + 1 : top) * wide;
      const [a, b, c, d] = [4 * (y0 + x0), 4 * (y0 + x1), 4 * (y1 + x0), 4 * (y1 + x1)];
      const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
      red += data[a]! * wa + data[b]! * wb + data[c]! * wc + data[d]! * wd;
      green += data[a + 1]! * wa + data[b + 1]! * wb + data[c + 1]! * wc + data[d + 1]! * wd;
      blue += data[a + 2]! * wa + data[b + 2]! * wb + data[c + 2]! * wc + data[d + 2]! * wd;
    }
    out[at + x]! += blue * mean;
    out[at + x + plane]! += green * mean;
    out[at + x + 2 * plane]! += red * mean;
  }
}
