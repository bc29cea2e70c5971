import { raisedAsRead } from '../../text/note-mark';
import type { Piece } from './types';

/** Pieces at one height, as far as that was seen from their base lines alone. */
export interface Row {
  y: number;
  size: number;
  pieces: Piece[];
}

/** Small against what it is raised from, in shares of its size: how high it is at most, and how far it stands out. */
const SMALL = 0.86;
const OUT = { least: 0.2, most: 0.65 };

/** Whether a piece is a small number raised right behind another piece. */
export const isPower = (piece: Piece, before: Piece): boolean =>
  /^[-−–]?\d{1,3}$/.test(piece.text) && standsAt(piece, before) && piece.y < before.y - OUT.least * before.size;

/** A number, or what else marks a note. */
const RAISABLE = /^(?:[-−–]?\d{1,3}|[[［〔(（]\d{1,3}[\]］〕)）]|[①-⑳*※]{1,3})$/;
/** More signs are no mark of a note. */
const LONGEST_MARK = 6;

/** Pieces of a row without marks of notes, which are raised behind a word and set small (县水务局[1]); powers and fractions stay. */
export function withoutMarks(pieces: readonly Piece[]): readonly Piece[] {
  const marks = new Set<Piece>();
  for (let at = 1; at < pieces.length; at++) {
    const [before, first] = [pieces[at - 1]!, pieces[at]!];
    if (!standsAt(first, before) || first.y >= before.y - OUT.least * before.size) continue;
    const mark = [first];
    let text = first.text;
    for (let next = pieces[at + 1]; next && isLike(next, mark.at(-1)!); next = pieces[at + mark.length]) {
      if (text.length > LONGEST_MARK) break;
      mark.push(next);
      text += next.text;
    }
    const behind = pieces[at + mark.length]?.text ?? '';
    if (text.length > LONGEST_MARK || /^[/⁄]/.test(behind) || raisedAsRead(text, before.text) !== '') continue;
    for (const piece of mark) marks.add(piece);
    at += mark.length - 1;
  }
  return marks.size === 0 ? pieces : pieces.filter((piece) => !marks.has(piece));
}

/** Goes on with a piece, at its height and in its size. */
const isLike = (piece: Piece, before: Piece): boolean =>
  Math.abs(piece.y - before.y) < 0.5 &&
  Math.abs(piece.size - before.size) < 0.5 &&
  Math.abs(piece.x - before.x - before.width) < 0.3 * piece.size;

/** Small, and right behind another piece, raised or lowered by less than a line. */
function standsAt(piece: Piece, before: Piece): boolean {
  const off = Math.abs(piece.y - before.y) / before.size;
  const gap = piece.x - before.x - before.width;
  return piece.size <= SMALL * before.size && off < OUT.most && Math.abs(gap) < 0.3 * before.size;
}

/**
 * Rows in which nothing stands but numbers raised from the row below (or lowered from the one above) join it: how far they
 * are raised differs from program to program.
 */
export function withRaised(all: readonly Row[]): readonly Row[] {
  const rows = all.some(({ pieces }) => pieces.every(isReading))
    ? all.filter((row, index) => !areReadings(row, all[index + 1]))
    : all;
  if (!rows.some((row, index) => isRaisedFrom(row, rows[index + 1]) || isRaisedFrom(row, rows[index - 1]))) return rows;
  const result: Row[] = [];
  let waiting: Piece[] = [];
  for (const [index, row] of rows.entries()) {
    const [above, below] = [result.at(-1), rows[index + 1]];
    if (isRaisedFrom(row, below)) for (const piece of row.pieces) waiting.push(piece);
    else if (waiting.length === 0 && isRaisedFrom(row, above)) above!.pieces.push(...row.pieces);
    else {
      result.push({ ...row, pieces: [...row.pieces, ...waiting] });
      waiting = [];
    }
  }
  return result;
}

function isRaisedFrom({ pieces, size }: Row, base: Row | undefined): boolean {
  if (!base || size > SMALL * base.size || pieces.length > 20) return false;
  return pieces.every((piece) => RAISABLE.test(piece.text) && base.pieces.some((own) => standsAt(piece, own)));
}

/** How a sign is read, in letters with their tones or in those of Taiwan's spelling. */
const READING = /^[a-zɡāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜü'’\u3105-\u312fˊˇˋ˙\s-]{1,40}$/i;
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u3105-\u312f]/i;
const isReading = ({ text }: Piece): boolean => READING.test(text);

/** Small readings above the signs of the next row: no line of the text. */
function areReadings({ pieces, size, y }: Row, base: Row | undefined): boolean {
  if (!base || size > 0.65 * base.size || base.y - y > 1.6 * base.size) return false;
  if (!pieces.every(isReading) || !pieces.some(({ text }) => TONE.test(text))) return false;
  return pieces.every(({ x, width }) =>
    base.pieces.some((own) => /\p{Script=Han}/u.test(own.text) && own.x < x + width && own.x + own.width > x),
  );
}
