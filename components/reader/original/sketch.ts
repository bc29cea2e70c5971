import type { FixedPage } from '../../../lib/formats/types';

/** Draws a page from its geometry alone: its lines, and its text in one font. Sets the canvas' size. */
export function drawGeometry(
  { width, height, items, rules }: FixedPage,
  canvas: HTMLCanvasElement,
  scale: number,
): void {
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#444';
  context.lineWidth = 0.8;
  context.beginPath();
  for (const { x1, y1, x2, y2 } of rules) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  for (const { text, x, y, width: wide, size, colour } of items) {
    context.fillStyle = colour ?? '#222';
    context.font = `${size}px serif`;
    context.fillText(text, x, y, wide > 0 ? wide * 1.02 : undefined);
  }
}
