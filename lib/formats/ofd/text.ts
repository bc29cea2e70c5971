import { apply, compose, deltas, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import { quarterOf, type TurnedItem } from '../layout/turned';
import type { RawItem } from '../layout/types';
import { signsOf } from '../symbols';
import { childrenOf, textOf, type XmlElement } from '../xml';
import { colourOf, isPale } from './colour';
import type { OfdFont } from './resources';

/**
 * The runs of text in a text object. Each code places its first character by X and Y and every further one by DeltaX and
 * DeltaY; where a step leaves the line or jumps, a new run begins.
 *
 * @param outer From the object's surroundings to the page, in millimetres.
 * @param font The object's; it says how the text looks and, where its letters are signs, what is seen.
 */
export function textItems(object: XmlElement, outer: Matrix, font: OfdFont): TurnedItem[] {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const local = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
  // Signs below each other run down the page, whichever way each of them stands; so do others up it or back along it.
  const along = alongOf(object);
  const axis: readonly [number, number] = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }[along] as [
    number,
    number,
  ];
  const turn = quarterOf(Math.atan2(local[1] * axis[0] + local[3] * axis[1], local[0] * axis[0] + local[2] * axis[1]));
  const size = Number.parseFloat(object.attributes.Size ?? '') || 3.5;
  const scale = Number.parseFloat(object.attributes.HScale ?? '') || 1;
  const items: RawItem[] = [];
  let x = 0;
  let y = 0;
  for (const code of childrenOf(object, 'TextCode')) {
    // A code without a place of its own goes on where the one before began.
    x = Number.parseFloat(code.attributes.X ?? '') || (code.attributes.X === undefined ? x : 0);
    y = Number.parseFloat(code.attributes.Y ?? '') || (code.attributes.Y === undefined ? y : 0);
    for (const item of codeItems(code, x, y, size, scale, local)) items.push(item);
  }
  const look = lookOf(object, font);
  const { signs } = font;
  const seen = (text: string) => (signs ? signsOf(text, signs) || '•' : text);
  const placed = items.map((item) => ({
    ...item,
    ...look,
    text: seen(item.text),
    turn,
    font: object.attributes.Font ?? '',
  }));
  return along === 0 ? placed : joined(placed, along);
}

/** The way the signs of an object run: as it says (GB/T 33190, 11.3), or as its steps lead straight down. */
function alongOf(object: XmlElement): 0 | 90 | 180 | 270 {
  const said = Number(object.attributes.ReadDirection ?? 0);
  const turned = Number(object.attributes.CharDirection ?? 0);
  if (said === 90) return 90;
  // Back along the line signs that stand upright are a plate that is read from the right; only turned ones are a line.
  if ((said === 180 || said === 270) && turned === said) return said;
  const codes = childrenOf(object, 'TextCode');
  const down =
    codes.length > 0 && codes.every(({ attributes }) => attributes.DeltaY && !/[1-9]/.test(attributes.DeltaX ?? ''));
  return down &&
    codes.every((code) => deltas(code.attributes.DeltaY, [...textOf(code)].length).every((step) => step > 0))
    ? 90
    : 0;
}

/** Signs that do not stand side by side as one run; its base line lies at their side. */
function joined(items: readonly TurnedItem[], along: 90 | 180 | 270): TurnedItem[] {
  const [first] = items;
  if (!first) return [];
  const { size } = first;
  const [x, y] =
    along === 90
      ? [first.x - size * 0.1, first.y - size]
      : along === 270
        ? [first.x + size * 0.9, first.y]
        : [first.x + size, first.y - size * 0.8];
  return [{ ...first, text: items.map((item) => item.text).join(''), x, y, width: size * items.length }];
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
