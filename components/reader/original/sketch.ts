import type { FixedPage } from '../../../lib/formats/types';
import { FAMILIES } from './run';

/** Draws a page from its geometry alone: its pictures, lines and text. Sets the canvas' size. */
export async function drawGeometry(
  { width, height, items, rules, pictures = [] }: FixedPage,
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
      if (bitmap) context.drawImage(bitmap, picture.x, picture.y, picture.width, picture.height);
    }
    context.lineWidth = 0.8;
    for (const { x1, y1, x2, y2, colour = '#444' } of rules) {
      context.strokeStyle = colour;
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    }
    for (const { text, x, y, width: wide, size, colour = '#222', family = 'song', bold } of items) {
      context.fillStyle = colour;
      context.font = `${bold ? 'bold ' : ''}${size}px ${FAMILIES[family]}`;
      context.fillText(text, x, y, wide > 0 ? wide * 1.02 : undefined);
    }
  }
  for (const bitmap of bitmaps) bitmap?.close();
}
