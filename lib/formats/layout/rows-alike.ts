import type { Line } from './types';

/** White this wide, in sizes of the type, parts two cells of a line. */
const GAP = 0.6;
/** How far the places of two cells of one column may differ, in sizes of the type. */
const OFF = 0.6;
/** Fewer cells on a line are a label and its value, or two who sign. */
const FEWEST = 3;
/** Fewer lines are no table. */
const ROWS = 3;

/** A number, and nothing else on its line. */
const ALONE = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/;

interface Cell {
  readonly x0: number;
  readonly x1: number;
}

function cellsOf({ pieces }: Line): Cell[] {
  const cells: { x0: number; x1: number }[] = [];
  for (const { x, width, size } of pieces) {
    const last = cells.at(-1);
    if (last && x - last.x1 <= GAP * size) last.x1 = Math.max(last.x1, x + width);
    else cells.push({ x0: x, x1: x + width });
  }
  return cells;
}

/**
 * Two lines that are rows of one table, as far as a table without rules shows: cells apart from each other, below each other. Such
 * lines are never joined to a paragraph, for that would mix the cells of both.
 */
export function rowsAlike(one: Line, other: Line): boolean {
  if (one.pieces.length < FEWEST) return false;
  const a = cellsOf(one);
  if (a.length < FEWEST) return false;
  // In the middle of a row's lines.
  if (ALONE.test(other.text)) return true;
  const b = other.pieces.length < FEWEST ? [] : cellsOf(other);
  if (b.length < FEWEST) return false;
  const off = OFF * Math.max(one.size, other.size);
  const below = a.filter((cell) =>
    b.some((each) => Math.abs(cell.x0 - each.x0) < off || Math.abs(cell.x0 + cell.x1 - each.x0 - each.x1) < 2 * off),
  );
  return below.length >= FEWEST;
}

/** How many tables stand among lines that were read as text, row below row. */
export function tablesAmong(lines: readonly Line[]): number {
  let tables = 0;
  let rows = 1;
  for (let at = 1; at <= lines.length; at++) {
    const line = lines[at];
    if (line && (rowsAlike(lines[at - 1]!, line) || rowsAlike(line, lines[at - 1]!))) rows++;
    else {
      if (rows >= ROWS) tables++;
      rows = 1;
    }
  }
  return tables;
}
