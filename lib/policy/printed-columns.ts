import { Strand } from '../text/strand';

/** A piece of a line between two gaps, and where it is printed in the line. */
export interface Printed {
  readonly strand: Strand;
  /** Signs of Chinese print are two wide. */
  readonly start: number;
  readonly end: number;
}

/** So much white space before a line is looked at. */
const deepest = 400;
const tabStop = 8;
/** So far apart are the two signs of a name that is set wide. */
const widestName = 4;

/** Width of a sign behind `at` others. */
function widthOf(code: number, at: number): number {
  if (code === 9) return tabStop - (at % tabStop);
  return code >= 0x2e80 || code === 0x201c || code === 0x201d ? 2 : 1;
}

/** The pieces of a line as they stand side by side in `text`. Cost: linear in the line; the square of its pieces. */
export function printedPieces(strand: Strand, text: string): Printed[] {
  const first = strand.offset(0);
  let from = first;
  while (from > 0 && first - from < deepest && /[ \t\u3000\u00a0]/.test(text[from - 1]!)) from--;
  let at = 0;
  let index = from;
  const reach = (offset: number): number => {
    for (; index < offset; index++) at += widthOf(text.charCodeAt(index), at);
    return at;
  };
  const pieces = strand.pieces().map((piece) => {
    const span = piece.span();
    const start = reach(span.start);
    return { strand: piece, start, end: reach(span.end) };
  });
  return withNames(pieces);
}

/** 张　涛, 序　号: two single signs side by side are a word that is set wide. */
function withNames(pieces: readonly Printed[]): Printed[] {
  const isSign = (k: number): boolean => k in pieces && /^[\u4e00-\u9fff]$/.test(pieces[k]!.strand.text);
  const isNear = (k: number): boolean => pieces[k + 1]!.start - pieces[k]!.end <= widestName;
  const isFirst = (k: number): boolean => isSign(k) && isSign(k + 1) && !isSign(k - 1) && !isSign(k + 2) && isNear(k);
  return pieces.flatMap((piece, k) => {
    if (isFirst(k - 1)) return [];
    if (!isFirst(k)) return [piece];
    const next = pieces[k + 1]!;
    return [{ strand: Strand.join([piece.strand, next.strand]), start: piece.start, end: next.end }];
  });
}

/** Where the columns of a table begin and end, by its head. */
export interface Layout {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Lines that have a piece for each column stand below it: where a piece is printed says whose it is. */
  readonly trusted: boolean;
}

/** So far may a piece be printed from its heading: signs have not the same width in every fount. */
export const slack = 5;

/** How far a piece is printed from a column: nothing where it stands below its heading. */
export function distanceTo({ starts, ends }: Layout, column: number, { start, end }: Printed): number {
  return Math.min(Math.abs(start - starts[column]!), Math.abs(end - ends[column]!));
}

/** The layout that a head and the lines with as many pieces have. */
export function layoutOf(head: readonly Printed[], full: readonly (readonly Printed[])[]): Layout {
  const starts = head.map(({ start }, k) => middle([start, ...full.map((line) => line[k]!.start)]));
  const ends = head.map(({ end }, k) => middle([end, ...full.map((line) => line[k]!.end)]));
  let near = 0;
  let all = 0;
  for (const line of [head, ...full])
    for (const [k, { start, end }] of line.entries()) {
      if (k === 0) continue;
      all++;
      if (Math.abs(start - starts[k]!) <= slack || Math.abs(end - ends[k]!) <= 1) near++;
    }
  return { starts, ends, trusted: full.length > 0 && near * 4 >= all * 3 && isPadded([head, ...full]) };
}

/** White space that brings a piece below its heading is now wide, now narrow; where it only parts, it is the same everywhere. */
function isPadded(lines: readonly (readonly Printed[])[]): boolean {
  const gaps = lines.flatMap((line) => line.slice(1).map(({ start }, k) => start - line[k]!.end));
  return Math.max(...gaps) > Math.min(...gaps) + 1;
}

function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1]!;
}
