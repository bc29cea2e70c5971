import type { FixedPage } from '../../../lib/formats/types';

/** Canvas pixels a page may have: 48 MB, with which eight pages in view stay below half a gigabyte. */
const MOST = 12_000_000;

/** Canvas pixels a point: sharp on this screen, unless the page would take too much memory. */
export function canvasScale(
  { width, height }: FixedPage,
  scale: number,
  ratio = globalThis.devicePixelRatio || 1,
): number {
  const wanted = scale * Math.min(ratio, 3);
  return Math.min(wanted, Math.sqrt(MOST / Math.max(1, width * height)));
}
