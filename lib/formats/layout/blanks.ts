import { advance } from './gaps';
import type { Piece, RawItem } from './types';

/**
 * Blanks that somebody typed between Chinese words (县水利局 县教育局). They part units as a comma does, so they are told from
 * gaps of the setting: a sign for them is in the file, they are as wide as a blank is in the narrowest fonts, and there are words on
 * both sides; signs that are spaced out one by one (通 知) are one word.
 */
const NARROWEST = 0.2;
/** Wider ones are gaps that signs of another font are set into. */
const WIDEST = 0.75;

const BETWEEN = /(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u;
/** Where an item that has such blanks is cut. */
export const AT_TYPED = /(^\s+|\s+$|\s{2,}|\u3000+|(?<=\p{Script=Han}{2}) (?=\p{Script=Han}{2}))/u;

/** Two words, each of two signs at the least. */
export const areWords = (left: string, right: string): boolean =>
  /\p{Script=Han}{2}$/u.test(left) && /^\p{Script=Han}{2}/u.test(right);

export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + advance(sign), 0);

/** Whether the blanks in a run are as wide as typed ones: what its signs leave of its width is theirs. */
export function hasTypedBlanks({ text, width, size }: RawItem): boolean {
  if (!BETWEEN.test(text)) return false;
  const blanks = text.match(/\s/g)?.length ?? 0;
  const ink = widthOf(text.replace(/\s/g, ''));
  const each = (width - ink * size) / blanks / size;
  return each >= NARROWEST && each <= WIDEST;
}

/** A piece, typed apart from the one before it where a blank stands in the file between them. */
export function afterBlank(piece: Piece, before: Piece | undefined): Piece {
  // Programs write blanks of their own between runs: only names, which are longer than words, tell that one was typed.
  if (!before || !/\p{Script=Han}{3}$/u.test(before.text) || !/^\p{Script=Han}{3}/u.test(piece.text)) return piece;
  if (Math.abs(before.y - piece.y) > 0.1 * piece.size) return piece;
  return piece.x - (before.x + before.width) < NARROWEST * piece.size ? piece : { ...piece, typed: true };
}
