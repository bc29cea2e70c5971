import { apply, type Matrix } from '../geometry';

/** Left, top, right and bottom, in points, y downwards. */
export type Box = readonly [number, number, number, number];

/**
 * What is drawn on a page beside its text. `ground`: something that white words are seen on; `cover`: a box that hides what was
 * drawn before it; `picture`: words may lie unseen below it or over it, as those that were read from it do.
 */
export interface Patch {
  /** How many signs were drawn before it. */
  readonly at: number;
  readonly kind: 'ground' | 'cover' | 'picture';
  readonly box: Box;
}

/** A stroke wider than this, in points, is a ground. */
const BROAD = 4;

const steps = [2, 2, 6, 4, 0];

/** The box around a path as pdf.js gives it, and whether the path is nothing but that box. */
export function pathBox(path: ArrayLike<number>, matrix: Matrix): { readonly box: Box; readonly isBox: boolean } {
  const points: [number, number][] = [];
  let curved = false;
  for (let index = 0; index < path.length; ) {
    const kind = path[index]!;
    const step = steps[kind];
    if (step === undefined) break;
    curved ||= kind === 2 || kind === 3;
    for (let at = index + 1; at < index + step; at += 2) points.push(apply(matrix, path[at]!, path[at + 1]!));
    index += step + 1;
  }
  const box = around(points);
  const onEdge = ([x, y]: [number, number]) =>
    (near(x, box[0]) || near(x, box[2])) && (near(y, box[1]) || near(y, box[3]));
  return { box, isBox: !curved && points.length >= 4 && points.length <= 5 && points.every(onEdge) };
}

const near = (one: number, other: number) => Math.abs(one - other) < 0.5;

export function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Where a picture lies: pdf.js draws it into the unit square. */
export const square = (matrix: Matrix): Box =>
  around([apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)]);

export const within = (one: Box, other: Box | null): Box =>
  other === null
    ? one
    : [Math.max(one[0], other[0]), Math.max(one[1], other[1]), Math.min(one[2], other[2]), Math.min(one[3], other[3])];

/** A broad stroke, as some programs draw the ground of a cell; null for a rule. */
export function strokeBox([left, top, right, bottom]: Box, width: number): Box | null {
  const half = width / 2;
  return width > BROAD ? [left - half, top - half, right + half, bottom + half] : null;
}

/** Whether words of which something is known are not seen, at their place and among what is drawn there. */
export function isUnseen(
  [x, y]: readonly [number, number],
  {
    from,
    to,
    white,
    ghost,
  }: { readonly from: number; readonly to: number; readonly white: boolean; readonly ghost: boolean },
  patches: readonly Patch[],
): boolean {
  const here = patches.filter(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
  if (here.some(({ kind, at }) => kind === 'cover' && at >= to)) return true;
  const onPicture = here.some(({ kind }) => kind === 'picture');
  if (ghost) return !onPicture;
  return white && !onPicture && !here.some(({ kind, at }) => kind === 'ground' && at <= from);
}
