import type { Doubt, ReadLine, ReadSign, Rectangle } from './types';

/** A line of which less than this was read surely is a scribble, a seal or a speck. */
const LEAST_SURE = 0.55;
/** White between the middles of two signs, in sizes of the type, at which a line is two. */
const APART = 2.6;

/** What was read in a rectangle. */
export interface ReadBox {
  readonly signs: readonly ReadSign[];
  /** Level, in pixels of the page. */
  readonly box: Rectangle;
  /** Shares of the rectangle's width at which its ink begins and ends. */
  readonly ink: readonly [number, number];
  /** The same for the line as it was found, before it was made longer; absent where it was not. */
  readonly core?: readonly [number, number];
}

/**
 * What was read in a rectangle as lines of text: one, or several where wide white stands inside.
 *
 * @param share As `typeShare` has it. @param sizes As `sizesOf` has them.
 */
export function linesOf(
  { signs, box, ink, core }: ReadBox,
  share = USUAL_SHARE,
  sizes: readonly number[] = [],
): ReadLine[] {
  const kept = dated(trimmed(signs.filter((sign) => isCredible(sign, box, core))));
  if (kept.length === 0 || mean(kept) < LEAST_SURE) return [];
  const size = pitchOf(kept, box) ?? nearest(share * box.height, sizes);
  const left = box.x - box.width / 2;
  const runs = runsOf(kept, (APART * size) / box.width);
  return runs.map((run, index): ReadLine => {
    const half = size / 2;
    const first = index === 0 ? left + ink[0] * box.width : left + run[0]!.at * box.width - half;
    const last = index === runs.length - 1 ? left + ink[1] * box.width : left + run.at(-1)!.at * box.width + half;
    // Wide brackets and stops fill one half of their place: the other is white, and no ink says so.
    const x0 = first - (OPENING.test(run[0]!.sign) && index === 0 ? 0.45 * size : 0);
    const x1 = last + (ENDING.test(run.at(-1)!.sign) && index === runs.length - 1 ? 0.45 * size : 0);
    const slope = Math.tan(box.angle) * ((x0 + x1) / 2 - box.x);
    return {
      text: run.map(({ sign }) => sign).join(''),
      x: x0,
      // Middle of the type to its base line.
      y: box.y + slope + 0.38 * size,
      width: Math.max(x1 - x0, size / 4),
      size,
      certainty: leastSure(run),
      ...doubtsOf(run),
    };
  });
}

/** Signs of a line that may be others, by their index in its text. */
function doubtsOf(run: readonly ReadSign[]): Pick<ReadLine, 'doubts'> {
  const doubts: Doubt[] = [];
  let at = 0;
  for (const { sign, others } of run) {
    if (others) doubts.push({ at, others });
    at += sign.length;
  }
  return doubts.length > 0 ? { doubts } : {};
}

const OPENING = /^[（《〈“‘〔【「]/;
const ENDING = /[）》〉”’〕】」，。、；：]$/;

/** In white that was added to a line, only what is read this surely is more than specks. */
const SURE_OUTSIDE = 0.93;

function isCredible({ at, certainty }: ReadSign, { width, height }: Rectangle, core: ReadBox['core']): boolean {
  if (!core || certainty >= SURE_OUTSIDE) return true;
  const near = (0.2 * height) / width;
  return at > core[0] - near && at < core[1] + near;
}

/** No line begins with them (GB/T 15834, 5.1.7): there they are specks. */
const NEVER_FIRST = /^[ ，。、；：！？·．,.;」』]$/;

function trimmed(signs: readonly ReadSign[]): ReadSign[] {
  const from = signs.findIndex(({ sign }) => !NEVER_FIRST.test(sign));
  const to = signs.findLastIndex(({ sign }) => sign !== ' ');
  return from < 0 ? [] : signs.slice(from, to + 1);
}

/** A date that stands alone, and some signs more. */
const DATED =
  /^ *(?:\d{4}|[〇○零一二三四五六七八九]{4}) *年 *[\d〇○一二三四五六七八九十]{1,3} *月 *[\d〇○一二三四五六七八九十]{1,3} *日(?<more>[^日]{1,3})$/u;
/** A sentence, a bracket or a span of time may go on behind a date: that is read surely, or it is a speck. */
const SURE_MORE = 0.8;
const SPECK = /^[ '’‘`´·.^"”“*]$/;

/** Behind the date of a signature stands nothing: what is seen there are specks and the strokes of a seal. */
function dated(signs: readonly ReadSign[]): readonly ReadSign[] {
  const more = DATED.exec(signs.map(({ sign }) => sign).join(''))?.groups?.more;
  if (!more) return signs;
  const from = signs.length - [...more].length;
  const isStray = ({ sign, certainty }: ReadSign) => certainty < SURE_MORE || SPECK.test(sign);
  return signs.slice(from).every(isStray) ? signs.slice(0, from) : signs;
}

const mean = (signs: readonly ReadSign[]): number =>
  signs.reduce((sum, { certainty }) => sum + certainty, 0) / Math.max(1, signs.length);

/** One wrong sign is enough to make a name another one: a line is as sure as the least sure quarter of it. */
function leastSure(signs: readonly ReadSign[]): number {
  const sorted = [...signs].sort((a, b) => a.certainty - b.certainty);
  return mean(sorted.slice(0, Math.max(1, Math.ceil(sorted.length / 4))));
}

/** Chinese signs stand a size apart; null where there are too few of them to say how far. */
function pitchOf(signs: readonly ReadSign[], box: Rectangle): number | null {
  const steps: number[] = [];
  for (let at = 1; at < signs.length; at++) {
    if (!HAN.test(signs[at]!.sign) || !HAN.test(signs[at - 1]!.sign)) continue;
    const step = (signs[at]!.at - signs[at - 1]!.at) * box.width;
    if (step > 0.6 * box.height && step < 1.25 * box.height) steps.push(step);
  }
  if (steps.length < 4) return null;
  const pitch = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.min(Math.max(pitch, 0.7 * box.height), 1.15 * box.height);
}

/** Of the height of a rectangle as the detector draws it, where no line of the page says more. */
const USUAL_SHARE = 0.86;

/** Sizes of the lines of a page that are long enough to say theirs. */
export const sizesOf = (read: readonly ReadBox[]): number[] =>
  read.flatMap(({ signs, box }) => pitchOf(signs, box) ?? []);

/** The last words of a paragraph are of its size: the page's usual one, where that may be, else the size guessed. */
function nearest(guess: number, sizes: readonly number[]): number {
  const usual = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
  return usual !== undefined && guess < 1.35 * usual && guess > usual / 1.35 ? usual : guess;
}

/** The share of their rectangles' height that the type of a page has: for lines too short to say their size. */
export function typeShare(read: readonly ReadBox[]): number {
  const shares = read.flatMap(({ signs, box }) => {
    const pitch = pitchOf(signs, box);
    return pitch === null ? [] : [pitch / box.height];
  });
  return shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? USUAL_SHARE;
}

const HAN = /\p{Script=Han}/u;

function runsOf(signs: readonly ReadSign[], apart: number): ReadSign[][] {
  const runs: ReadSign[][] = [];
  let before: ReadSign | null = null;
  for (const sign of signs) {
    if (sign.sign === ' ') {
      if (runs.length > 0) runs.at(-1)!.push(sign);
      continue;
    }
    if (!before || sign.at - before.at > apart) runs.push([sign]);
    else runs.at(-1)!.push(sign);
    before = sign;
  }
  return runs.map(trimmed).filter((run) => run.length > 0);
}

/** Type of nearly one size is of one size: what follows compares sizes and distances. */
export function evenSizes(lines: readonly ReadLine[]): ReadLine[] {
  const sorted = [...lines].sort((a, b) => a.size - b.size);
  const groups: ReadLine[][] = [];
  for (const line of sorted) {
    const group = groups.at(-1);
    if (group && line.size < 1.1 * group[0]!.size) group.push(line);
    else groups.push([line]);
  }
  const sizes = new Map<ReadLine, number>();
  for (const group of groups) {
    const ink = (line: ReadLine) => line.text.length;
    const total = group.reduce((sum, line) => sum + ink(line), 0);
    const size = group.reduce((sum, line) => sum + line.size * ink(line), 0) / Math.max(1, total);
    for (const line of group) sizes.set(line, size);
  }
  return lines.map((line) => {
    const size = sizes.get(line)!;
    return { ...line, size, y: line.y + 0.38 * (size - line.size) };
  });
}
