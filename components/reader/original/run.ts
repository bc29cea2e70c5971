import type { FixedFamily, FixedItem } from '../../../lib/formats/types';
import { ASCENT } from '../../../lib/page/original/places';

let ruler: CanvasRenderingContext2D | null | undefined;

/** Fonts of the four faces as systems have them. */
export const FAMILIES: Readonly<Record<FixedFamily, string>> = {
  song: '"SimSun", "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", serif',
  hei: '"SimHei", "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  kai: '"KaiTi", "Kaiti SC", "STKaiti", "SimSun", "Noto Serif CJK SC", serif',
  fang: '"FangSong", "STFangsong", "SimSun", "Noto Serif CJK SC", serif',
};

/** Of a text against its font size: its width, and how far its base line lies below its upper edge. */
interface Measured {
  readonly width: number;
  readonly base: number;
}

function measure(text: string, font: string): Measured {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return { width: text.length, base: ASCENT };
  ruler.font = font;
  const { width, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText(text);
  // The line is as high as the font's size: what the font has more or less is shared out above and below.
  return { width: width / 100, base: 0.5 + (up - down) / 200 };
}

/**
 * Sets a run of a page at its place and as wide as it is printed. Sizes are points times `--scale`, so that a zoom moves
 * no run.
 */
export function setRun(run: HTMLElement, item: FixedItem): void {
  const family = FAMILIES[item.family ?? 'song'];
  const measured = measure(run.textContent ?? '', `${item.bold ? 'bold ' : ''}100px ${family}`);
  const own = measured.width * item.size;
  const stretch = own > 0 && item.width > 0 ? item.width / own : 1;
  run.style.left = `calc(${item.x.toFixed(2)}px * var(--scale))`;
  run.style.top = `calc(${(item.y - item.size * measured.base).toFixed(2)}px * var(--scale))`;
  run.style.fontSize = `calc(${item.size.toFixed(2)}px * var(--scale))`;
  if (item.family) run.style.fontFamily = family;
  if (item.bold) run.style.fontWeight = 'bold';
  if (item.colour) run.style.setProperty('--run-colour', item.colour);
  if (Math.abs(stretch - 1) > 0.004) run.style.transform = `scaleX(${stretch.toFixed(4)})`;
}
