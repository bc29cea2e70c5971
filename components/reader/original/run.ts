import type { FixedItem } from '../../../lib/formats/types';
import { ASCENT } from '../../../lib/page/original/places';

let ruler: CanvasRenderingContext2D | null | undefined;

/** Width of a text against its font size, in the font of the layer. */
function widthOf(text: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length;
  ruler.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue('--serif') || 'serif'}`;
  return ruler.measureText(text).width / 100;
}

/**
 * Sets a run of a page at its place and as wide as it is printed. Sizes are points times `--scale`, so that a zoom moves
 * no run.
 */
export function setRun(run: HTMLElement, item: FixedItem): void {
  const own = widthOf(run.textContent ?? '') * item.size;
  const stretch = own > 0 && item.width > 0 ? item.width / own : 1;
  run.style.left = `calc(${item.x.toFixed(2)}px * var(--scale))`;
  run.style.top = `calc(${(item.y - item.size * ASCENT).toFixed(2)}px * var(--scale))`;
  run.style.fontSize = `calc(${item.size.toFixed(2)}px * var(--scale))`;
  if (Math.abs(stretch - 1) > 0.004) run.style.transform = `scaleX(${stretch.toFixed(4)})`;
}
