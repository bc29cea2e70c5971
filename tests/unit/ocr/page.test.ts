import { describe, expect, it } from 'vitest';
import { leanOf, onPage, onPicture } from '../../../lib/ocr/lean';
import { levelGrey } from '../../../lib/ocr/level';
import { loneSigns } from '../../../lib/ocr/lone';
import { readPage } from '../../../lib/ocr/read-page';
import { rulesOf } from '../../../lib/ocr/rules';
import { withoutSeals } from '../../../lib/ocr/seal';
import { detectorInput, lineInput } from '../../../lib/ocr/tensors';
import { turned } from '../../../lib/ocr/turn';
import type { Networks, Raster, Tensor } from '../../../lib/ocr/types';
import { cutAtWalls, stretched } from '../../../lib/ocr/walls';

type Colour = readonly [number, number, number];
const BLACK: Colour = [0, 0, 0];

/** White paper with areas of colour on it: [x, y, width, height]. */
function paper(
  width: number,
  height: number,
  areas: readonly (readonly [number, number, number, number, Colour?])[] = [],
): Raster {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const [x0, y0, wide, high, colour = BLACK] of areas)
    for (let y = y0; y < y0 + high; y++) for (let x = x0; x < x0 + wide; x++) data.set(colour, 4 * (y * width + x));
  return { width, height, data };
}

const level = (raster: Raster) => ({ width: raster.width, height: raster.height, skew: 0 });

describe('a page that leans', () => {
  it('leans as most of its long lines do', () => {
    const line = (angle: number, width = 300) => ({ x: 0, y: 0, width, height: 20, angle });
    expect(leanOf([line(0.01), line(0.011), line(0.4, 130), line(0.009), line(-0.7, 40)])).toBe(0.01);
    expect(leanOf([])).toBe(0);
  });
  it('is set level about its middle, and back', () => {
    const page = { width: 200, height: 100, skew: 0.1 };
    expect(onPage(page, 100, 50)).toEqual([100, 50]);
    const [x, y] = onPage(page, ...onPicture(page, 30, 20));
    expect([x, y].map(Math.round)).toEqual([30, 20]);
    // What is level on the page falls on the picture, clockwise.
    expect(onPicture(page, 150, 50)[1]).toBeGreaterThan(50);
  });
});

describe('turning', () => {
  it('turns by quarters, clockwise', () => {
    const raster = paper(3, 2, [[0, 0, 1, 1]]);
    const black = ({ width, data }: Raster) => {
      const at = Array.from({ length: data.length / 4 }, (_, index) => index).find((index) => data[4 * index] === 0)!;
      return [at % width, Math.floor(at / width)];
    };
    expect([1, 2, 3].map((turn) => black(turned(raster, turn)))).toEqual([
      [1, 0],
      [2, 1],
      [0, 2],
    ]);
    expect(turned(raster, 1)).toMatchObject({ width: 2, height: 3 });
  });
});

describe('what the networks see', () => {
  it('is a picture with sides that can be halved five times, blue first', () => {
    const { input, scale } = detectorInput(paper(1000, 500, [[0, 0, 1000, 500, [255, 0, 0]]]));
    expect(input.dims).toEqual([1, 3, 480, 960]);
    expect(scale.x).toBeCloseTo(1000 / 960);
    const [blue, , red] = [0, 1, 2].map((channel) => input.data[channel * 480 * 960 + 1000]!);
    expect(blue).toBeCloseTo(-0.485 / 0.229, 2);
    expect(red).toBeCloseTo((1 - 0.406) / 0.225, 2);
  });
  it('is a line set level, white outside of the picture', () => {
    const raster = paper(100, 100, [[48, 0, 4, 100]]);
    const { data, dims } = lineInput(raster, { x: 50, y: 50, width: 100, height: 10, angle: Math.PI / 2 });
    expect(dims).toEqual([1, 3, 48, 480]);
    expect(data[24 * 480 + 240]).toBe(-1);
    expect(data[2 * 480 + 240]).toBe(1);
    const outside = lineInput(raster, { x: 500, y: 500, width: 48, height: 48, angle: 0 });
    expect(Math.min(...outside.data)).toBe(1);
  });
});

/** Two rows of two cells. */
const table = [
  [100, 100, 800, 2],
  [100, 160, 800, 2],
  [100, 220, 800, 2],
  [100, 100, 2, 122],
  [400, 100, 2, 122],
  [898, 100, 2, 122],
] as const;

describe('rules', () => {
  it('are those of a table: level ones, and upright ones that end on them', () => {
    const raster = paper(1000, 400, [...table, [600, 300, 3, 70], [150, 120, 6, 30]]);
    const rules = rulesOf(levelGrey(raster, level(raster), 1));
    expect(rules.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => Math.round(y1))).toEqual([101, 161, 221]);
    expect(rules.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => Math.round(x1))).toEqual([101, 401, 899]);
  });
  it('are no underline, no area, no stroke of large type', () => {
    const raster = paper(1000, 400, [
      [100, 50, 300, 2],
      [500, 100, 300, 90],
      [100, 200, 8, 90],
      [60, 240, 88, 8],
    ]);
    expect(rulesOf(levelGrey(raster, level(raster), 1))).toEqual([]);
  });
  it('part the texts of cells, and stop a line that is made longer', () => {
    const rules = [{ x1: 200, y1: 0, x2: 200, y2: 100 }];
    const box = { x: 200, y: 50, width: 300, height: 20, angle: 0 };
    const parts = cutAtWalls(box, rules);
    expect(parts.map(({ x, width }) => [Math.round(x - width / 2), Math.round(x + width / 2)])).toEqual([
      [50, 198],
      [202, 350],
    ]);
    expect(cutAtWalls({ ...box, y: 160 }, rules)).toHaveLength(1);
    const left = stretched(parts[0]!, parts, rules);
    expect(left.x + left.width / 2).toBeLessThanOrEqual(200);
    expect(left.x - left.width / 2).toBeCloseTo(50 - 40);
  });
});

describe('signs that stand alone', () => {
  it('are found in the cells of tables where no line was, and nowhere else', () => {
    const raster = paper(1000, 400, [
      ...table,
      [250, 124, 5, 16],
      [600, 126, 14, 12],
      [617, 126, 14, 12],
      [700, 300, 14, 14],
    ]);
    const grey = levelGrey(raster, level(raster), 1);
    const rules = rulesOf(grey);
    const line = { x: 250, y: 190, width: 200, height: 24, angle: 0 };
    const lone = loneSigns(grey, 1, [line], rules);
    expect(lone.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [253, 132],
      [616, 132],
    ]);
    expect(loneSigns(grey, 1, [line, { ...line, y: 132, width: 280 }], rules)).toHaveLength(1);
    expect(loneSigns(grey, 1, [line], [])).toEqual([]);
  });
});

describe('seals', () => {
  const RED: Colour = [220, 40, 40];
  it('come off, and black under them stays', () => {
    const raster = withoutSeals(
      paper(600, 800, [
        [300, 500, 120, 120, RED],
        [340, 540, 30, 10],
      ]),
    );
    expect([...raster.data.slice(4 * (510 * 600 + 310), 4 * (510 * 600 + 310) + 3)].every((value) => value > 240)).toBe(
      true,
    );
    expect(raster.data[4 * (545 * 600 + 350)]).toBe(0);
  });
  it('are no red heads, which are read', () => {
    const head = paper(600, 800, [[100, 60, 400, 50, RED]]);
    expect(withoutSeals(head)).toBe(head);
  });
});

describe('reading a page', () => {
  const tensor = (data: Float32Array, dims: number[]): Tensor => ({ data, dims });
  /** Networks that find one line and read the same on it. */
  const networks: Networks = {
    detect: async ({ dims }) => {
      const [height = 0, width = 0] = dims.slice(-2);
      const data = new Float32Array(height * width);
      for (let y = 100; y < 112; y++) for (let x = 100; x < 400; x++) data[y * width + x] = 1;
      return tensor(data, [1, 1, height, width]);
    },
    direct: async () => tensor(Float32Array.of(1, 0), [1, 2]),
    read: async () => tensor(Float32Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1), [1, 3, 3]),
  };
  const reader = { networks, alphabet: { signs: ['', '县', '局'] } };

  it('gives lines with places on the page upright and level', async () => {
    const page = await readPage(paper(960, 960, [[100, 102, 300, 8]]), reader);
    expect(page).toMatchObject({ turn: 0, skew: 0, width: 960, height: 960, rules: [] });
    expect(page.lines.map(({ text }) => text)).toEqual(['县', '局']);
  });
  it('turns a page that stands on its head', async () => {
    const over: Networks = { ...networks, direct: async () => tensor(Float32Array.of(0.1, 0.9), [1, 2]) };
    expect((await readPage(paper(960, 960), { ...reader, networks: over })).turn).toBe(2);
  });
  it('ends at the next line when it is told to', async () => {
    const stop = new AbortController();
    const asked = async (input: Tensor) => {
      stop.abort(new Error('enough'));
      return networks.read(input);
    };
    const boxes = readPage(
      paper(960, 960),
      { ...reader, networks: { ...networks, read: asked } },
      { signal: stop.signal },
    );
    // The line that was under way was the only one.
    await expect(boxes).resolves.toBeTruthy();
    await expect(readPage(paper(96, 96), reader, { signal: stop.signal })).rejects.toThrow('enough');
  });
});
