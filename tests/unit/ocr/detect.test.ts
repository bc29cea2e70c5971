import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAt, boxOf, hullsOf } from '../../../lib/ocr/boxes';
import { patchesOf } from '../../../lib/ocr/components';
import { around, hullOf, type Point, smallestAround } from '../../../lib/ocr/rectangle';

/** A map from a drawing: each sign a pixel, `#` sure, `+` half sure. */
function mapOf(rows: readonly string[]) {
  const width = rows[0]!.length;
  const data = Float32Array.from(rows.join(''), (sign) => (sign === '#' ? 0.9 : sign === '+' ? 0.4 : 0));
  return { data, dims: [1, 1, rows.length, width] };
}

describe('patches', () => {
  it('joins pixels over edges and corners, and knows each row of a patch', () => {
    const { data } = mapOf(['#..#.', '.#..#', '.....', '##...']);
    const found = patchesOf(data, 5, 4, 0.3);
    expect(found.map(({ top, pixels, edges }) => ({ top, pixels, edges }))).toEqual([
      { top: 0, pixels: 2, edges: [0, 0, 1, 1] },
      { top: 0, pixels: 2, edges: [3, 3, 4, 4] },
      { top: 3, pixels: 2, edges: [0, 1] },
    ]);
  });

  it('finds every pixel over the threshold once, however they lie', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }), (on) => {
        const found = patchesOf(Float32Array.from(on, Number), 8, 6, 0.5);
        expect(found.reduce((sum, { pixels }) => sum + pixels, 0)).toBe(on.filter(Boolean).length);
      }),
    );
  });

  it('takes one patch as large as a picture', () => {
    const [patch] = patchesOf(new Float32Array(1500 * 1000).fill(1), 1500, 1000, 0.5);
    expect(patch).toMatchObject({ top: 0, pixels: 1_500_000, mean: 1 });
  });
});

describe('rectangles', () => {
  const corners = (x: number, y: number, width: number, height: number, angle: number): Point[] =>
    [-1, 1].flatMap((i) =>
      [-1, 1].map((j): Point => {
        const [dx, dy] = [(i * width) / 2, (j * height) / 2];
        return [x + dx * Math.cos(angle) - dy * Math.sin(angle), y + dx * Math.sin(angle) + dy * Math.cos(angle)];
      }),
    );

  it('finds the smallest around points at any angle', () => {
    for (const angle of [0, 0.01, 0.1, -0.35, 0.7]) {
      const found = smallestAround([...corners(60, 40, 80, 10, angle), [60, 40], [61, 41]]);
      expect(found.x).toBeCloseTo(60);
      expect(found.y).toBeCloseTo(40);
      expect([found.width, found.height].map((side) => Math.round(side * 1000) / 1000)).toEqual([80, 10]);
      expect(found.angle).toBeCloseTo(angle);
    }
  });

  it('holds all points, whatever they are', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(points, (given) => {
        const box = smallestAround(given);
        const own = around(given, box.angle);
        expect(own.width).toBeLessThanOrEqual(box.width + 1e-6);
        expect(own.height).toBeLessThanOrEqual(box.height + 1e-6);
        expect(hullOf(given).length).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});

describe('boxes of lines', () => {
  it('grows what the network shrank, in pixels of the picture, and leaves specks and doubts out', () => {
    const line = `${'.'.repeat(5)}${'#'.repeat(40)}${'.'.repeat(5)}`;
    const rows = [...Array(6).fill('.'.repeat(50)), ...Array(6).fill(line), ...Array(4).fill('.'.repeat(50))];
    const speck = `${'.'.repeat(46)}##..`;
    const unsure = `${'+'.repeat(20)}${'.'.repeat(30)}`;
    const map = mapOf([...rows, speck, '.'.repeat(50), ...Array(5).fill(unsure)]);
    const hulls = hullsOf(map, { x: 2, y: 2 });
    expect(hulls).toHaveLength(1);
    const box = boxOf(hulls[0]!);
    // 80 by 12 pixels; area times 1.5 over the outline is 7.8 on each side.
    expect(box.width).toBeCloseTo(80 + 15.65, 1);
    expect(box.height).toBeCloseTo(12 + 15.65, 1);
    expect([box.x, box.y, box.angle]).toEqual([50, 18, 0]);
  });

  it('sets a line at the angle of its page unless it clearly has its own', () => {
    const leaning = (angle: number): Point[] =>
      [0, 200].flatMap((x) =>
        [0, 10].map((y): Point => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y]),
      );
    expect(boxAt(leaning(0.012), 0.01).angle).toBe(0.01);
    expect(boxAt(leaning(0.08), 0.01).angle).toBeCloseTo(0.08, 2);
  });
});
