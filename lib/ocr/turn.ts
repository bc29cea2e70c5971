import { LINE_HEIGHT, lineInput } from './tensors';
import type { Networks, Raster, Rectangle } from './types';

/** So many lines are asked which way they stand. */
const ASKED = 8;
/** Width of what the direction network looks at. */
const DIRECT_WIDTH = 4 * LINE_HEIGHT;

/**
 * Quarter turns, clockwise, that set a picture upright: by its lines, whether they run level or down the page, and by what
 * the direction network says of the longest, whether they stand on their heads.
 */
export async function turnOf(raster: Raster, boxes: readonly Rectangle[], { direct }: Networks): Promise<number> {
  const sideways = runDown(boxes);
  const longest = boxes
    .map((box) => (sideways ? readUpwards(box) : box))
    .sort((a, b) => b.width - a.width)
    .slice(0, ASKED);
  let upside = 0;
  for (const box of longest) {
    // The beginning of a line is enough, in its own shape.
    const [upright = 1, over = 0] = (await direct(lineInput(raster, startOf(box), DIRECT_WIDTH))).data;
    upside += over - upright;
  }
  // What reads upwards on the picture comes upright by one quarter turn clockwise.
  return (sideways ? 1 : 0) + (upside > 0 ? 2 : 0);
}

/** Whether most of what is printed stands in boxes that are higher than wide. */
function runDown(boxes: readonly Rectangle[]): boolean {
  let down = 0;
  for (const { width, height } of boxes) {
    if (width > 1.8 * height) down -= width;
    else if (height > 1.8 * width) down += height;
  }
  return down > 0;
}

/** The same rectangle, its width from its lower side to its upper. */
const readUpwards = ({ x, y, width, height, angle }: Rectangle): Rectangle => ({
  x,
  y,
  width: height,
  height: width,
  angle: angle - Math.PI / 2,
});

/** As much of a line's beginning as the direction network sees. */
function startOf(box: Rectangle): Rectangle {
  const width = Math.min(box.width, (box.height * DIRECT_WIDTH) / LINE_HEIGHT);
  const back = (box.width - width) / 2;
  return { ...box, width, x: box.x - back * Math.cos(box.angle), y: box.y - back * Math.sin(box.angle) };
}

/** A picture turned by quarters, clockwise. */
export function turned({ width, height, data }: Raster, turn: number): Raster {
  if (turn % 4 === 0) return { width, height, data };
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  const wide = turn % 2 === 1 ? height : width;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (turn === 1) to[x * wide + height - 1 - y] = from[at]!;
      else if (turn === 2) to[(height - 1 - y) * wide + width - 1 - x] = from[at]!;
      else to[(width - 1 - x) * wide + y] = from[at]!;
    }
  }
  return { width: wide, height: turn % 2 === 1 ? width : height, data: new Uint8ClampedArray(to.buffer) };
}
