import { linesOf, wideGaps } from './lines';
import type { Line, Piece } from './types';

/** A gutter between two columns, and the share of the page's lines it must part. */
const fewestLines = 8;
const share = 0.6;

/**
 * The lines of a page in reading order. Where a gutter of white runs down the middle of most lines, with running text on
 * both sides, the page is set in two columns: left before right, parted by the lines that cross the gutter (headings).
 */
export function readingLines(pieces: readonly Piece[], width: number): Line[] {
  const whole = linesOf(pieces);
  if (whole.length < fewestLines) return whole;
  // Without gaps there is no gutter; most pages are done here.
  if (whole.filter((line) => wideGaps(line, 1.5) > 0).length < fewestLines) return whole;
  const parts = linesOf(pieces, 1.5);
  const gutter = gutterOf(parts, whole.length, width);
  if (gutter === null) return whole;
  const result: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const close = () => {
    result.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of parts) {
    if (line.x1 < gutter) left.push(line);
    else if (line.x0 > gutter) right.push(line);
    else {
      close();
      result.push(line);
    }
  }
  close();
  return result;
}

function gutterOf(parts: readonly Line[], lineCount: number, width: number): number | null {
  let best: { x: number; crossing: number } | null = null;
  for (let x = width * 0.35; x <= width * 0.65; x += 4) {
    const crossing = parts.filter((line) => line.x0 < x && line.x1 > x).length;
    if (!best || crossing < best.crossing) best = { x, crossing };
  }
  if (!best) return null;
  const { x } = best;
  const left = parts.filter((line) => line.x1 < x);
  const right = parts.filter((line) => line.x0 > x);
  const running = (side: readonly Line[]) =>
    side.length >= fewestLines && side.reduce((sum, line) => sum + line.text.length, 0) / side.length >= 9;
  if (!running(left) || !running(right)) return null;
  return Math.min(left.length, right.length) >= lineCount * share * 0.6 && best.crossing <= lineCount * (1 - share)
    ? x
    : null;
}
