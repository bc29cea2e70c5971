import type { FixedPage } from '../../../lib/formats/types';

/** Between pages, and above the first, in CSS pixels. */
export const GAP = 14;

/** Where pages stand under each other in their scroller, in CSS pixels. */
export interface Stack {
  readonly scale: number;
  /** Upper edge of each page, and one more: where the next would stand. */
  readonly tops: readonly number[];
}

/** @param scale CSS pixels a point. */
export function stackOf(pages: readonly Pick<FixedPage, 'height'>[], scale: number, gap = GAP): Stack {
  const tops = [gap];
  for (const { height } of pages) tops.push(tops[tops.length - 1]! + Math.round(height * scale) + gap);
  return { scale, tops };
}

/** The page at a height of the stack; the gap above a page belongs to the one before. */
export function pageAt({ tops }: Stack, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle]! <= y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** `width`: as wide as there is room; a number: times the size on paper. */
export type Zoom = 'width' | number;

/** CSS pixels a point at the size on paper. */
export const PAPER = 96 / 72;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next step of zoom up or down from what is seen. */
export function zoomStep(seen: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? STEPS.find((step) => step > seen + 0.01) : [...STEPS].reverse().find((step) => step < seen - 0.01);
  return next ?? (direction > 0 ? STEPS[STEPS.length - 1]! : STEPS[0]!);
}

/** Pages of a turned or odd size must not make all others small: the usual width decides. */
export function usualWidth(pages: readonly Pick<FixedPage, 'width'>[]): number {
  const counts = new Map<number, number>();
  for (const { width } of pages) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  let best = 595;
  let most = 0;
  for (const [width, count] of counts) if (count > most) [best, most] = [width, count];
  return Math.max(1, best);
}

/** CSS pixels a point; `room`: width of the scroller inside, in CSS pixels. */
export function scaleOf(zoom: Zoom, pages: readonly Pick<FixedPage, 'width'>[], room: number): number {
  if (zoom !== 'width') return zoom * PAPER;
  return Math.min(Math.max((room - 2 * GAP) / usualWidth(pages), 0.2), 4);
}
