import { apply, compose, deltas, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import { quarterOf, type TurnedItem } from '../layout/turned';
import type { RawItem } from '../layout/types';
import { childrenOf, textOf, type XmlElement } from '../xml';
import { colourOf, isPale } from './colour';
import type { OfdFont } from './resources';

/**
 * The runs of text in a text object. Each code places its first character by X and Y and every further one by DeltaX and
 * DeltaY; where a step leaves the line or jumps, a new run begins.
 *
 * @param outer From the object's surroundings to the page, in millimetres.
 * @param font The object's; it says how the text looks, never what it is.
 */
export function textItems(object: XmlElement, outer: Matrix, font: OfdFont): TurnedItem[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const local = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
  // Signs below each other (a reading direction of 90) run down the page, whichever way each of them stands.
  const down = object.attributes.ReadDirection === '90';
  const turn = quarterOf(down ? Math.atan2(local[3], local[2]) : Math.atan2(local[1], local[0]));
  const size = Number.parseFloat(object.attributes.Size ?? '') || 3.5;
  const scale = Number.parseFloat(object.attributes.HScale ?? '') || 1;
  const items: RawItem[] = [];
  let x = 0;
  let y = 0;
  for (const code of childrenOf(object, 'TextCode')) {
    // A code without a place of its own goes on where the one before began.
    x = Number.parseFloat(code.attributes.X ?? '') || (code.attributes.X === undefined ? x : 0);
    y = Number.parseFloat(code.attributes.Y ?? '') || (code.attributes.Y === undefined ? y : 0);
    items.push(...codeItems(code, x, y, size, scale, local));
  }
  const look = lookOf(object, font);
  const placed = items.map((item) => ({ ...item, ...look, turn, font: object.attributes.Font ?? '' }));
  return down ? joinedDown(placed) : placed;
}

/** Signs below each other as one run. */
function joinedDown(items: readonly TurnedItem[]): TurnedItem[] {
  const [first] = items;
  if (!first) return [];
  const text = items.map((item) => item.text).join('');
  return [{ ...first, text, x: first.x - first.size * 0.1, y: first.y - first.size, width: first.size * items.length }];
}

function lookOf(object: XmlElement, { family, bold }: OfdFont): Pick<RawItem, 'colour' | 'family' | 'bold' | 'pale'> {
  const colour = colourOf(object, 'FillColor');
  const heavy = bold || Number.parseInt(object.attributes.Weight ?? '', 10) >= 600;
  return {
    ...(isPale(object) && { pale: true }),
    ...(colour && { colour }),
    ...(family !== 'song' && { family }),
    ...(heavy && { bold: true }),
  };
}

interface Run {
  text: string;
  readonly x: number;
  readonly y: number;
  end: number;
}

function codeItems(code: XmlElement, x: number, y: number, size: number, scale: number, local: Matrix): RawItem[] {
  const signs = [...textOf(code).replace(/[\r\n]+/g, '')];
  const across = deltas(code.attributes.DeltaX, signs.length);
  const down = deltas(code.attributes.DeltaY, signs.length);
  const runs: Run[] = [];
  let atX = x;
  let atY = y;
  for (const [index, sign] of signs.entries()) {
    const width = size * scale * (/[\u0020-\u024f]/.test(sign) ? 0.5 : 1);
    const run = runs[runs.length - 1];
    const near = run && Math.abs(atY - run.y) < size * 0.2 && atX >= run.end - size && atX - run.end < size * 1.2;
    if (near) {
      // A gap of half a character is a blank that was not written.
      if (atX - run.end > size * 0.9 && /\S$/.test(run.text) && /\S/.test(sign)) run.text += '  ';
      run.text += sign;
      run.end = atX + width;
    } else runs.push({ text: sign, x: atX, y: atY, end: atX + width });
    // Missing steps: the last one again, or the character's own width where there is none at all.
    const stepX = across[index] ?? across[across.length - 1];
    const stepY = down[index] ?? down[down.length - 1] ?? 0;
    atX += stepX ?? (stepY !== 0 ? 0 : width);
    atY += stepY;
  }
  const stretch = Math.hypot(local[0], local[1]);
  const height = Math.hypot(local[2], local[3]);
  return runs.map((run) => {
    const [pageX, pageY] = apply(local, run.x, run.y);
    return {
      text: run.text,
      x: pageX * POINTS,
      y: pageY * POINTS,
      width: (run.end - run.x) * stretch * POINTS,
      size: size * height * POINTS,
    };
  });
}
