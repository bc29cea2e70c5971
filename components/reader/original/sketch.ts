import type { FixedPage, FixedPicture } from '../../../lib/formats/types';
import { FAMILIES } from './run';

/** Draws a page from its geometry alone: its pictures, lines and text. Sets the canvas' size. */
export async function drawGeometry(
  { width, height, items, rules, scan, pictures = [] }: FixedPage,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const bitmaps = await Promise.all(pictures.map(({ data }) => createImageBitmap(data).catch(() => null)));
  const context = signal.aborted ? null : canvas.getContext('2d');
  if (context) {
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    context.scale(scale, scale);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    for (const [index, picture] of pictures.entries()) {
      const bitmap = bitmaps[index];
      if (bitmap) drawPicture(context, bitmap, picture);
    }
    context.lineWidth = 0.8;
    // What was read on a picture is seen on it.
    for (const { x1, y1, x2, y2, colour = '#444' } of scan ? [] : rules) {
      context.strokeStyle = colour;
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    }
    for (const { text, x, y, width: wide, size, colour = '#222', family = 'song', bold } of scan ? [] : items) {
      context.fillStyle = colour;
      context.font = `${bold ? 'bold ' : ''}${size}px ${FAMILIES[family]}`;
      context.fillText(text, x, y, wide > 0 ? wide * 1.02 : undefined);
    }
  }
  for (const bitmap of bitmaps) bitmap?.close();
}

function drawPicture(
  context: CanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { x, y, width, height, turn = 0 }: FixedPicture,
): void {
  const [wide, high] = turn % 2 === 1 ? [height, width] : [width, height];
  context.save();
  context.translate(x + width / 2, y + height / 2);
  context.rotate((turn * Math.PI) / 2);
  context.drawImage(bitmap, -wide / 2, -high / 2, wide, high);
  context.restore();
}
