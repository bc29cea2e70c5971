import type { ReadRule, Rectangle } from './types';

/** A rule this near to a rectangle's end parts nothing in it, in heights of the rectangle. */
const END = 0.5;

/** A rectangle that reaches over the upright rules of a table, cut at them: each cell is a text of its own. */
export function cutAtWalls(box: Rectangle, rules: readonly ReadRule[]): Rectangle[] {
  const left = box.x - box.width / 2;
  const right = box.x + box.width / 2;
  const walls = wallsAt(box, rules)
    .filter((x) => x > left + END * box.height && x < right - END * box.height)
    .sort((a, b) => a - b)
    .filter((x, index, all) => index === 0 || x - all[index - 1]! > END * box.height);
  if (walls.length === 0) return [box];
  const edges = [left, ...walls, right];
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    // The rule itself belongs to neither side.
    const inset = 0.08 * box.height;
    const [x0, x1] = [index === 0 ? from : from + inset, index === edges.length - 2 ? to : to - inset];
    const x = (x0 + x1) / 2;
    return { ...box, x, width: x1 - x0, y: box.y + Math.tan(box.angle) * (x - box.x) };
  });
}

/** The places of upright rules at a rectangle's height. */
const wallsAt = (box: Rectangle, rules: readonly ReadRule[]): number[] =>
  rules
    .filter(({ x1, x2 }) => x1 === x2)
    .filter(({ y1, y2 }) => Math.min(y1, y2) < box.y - 0.3 * box.height && Math.max(y1, y2) > box.y + 0.3 * box.height)
    .map(({ x1 }) => x1);

/** How far a rectangle is stretched before and behind, in its heights: a number and its comma are lost together. */
const BEFORE = 2;
const BEHIND = 1;

/**
 * A rectangle made longer at both ends, up to half way to its neighbour or to a rule: the detector loses thin signs at the
 * ends of lines (一、), and white more or less does the reading no harm.
 */
export function stretched(box: Rectangle, all: readonly Rectangle[], rules: readonly ReadRule[]): Rectangle {
  const [left, right] = [box.x - box.width / 2, box.x + box.width / 2];
  let [before, after] = [left - BEFORE * box.height, right + BEHIND * box.height];
  for (const wall of wallsAt(box, rules)) {
    if (wall <= box.x) before = Math.max(before, Math.min(left, wall + 0.08 * box.height));
    else after = Math.min(after, Math.max(right, wall - 0.08 * box.height));
  }
  for (const other of all) {
    if (other === box || Math.abs(other.y - box.y) > (other.height + box.height) / 2.5) continue;
    const [otherLeft, otherRight] = [other.x - other.width / 2, other.x + other.width / 2];
    if (other.x < box.x) before = Math.max(before, Math.min(left, (left + otherRight) / 2));
    else after = Math.min(after, Math.max(right, (right + otherLeft) / 2));
  }
  const x = (before + after) / 2;
  return { ...box, x, width: after - before, y: box.y + Math.tan(box.angle) * (x - box.x) };
}
