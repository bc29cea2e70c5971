import { type ColumnShape, columnOf, sameShape } from './columns';
import type { Line } from './types';

/** The edges text is set between, in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** Size most of the text is set in. */
  readonly size: number;
}

interface PageLines {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly columns: ColumnShape | null;
}

/**
 * The margins that each line of each page is set between. A page of short lines (a list, the last page) tells little of
 * them: there those hold that the document's full pages of the same width have. Columns have margins of their own, the
 * same on all pages that are set in them.
 */
export function pageMargins(pages: readonly PageLines[]): ((line: Line) => Margins)[] {
  const whole = wholeMargins(pages);
  return pages.map(({ columns }, index) => {
    const page = whole[index]!;
    if (!columns) return () => page;
    const alike = pages.filter((other) => other.columns && sameShape(other.columns, columns));
    const at = (line: Line) => columnOf(line, columns);
    const sides = columns.edges.map((_, side) =>
      marginsOf(alike.flatMap(({ lines }) => lines.filter((line) => at(line) === side))),
    );
    return (line) => sides[at(line) ?? -1] ?? page;
  });
}

function wholeMargins(pages: readonly PageLines[]): Margins[] {
  const own = pages.map(({ lines, width }) => plausible(marginsOf(lines), lines, width));
  const fullest = new Map<number, number>();
  const key = (index: number) => Math.round(pages[index]!.width / 10);
  for (const [index, margins] of own.entries())
    if (margins) fullest.set(key(index), Math.max(fullest.get(key(index)) ?? 0, margins.right - margins.left));
  const isFull = (index: number) => {
    const margins = own[index];
    return margins ? margins.right - margins.left > 0.93 * fullest.get(key(index))! : false;
  };
  return own.map((margins, index) => {
    if (!margins) return { left: 0, right: pages[index]!.width, size: 12 };
    if (isFull(index)) return margins;
    const full = own.filter((other, place): other is Margins => isFull(place) && key(place) === key(index) && !!other);
    const middle = (side: 'left' | 'right' | 'size') =>
      quantile(
        full.map((other) => other[side]),
        0.5,
      );
    return {
      left: Math.min(margins.left, middle('left')),
      right: Math.max(margins.right, middle('right')),
      size: middle('size'),
    };
  });
}

/**
 * A page of few short lines has none that is full: its right margin is then as wide as its left one, unless lines end
 * together further left.
 */
function plausible(margins: Margins | null, lines: readonly Line[], width: number): Margins | null {
  if (!margins) return null;
  const symmetric = width - margins.left;
  if (symmetric - margins.right < 0.18 * width) return margins;
  const ending = lines.filter(({ x1, size }) => x1 > margins.right - size).length;
  return ending < Math.max(3, lines.length * 0.3) ? { ...margins, right: symmetric } : margins;
}

/** Fewer full lines do not tell where lines begin. */
const FEWEST = 3;

/** Left and right edge of the text of a page: where most full lines begin, and how far they reach. */
function marginsOf(lines: readonly Line[]): Margins | null {
  if (lines.length === 0) return null;
  const right = quantile(
    lines.map((line) => line.x1),
    0.9,
  );
  const long = lines.filter((line) => line.x1 > right - 3 * line.size);
  // One long line may be a centred title; the others tell where lines begin.
  const telling = long.length < FEWEST ? lines : long;
  const counts = new Map<number, number>();
  for (const line of telling) {
    const place = Math.round(line.x0 / 3);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  // Of the places where full lines begin, the leftmost that is no exception.
  const common = [...counts].filter(([, count]) => count >= Math.max(1, telling.length * 0.15)).map(([place]) => place);
  const left = common.length > 0 ? Math.min(...common) * 3 : Math.min(...lines.map((line) => line.x0));
  const size = quantile(
    lines.map((line) => line.size),
    0.5,
  );
  return { left, right, size };
}

/** The value that a share of the values does not exceed; sorts its input. */
export function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}
