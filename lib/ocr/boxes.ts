import { type Patch, patchesOf } from './components';
import { around, hullOf, outline, type Point, smallestAround } from './rectangle';
import type { Rectangle, Tensor } from './types';

/** As PP-OCR's detector was trained: over this a pixel is inside a line, and a line's mean must be over that. */
const PIXEL = 0.3;
const LINE = 0.55;
/** The network shrinks lines by this ratio of area to outline; they are grown back by it (Liao et al., 2020, "DB"). */
const GROW = 1.5;
/** Patches smaller than this on a side are specks, in pixels of the network. */
const LEAST = 3;
/** A line of its own angle leans by more than this against its page, in radians; a short one by more than that. */
const OWN_ANGLE = 0.01;
const OWN_ANGLE_SHORT = 0.2;

/** Pixels of the picture a pixel of the network's map. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** Outlines of the lines of text, in pixels of the picture. @param map [1, 1, height, width]. */
export function hullsOf({ data, dims }: Tensor, { x, y }: Scale): Point[][] {
  const [height = 0, width = 0] = dims.slice(-2);
  return patchesOf(data, width, height, PIXEL)
    .filter(isLine)
    .map((patch) => hullOf(outline(patch)).map(([px, py]): Point => [px * x, py * y]));
}

const isLine = ({ mean, pixels, edges }: Patch): boolean =>
  mean > LINE && pixels > LEAST * LEAST && edges.length / 2 >= LEAST;

/** The rectangle around an outline, at whatever angle it is smallest, grown to the line's type. */
export const boxOf = (hull: readonly Point[]): Rectangle => grown(smallestAround(hull));

/** The same on a page whose lines lean by an angle: its own angle only counts where it is clearly another one. */
export function boxAt(hull: readonly Point[], skew: number): Rectangle {
  const own = smallestAround(hull);
  const limit = own.width > 6 * own.height ? OWN_ANGLE : OWN_ANGLE_SHORT;
  return grown(Math.abs(own.angle - skew) < limit ? around(hull, skew) : own);
}

/** Each side moved outward by the same distance. */
function grown(box: Rectangle): Rectangle {
  const distance = (box.width * box.height * GROW) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
