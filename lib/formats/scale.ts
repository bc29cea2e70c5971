/** Dots an inch at which pages are drawn to be read: type of all usual sizes is large enough, and time small enough. */
const DOTS = 200;
/** Longest side of what is read, in pixels: photographs say that they are as large as walls. */
const LONGEST = 3200;

/** Pixels a point at which a page is drawn to be read. @param width In points. */
export const readingScale = (width: number, height: number): number =>
  Math.min(DOTS / 72, LONGEST / Math.max(1, width, height));
