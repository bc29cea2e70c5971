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
  const sum = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      for (let j = 0; j < points; j++) {
        for (let i = 0; i < points; i++) {
          const along = (x + (i + 0.5) / points) * stepX - box.width / 2;
          const over = (y + (j + 0.5) / points) * stepY - box.height / 2;
          addPoint(raster, box.x + along * cos - over * sin - 0.5, box.y + along * sin + over * cos - 0.5, sum);
        }
      }
      const at = y * width + x;
      for (let channel = 0; channel < 3; channel++)
        out[channel * width * height + at] = sum[2 - channel]! / (points * points);
    }
  }
  return out;
}

/** Adds red, green and blue at a point between pixels. */
function addPoint({ width, height, data }: Raster, x: number, y: number, sum: Float32Array): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < -1 || top < -1 || left >= width || top >= height) {
    for (let channel = 0; channel < 3; channel++) sum[channel]! += 255;
    return;
  }
  const [fx, fy] = [x - left, y - top];
  const x0 = Math.max(0, left);
  const x1 = Math.min(width - 1, left + 1);
  const y0 = Math.max(0, top) * width;
  const y1 = Math.min(height - 1, top + 1) * width;
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[4 * (y0 + x0) + channel]! * (1 - fx) + data[4 * (y0 + x1) + channel]! * fx;
    const lower = data[4 * (y1 + x0) + channel]! * (1 - fx) + data[4 * (y1 + x1) + channel]! * fx;
    sum[channel]! += upper * (1 - fy) + lower * fy;
  }
}
