import { boxAt, boxOf, hullsOf } from './boxes';
import { type Alphabet, decode } from './decode';
import { boxOnPage, boxOnPicture, type Leaning, leanOf } from './lean';
import { levelGrey } from './level';
import { evenSizes, linesOf, type ReadBox, sizesOf, typeShare } from './lines';
import { loneSigns } from './lone';
import { settled } from './punctuation';
import type { Point } from './rectangle';
import { rulesOf } from './rules';
import { withoutSeals } from './seal';
import { detectorInput, LINE_HEIGHT, lineInput, MOST_SIGNS } from './tensors';
import { turned, turnOf } from './turn';
import type { Networks, Raster, ReadPage, ReadRule, Rectangle, Tensor } from './types';
import { cutAtWalls, stretched } from './walls';

export interface Reader {
  readonly networks: Networks;
  readonly alphabet: Alphabet;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Fraction done, 0 to 1. */
  onProgress?(fraction: number): void;
}

/** Rules are looked for on a page so wide, in pixels: about 150 dots an inch on A4. */
const RULES_WIDTH = 1240;
/** Lines on a page: more are noise, a map or a picture. */
const MOST_LINES = 600;

/**
 * Reads the picture of a page. The time goes to the networks, line by line; an abort takes effect at the next one.
 *
 * @throws the reason of an abort.
 */
export async function readPage(
  picture: Raster,
  { networks, alphabet }: Reader,
  { signal, onProgress }: ReadOptions = {},
): Promise<ReadPage> {
  signal?.throwIfAborted();
  const clean = withoutSeals(picture);
  const first = await detected(clean, networks);
  const turn = await turnOf(clean, first.map(boxOf), networks);
  signal?.throwIfAborted();
  onProgress?.(0.2);
  // The detector is best at lines that run level.
  const raster = turned(clean, turn);
  const hulls = turn === 0 ? first : await detected(raster, networks);
  const { width, height } = raster;
  const page = { width, height, skew: leanOf(hulls.map(boxOf)) };
  const shrink = Math.max(1, width / RULES_WIDTH);
  const grey = levelGrey(raster, page, shrink);
  const rules = rulesOf(grey).map((rule): ReadRule => times(rule, shrink));
  const found = boxesOn(page, hulls, rules);
  const lone = loneSigns(
    grey,
    shrink,
    found.map(({ box }) => box),
    rules,
  );
  const boxes = [...found, ...lone.map((box): Found => ({ box }))];
  const read: ReadBox[] = [];
  for (const [index, { box, core }] of boxes.entries()) {
    signal?.throwIfAborted();
    const cut = lineInput(raster, boxOnPicture(page, box));
    read.push({ signs: settled(decode(await networks.read(cut), alphabet)), box, ink: inkOf(cut), core });
    onProgress?.(0.25 + (0.75 * (index + 1)) / boxes.length);
  }
  const share = typeShare(read);
  const sizes = sizesOf(read);
  return { ...page, turn, lines: evenSizes(read.flatMap((each) => linesOf(each, share, sizes))), rules };
}

async function detected(raster: Raster, { detect }: Networks): Promise<Point[][]> {
  const { input, scale } = detectorInput(raster);
  return hullsOf(await detect(input), scale).slice(0, MOST_LINES);
}

interface Found extends Pick<ReadBox, 'core'> {
  readonly box: Rectangle;
}

/** Rectangles of lines on the level page. What runs down an upright page (a side head, a binding) is not read. */
function boxesOn(page: Leaning, hulls: readonly Point[][], rules: readonly ReadRule[]): Found[] {
  const level = hulls
    .map((hull) => boxOnPage(page, boxAt(hull, page.skew)))
    .filter(({ width, height }) => height < 1.8 * width)
    .flatMap((box) => cutAtWalls(box, rules));
  return level.flatMap((line) => {
    const ends = [line.x - line.width / 2, line.x + line.width / 2];
    return cutLong(stretched(line, level, rules)).map((box) => {
      const share = (x: number) => (x - box.x + box.width / 2) / box.width;
      return { box, core: [share(ends[0]!), share(ends[1]!)] as const };
    });
  });
}

const times = ({ x1, y1, x2, y2 }: ReadRule, by: number): ReadRule => ({
  x1: x1 * by,
  y1: y1 * by,
  x2: x2 * by,
  y2: y2 * by,
});

/** Lines longer than the reading network takes, in equal parts. */
function cutLong(box: Rectangle): Rectangle[] {
  const parts = Math.ceil(box.width / (box.height * MOST_SIGNS));
  if (parts <= 1) return [box];
  const width = box.width / parts;
  return Array.from({ length: parts }, (_, part) => {
    const along = (part + 0.5) * width - box.width / 2;
    return { ...box, width, x: box.x + along * Math.cos(box.angle), y: box.y + along * Math.sin(box.angle) };
  });
}

/** Where a line's ink begins and ends, as shares of its width. */
function inkOf({ data, dims }: Tensor): [number, number] {
  const width = dims[3]!;
  const darkest = new Float32Array(width).fill(1);
  // The outermost rows may hold what is above and below.
  for (let row = 5; row < LINE_HEIGHT - 5; row++)
    for (let x = 0; x < width; x++) darkest[x] = Math.min(darkest[x]!, data[row * width + x]!);
  const edge = (Math.min(...darkest) + Math.max(...darkest)) / 2;
  const first = darkest.findIndex((value) => value < edge);
  const last = darkest.findLastIndex((value) => value < edge);
  return first < 0 ? [0, 1] : [first / width, (last + 1) / width];
}
