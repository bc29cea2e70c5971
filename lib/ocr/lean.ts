import type { Rectangle } from './types';

/** A page's size, and how far what is level on it leans on its picture, in radians, clockwise. */
export interface Leaning {
  readonly width: number;
  readonly height: number;
  readonly skew: number;
}

/** The middle of the angles of long lines, each counted by its length. */
export function leanOf(boxes: readonly Rectangle[]): number {
  const long = boxes.filter(({ width, height }) => width > 6 * height).sort((a, b) => a.angle - b.angle);
  const half = long.reduce((sum, { width }) => sum + width, 0) / 2;
  let sum = 0;
  for (const { angle, width } of long) {
    sum += width;
    if (sum >= half) return angle;
  }
  return 0;
}

/** A point of the leaning picture on the page set level about its middle. */
export function onPage({ width, height, skew }: Leaning, x: number, y: number): [number, number] {
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)];
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [dx * cos + dy * sin + width / 2, dy * cos - dx * sin + height / 2];
}

/** And back. */
export function onPicture({ width, height, skew }: Leaning, x: number, y: number): [number, number] {
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)];
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [dx * cos - dy * sin + width / 2, dx * sin + dy * cos + height / 2];
}

/** A rectangle of the picture as it stands on the page; what leans otherwise than the page keeps that. */
export function boxOnPage(page: Leaning, box: Rectangle): Rectangle {
  const [x, y] = onPage(page, box.x, box.y);
  return { ...box, x, y, angle: box.angle - page.skew };
}

/** And back. */
export function boxOnPicture(page: Leaning, box: Rectangle): Rectangle {
  const [x, y] = onPicture(page, box.x, box.y);
  return { ...box, x, y, angle: box.angle + page.skew };
}
