import type { Piece } from './types';

/** Width of a character against the font size, near enough to place a cut inside an item. */
export const advance = (sign: string) => (/[\u0020-\u024f]/.test(sign) ? 0.5 : 1);

/** A piece in two where its characters reach `x`; in one when all of them are on one side. */
export function cutPiece(piece: Piece, x: number): Piece[] {
  const signs = [...piece.text];
  const unit = piece.width / signs.reduce((sum, sign) => sum + advance(sign), 0);
  let at = piece.x;
  const index = signs.findIndex((sign) => {
    const middle = at + (advance(sign) * unit) / 2;
    at += advance(sign) * unit;
    return middle > x;
  });
  if (index <= 0) return [piece];
  const left = signs.slice(0, index).join('');
  const width = [...left].reduce((sum, sign) => sum + advance(sign), 0) * unit;
  const right = signs.slice(index).join('');
  return [
    { ...piece, text: left.trimEnd(), width },
    { ...piece, text: right.trimStart(), x: piece.x + width, width: piece.width - width, space: true },
  ].filter(({ text }) => text !== '');
}

/** A line of more is no line of a paper, and each piece is looked for among all others. */
const MOST_PIECES = 1000;

/**
 * Pieces of a line in the order in which they are read. Signs of another font (quotes, letters, digits) are drawn into the
 * gaps of a run that comes as one piece: a small piece that stands inside another's extent belongs where the gap is, so the
 * other is cut there.
 *
 * @param pieces of one line, by their left edges
 */
export function setIntoGaps(pieces: readonly Piece[]): readonly Piece[] {
  // A look at each neighbour tells that most lines have no such piece.
  let end = Number.NEGATIVE_INFINITY;
  const inside = pieces.some((piece) => {
    const yes = piece.x + piece.width / 2 < end;
    end = Math.max(end, piece.x + piece.width - 0.3 * piece.size);
    return yes;
  });
  if (!inside || pieces.length > MOST_PIECES) return pieces;
  let result = [...pieces];
  for (const piece of pieces) {
    const host = result.find((other) => other !== piece && holds(other, piece));
    if (!host) continue;
    const parts = cutAtGap(host, piece);
    if (parts.length === 2) result = result.flatMap((other) => (other === host ? parts : [other]));
  }
  return result.sort((a, b) => a.x - b.x);
}

/** A run long enough to be made of signs that leave room, and the piece well inside it. */
const holds = (host: Piece, piece: Piece): boolean =>
  [...host.text].length > 1 &&
  host.width > 1.5 * piece.width &&
  piece.x > host.x + 0.3 * host.size &&
  piece.x + piece.width < host.x + host.width - 0.3 * host.size;

/** The host in two at the blank nearest to the piece; where no blank is near, between the signs it stands at. */
function cutAtGap(host: Piece, piece: Piece): Piece[] {
  const signs = [...host.text];
  const blanks = signs.filter((sign) => /\s/.test(sign)).length;
  const ink = signs.reduce((sum, sign) => sum + (/\s/.test(sign) ? 0 : advance(sign)), 0);
  // Blanks share what the signs leave: they stand for gaps of any width.
  const blank = blanks > 0 ? Math.max(0, host.width - ink * host.size) / blanks : 0;
  const unit = blank > 0 ? host.size : host.width / Math.max(1, ink + 0.5 * blanks);
  const middle = piece.x + piece.width / 2;
  let at = host.x;
  let best: { index: number; off: number } | null = null;
  for (const [index, sign] of signs.entries()) {
    const width = /\s/.test(sign) ? blank || 0.5 * unit : advance(sign) * unit;
    const off = Math.abs(at + width / 2 - middle);
    if (/\s/.test(sign) && (!best || off < best.off)) best = { index, off };
    at += width;
  }
  if (!best || best.off > 1.5 * host.size) return cutPiece(host, middle);
  const [left, right] = [signs.slice(0, best.index).join(''), signs.slice(best.index + 1).join('')];
  return [
    { ...host, text: left, width: piece.x - host.x },
    {
      ...host,
      text: right,
      x: piece.x + piece.width,
      width: host.x + host.width - piece.x - piece.width,
      space: false,
    },
  ].filter(({ text }) => text !== '');
}
