import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import type { Raster } from '../../../lib/ocr/types';
import { findChromium } from '../../lib/browsers.mjs';
import type { Paper } from './papers';

interface Context {
  fillStyle: string;
  imageSmoothingQuality: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  drawImage(image: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): Raster;
  putImageData(data: unknown, x: number, y: number): void;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): Context;
  toBuffer(type: 'image/jpeg' | 'image/png', quality?: number): Buffer;
}

/** The canvas that comes with pdf.js. */
export const { createCanvas, loadImage } = createRequire(
  createRequire(import.meta.url).resolve('pdfjs-dist/package.json'),
)('@napi-rs/canvas') as {
  createCanvas(width: number, height: number): Canvas;
  loadImage(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }>;
};

/** What printing, paper and scanner do to a page. */
export interface Step {
  readonly name: string;
  readonly dots: number;
  /** In degrees, clockwise. */
  readonly skew?: number;
  /** Deviation of the noise, of 255. */
  readonly noise?: number;
  readonly blur?: boolean;
  /** Quality of the JPEG. */
  readonly jpeg?: number;
  /** Black and white only. */
  readonly fax?: boolean;
}

export const STEPS: readonly Step[] = [
  { name: '300 dpi', dots: 300 },
  { name: '200 dpi, 0.6°, noise', dots: 200, skew: 0.6, noise: 14, blur: true },
  { name: '200 dpi, JPEG 60', dots: 200, noise: 6, jpeg: 60 },
  { name: '200 dpi, fax', dots: 200, skew: -0.4, noise: 10, blur: true, fax: true },
  { name: '150 dpi, 1.5°, noise, JPEG 60', dots: 150, skew: 1.5, noise: 12, blur: true, jpeg: 60 },
  { name: '150 dpi, 2°', dots: 150, skew: -2 },
  { name: '200 dpi, 2°, JPEG 60', dots: 200, skew: 2, noise: 6, jpeg: 60 },
];

export async function printer(): Promise<{
  print(paper: Paper, dots: number): Promise<Buffer>;
  text(paper: Paper): Promise<string>;
  close(): Promise<void>;
}> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    async print({ html }, dots) {
      const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: dots / 96 });
      await page.setContent(html);
      const picture = await page.screenshot({ type: 'png' });
      await page.close();
      return picture;
    },
    async text({ html }) {
      const page = await browser.newPage();
      await page.setContent(html);
      const text = await page.evaluate(() => {
        for (const drawn of document.querySelectorAll('svg, style')) drawn.remove();
        return document.body.innerText;
      });
      await page.close();
      return text;
    },
    close: () => browser.close(),
  };
}

/** A printed page as the scanner gives it. */
export async function scanned(
  picture: Buffer,
  { skew = 0, noise = 0, blur, jpeg, fax }: Step,
  seed = 1,
): Promise<Raster> {
  const image = await loadImage(picture);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.drawImage(image, -canvas.width / 2, -canvas.height / 2);
  const raster = context.getImageData(0, 0, canvas.width, canvas.height);
  if (blur) soften(raster);
  if (noise > 0) roughen(raster, noise, seed);
  if (fax) for (let at = 0; at < raster.data.length; at += 4) blacken(raster, at);
  if (!jpeg) return raster;
  const plain = createCanvas(canvas.width, canvas.height);
  plain.getContext('2d').putImageData(raster, 0, 0);
  const packed = await loadImage(plain.toBuffer('image/jpeg', jpeg));
  plain.getContext('2d').drawImage(packed, 0, 0);
  return plain.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
}

/** Each pixel with a third of those beside it. */
function soften({ width, height, data }: Raster): void {
  const from = Uint8ClampedArray.from(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * (y * width + x) + channel;
        const beside = from[at - 4]! + from[at + 4]! + from[at - 4 * width]! + from[at + 4 * width]!;
        data[at] = (from[at]! * 4 + beside) / 8;
      }
    }
  }
}

/** Noise of a normal distribution, nearly (the sum of four even ones). */
function roughen({ data }: Raster, deviation: number, seed: number): void {
  let state = seed * 2654435761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let at = 0; at < data.length; at += 4) {
    const by = (next() + next() + next() + next()) * deviation * 1.73;
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = Math.max(0, Math.min(255, data[at + channel]! + by));
  }
}

function blacken({ data }: Raster, at: number): void {
  const light = 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]! > 150 ? 255 : 0;
  data[at] = data[at + 1] = data[at + 2] = light;
}
