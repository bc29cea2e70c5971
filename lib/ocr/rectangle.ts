import type { Patch } from './components';
import type { Rectangle } from './types';

export type Point = readonly [number, number];

/** The corners of a patch's rows, its outline as far as its hull goes. */
export function outline({ top, edges }: Patch): Point[] {
  const points: Point[] = [];
  for (let row = 0; row < edges.length / 2; row++) {
    points.push([edges[2 * row]!, top + row], [edges[2 * row]!, top + row + 1]);
    points.push([edges[2 * row + 1]! + 1, top + row], [edges[2 * row + 1]! + 1, top + row + 1]);
  }
  return points;
}

/** Convex hull, clockwise as y runs down (A. M. Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const cross = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/**
 * The smallest rectangle around points: one of its sides lies on a side of their hull (Freeman and Shapira, 1975). Its
 * angle is the one nearest to level, from -45° to 45°, whatever its sides.
 */
export function smallestAround(points: readonly Point[]): Rectangle {
  const hull = hullOf(points);
  let best: Rectangle | null = null;
  for (let at = 0; at < hull.length; at++) {
    const [x1, y1] = hull[at]!;
    const [x2, y2] = hull[(at + 1) % hull.length]!;
    if (x1 === x2 && y1 === y2) continue;
    const rectangle = around(hull, nearLevel(Math.atan2(y2 - y1, x2 - x1)));
    if (!best || rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  }
  return best ?? around(hull, 0);
}

/** An angle of one of the sides of the same rectangle, within 45° of level. */
function nearLevel(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - Math.round(angle / quarter) * quarter;
}

/** The rectangle at an angle around points. */
export function around(points: readonly Point[], angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    const along = x * cos + y * sin;
    const over = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, over);
    bottom = Math.max(bottom, over);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0, angle };
  const along = (left + right) / 2;
  const over = (top + bottom) / 2;
  return {
    x: along * cos - over * sin,
    y: along * sin + over * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
}
