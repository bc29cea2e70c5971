import { asPower } from '../../text/powers';
import { AT_TYPED, afterBlank, areWords, hasTypedBlanks, widthOf } from './blanks';
import { advance, setIntoGaps } from './gaps';
import { isPower, type Row, withoutMarks, withRaised } from './raised';
import type { Line, Piece, RawItem } from './types';

/** Items with inner runs of blanks cut apart and blanks at the ends taken off; items of blanks only vanish. */
export function piecesOf(items: readonly RawItem[]): Piece[] {
  const pieces: Piece[] = [];
  // Whether a blank was printed behind the last piece, in its own item or as one of its own.
  let blank = false;
  for (const item of items) {
    const { text } = item;
    if (!/\s/.test(text)) {
      if (text !== '') pieces.push(afterBlank({ ...item, space: false }, blank ? pieces.at(-1) : undefined));
      blank = false;
      continue;
    }
    const unit = item.width / widthOf(text);
    const typed = hasTypedBlanks(item);
    let at = 0;
    let space = false;
    for (const part of text.split(typed ? AT_TYPED : AT_BLANKS)) {
      const length = widthOf(part) * unit;
      if (/\S/.test(part)) {
        const piece = { ...item, text: part, x: item.x + at, width: length, space };
        const before = pieces.at(-1);
        if (at > 0 && typed && before && areWords(before.text, part)) pieces.push({ ...piece, typed });
        else pieces.push(afterBlank(piece, blank || space ? before : undefined));
        blank = false;
      } else if (part !== '') blank = true;
      if (part !== '') space = !/\S/.test(part);
      at += length;
    }
  }
  return pieces;
}

const AT_BLANKS = /(^\s+|\s+$|\s{2,}|[\u3000]+)/;

/**
 * Pieces on lines, top to bottom. Pieces are on one line when their base lines differ by less than a good third of the
 * larger size, which takes in raised notes; where nothing but white stands between two pieces for `cut` times the size,
 * the line is cut in two.
 */
export function linesOf(pieces: readonly Piece[], cut = Number.POSITIVE_INFINITY): Line[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Row[] = [];
  for (const piece of sorted) {
    const row = rows[rows.length - 1];
    if (row && Math.abs(piece.y - row.y) < 0.4 * Math.max(piece.size, row.size)) {
      row.pieces.push(piece);
      if (piece.size > row.size) {
        row.size = piece.size;
        row.y = piece.y;
      }
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return withRaised(rows).flatMap((row) =>
    cutRow(setIntoGaps(withoutMarks(withoutDoubles(withoutTails(row.pieces.sort((a, b) => a.x - b.x))))), cut),
  );
}

/** How far apart overprints stand, in sizes of the type; digits that are set one by one step by a quarter and more. */
const HAIR = 0.08;

/** A run of more is no line of a paper. */
const MOST_RUN = 500;

/** More than this lie over each other nowhere. */
const MOST_OVER = 40;

/** Where each sign is printed twice before the next, runs begin with the sign that the one before ended with. */
function withoutTails(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    const over = next ? piece.x + piece.width - next.x : 0;
    if (!next || over <= 0) return [piece];
    const last = [...piece.text].at(-1)!;
    const wide = advance(last) * piece.size;
    if (over < 0.3 * wide || !next.text.startsWith(last) || Math.abs(over - wide) > HAIR * piece.size) return [piece];
    const text = piece.text.slice(0, -last.length).trimEnd();
    return text === '' ? [] : [{ ...piece, text, width: piece.width - over }];
  });
}

/** Some producers print a text twice, a hair apart, to make it look bold; of a longer run sometimes only a part. */
function withoutDoubles(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  const kept = new Set<Piece>();
  // Those that reach to where the next one begins: no other can hold it, and a hostile line has thousands of others.
  let near: Piece[] = [];
  for (const piece of pieces) {
    near = near.filter((other) => other.x + other.width > piece.x - piece.size).slice(-MOST_OVER);
    if (near.some((other) => isPrintedIn(piece, other))) continue;
    const again = near.findIndex((other) => isPrintedIn(other, piece));
    if (again >= 0) kept.delete(near.splice(again, 1)[0]!);
    kept.add(piece);
    near.push(piece);
  }
  return [...kept];
}

/** Whether the very same signs stand in another piece, at the very same place. */
function isPrintedIn(piece: Piece, other: Piece): boolean {
  const near = HAIR * piece.size;
  if (Math.abs(other.y - piece.y) >= near || Math.abs(other.size - piece.size) >= near) return false;
  if (other.text === piece.text) return Math.abs(other.x - piece.x) < near;
  if (other.text.length > MOST_RUN || !other.text.includes(piece.text)) return false;
  const lone = [...piece.text].length === 1;
  const unit = other.width / [...other.text].reduce((sum, sign) => sum + advance(sign), 0);
  let at = other.x;
  let from = 0;
  for (const sign of other.text) {
    // Where in a run a sign stands is known only about; a single one may as well be set into a gap beside its like.
    const off = from === 0 || lone ? near : 0.25 * piece.size;
    if (Math.abs(at - piece.x) < off && other.text.startsWith(piece.text, from)) return true;
    at += advance(sign) * unit;
    from += sign.length;
  }
  return false;
}

/** How many gaps inside a line are wider than `cut` times the size. */
export function wideGaps({ pieces }: Line, cut: number): number {
  let count = 0;
  for (let index = 1; index < pieces.length; index++) {
    const before = pieces[index - 1]!;
    if (pieces[index]!.x - (before.x + before.width) > cut * pieces[index]!.size) count++;
  }
  return count;
}

function cutRow(pieces: readonly Piece[], cut: number): Line[] {
  if (pieces.length === 1) return [lineOf(pieces)];
  const lines: Line[] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    const last = run[run.length - 1];
    if (last) {
      const gap = piece.x - (last.x + last.width);
      const heading = gap > 1.2 * piece.size && /[。；）)\]］]$/.test(last.text) && beginsItem.test(piece.text);
      if (gap > cut * piece.size || heading) {
        lines.push(lineOf(run));
        run = [];
      }
    }
    run.push(piece);
  }
  if (run.length > 0) lines.push(lineOf(run));
  return lines;
}

/** A number as items and headings of the genre begin with it. */
export const beginsItem =
  /^(?:[一二三四五六七八九十百]{1,4}[、．.]|第[一二三四五六七八九十百\d]{1,5}[章节条]|[（(][一二三四五六七八九十百\d]{1,4}[）)]|\d{1,3}(?:[、．﹒]|\.(?!\d))|[①-⑳㉑-㉟]|[a-h][)）、．]|[（(][a-h][)）])/;

export function lineOf(pieces: readonly Piece[]): Line {
  const first = pieces[0]!;
  if (pieces.length === 1)
    return { pieces, x0: first.x, x1: first.x + first.width, y: first.y, size: first.size, text: first.text };
  let size = 0;
  let weight = 0;
  for (const piece of pieces) {
    size += piece.size * piece.text.length;
    weight += piece.text.length;
  }
  return {
    pieces,
    x0: first.x,
    x1: pieces.reduce((x1, piece) => Math.max(x1, piece.x + piece.width), Number.NEGATIVE_INFINITY),
    y: pieces.reduce((y, piece) => Math.max(y, piece.y), first.y),
    size: size / weight,
    text: pieces.map((_, index) => gapBefore(pieces, index) + textAt(pieces, index)).join(''),
  };
}

const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014-\u2026“”‘’]/;

/**
 * The blank that stands before a piece of a line. Between words of letters a small gap is one; beside Chinese, setters
 * put thin gaps around numbers that nobody typed, so only a wide one counts.
 */
export function gapBefore(pieces: readonly Piece[], index: number): '' | ' ' {
  const piece = pieces[index]!;
  const last = pieces[index - 1];
  if (!last) return '';
  const gap = piece.x - (last.x + last.width);
  const chinese = cjk.test(last.text.slice(-1)) || cjk.test(piece.text.slice(0, 1));
  if (chinese && areWords(last.text, piece.text)) return piece.typed || gap > 0.6 * piece.size ? ' ' : '';
  if (chinese) return gap > 0.9 * piece.size ? ' ' : '';
  return piece.space || /\s$/.test(last.text) || gap > 0.22 * piece.size ? ' ' : '';
}

/** What a piece of a line says: a number that is raised behind a figure is its power. */
export function textAt(pieces: readonly Piece[], index: number): string {
  const { text } = pieces[index]!;
  const before = pieces[index - 1];
  return before && isPower(pieces[index]!, before) ? asPower(text, before.text) : text;
}

/** Single blanks inside a piece beside Chinese characters are gaps of the setting, too. */
export function tidy(text: string): string {
  if (!/\s/.test(text)) return text;
  return text.replace(/(\S)\s(?=(\S))/g, (all, before: string, after: string) =>
    cjk.test(before) || cjk.test(after) ? before : all,
  );
}
