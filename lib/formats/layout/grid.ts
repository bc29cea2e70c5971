import type { FixedRule } from '../types';
import { cutPiece } from './gaps';
import { linesOf } from './lines';
import type { Grid, GridCell, Piece } from './types';

/** A straight rule: at `at`, from `from` to `to` along its direction. */
interface Stroke {
  at: number;
  from: number;
  to: number;
}

/** Rules this near, in points, are meant as one. */
const near = 2.5;
/** A page with more rules is a drawing. */
const mostRules = 6000;

/**
 * Tables, found from the rules drawn around their cells. A group of crossing rules with at least two boxes is one;
 * missing stretches of rule between boxes make cells that span.
 */
export function gridsOf(rules: readonly FixedRule[]): Grid[] {
  if (rules.length > mostRules) return [];
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const { x1, y1, x2, y2 } of rules) {
    if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > 4)
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > 4)
      down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
  return groups(joined(across), joined(down))
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.top - b.top);
}

/** Pieces of one rule, drawn cell by cell or twice, as one. */
function joined(strokes: Stroke[]): Stroke[] {
  strokes.sort((a, b) => a.at - b.at || a.from - b.from);
  const result: Stroke[] = [];
  for (const stroke of strokes) {
    let merged = false;
    for (let index = result.length - 1; index >= 0 && stroke.at - result[index]!.at < near; index--) {
      const other = result[index]!;
      if (stroke.from <= other.to + near && stroke.to >= other.from - near) {
        other.from = Math.min(other.from, stroke.from);
        other.to = Math.max(other.to, stroke.to);
        merged = true;
        break;
      }
    }
    if (!merged) result.push({ ...stroke });
  }
  return result;
}

interface Group {
  readonly across: Stroke[];
  readonly down: Stroke[];
}

/** Rules that cross or touch, directly or over others. */
function groups(across: readonly Stroke[], down: readonly Stroke[]): Group[] {
  const parent = new Map<Stroke, Stroke>();
  const find = (stroke: Stroke): Stroke => {
    let root = stroke;
    while (parent.has(root)) root = parent.get(root)!;
    return root;
  };
  for (const h of across)
    for (const v of down) {
      const cross =
        v.at >= h.from - near &&
        v.at <= h.to + near &&
        h.at >= v.from - near &&
        h.at <= v.to + near &&
        find(h) !== find(v);
      if (cross) parent.set(find(h), find(v));
    }
  const byRoot = new Map<Stroke, Group>();
  const groupOf = (stroke: Stroke) => {
    const root = find(stroke);
    const group = byRoot.get(root) ?? { across: [], down: [] };
    byRoot.set(root, group);
    return group;
  };
  for (const h of across) groupOf(h).across.push(h);
  for (const v of down) groupOf(v).down.push(v);
  return [...byRoot.values()].filter((group) => group.across.length >= 2 && group.down.length >= 1);
}

function gridOf({ across, down }: Group): Grid | null {
  const rows = clustered(across.map((h) => h.at));
  // Tables open at the sides end where their rules end.
  const columns = clustered([
    ...down.map((v) => v.at),
    Math.min(...across.map((h) => h.from)),
    Math.max(...across.map((h) => h.to)),
  ]);
  const rowCount = rows.length - 1;
  const columnCount = columns.length - 1;
  if (rowCount < 1 || columnCount < 1 || rowCount * columnCount < 2 || rowCount * columnCount > 20_000) return null;
  const wall = (strokes: readonly Stroke[], at: number, place: number) =>
    strokes.some((s) => Math.abs(s.at - at) < 2 * near && s.from - near <= place && s.to + near >= place);
  const taken = Array.from({ length: rowCount }, () => new Array<boolean>(columnCount).fill(false));
  const cells: GridCell[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (taken[row]![column]) continue;
      const middle = (rows[row]! + rows[row + 1]!) / 2;
      let right = column + 1;
      while (right < columnCount && !taken[row]![right] && !wall(down, columns[right]!, middle)) right++;
      const centre = (columns[column]! + columns[column + 1]!) / 2;
      let below = row + 1;
      while (below < rowCount && !taken[below]![column] && !wall(across, rows[below]!, centre)) below++;
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) taken[r]![c] = true;
      cells.push({
        row,
        column,
        rowSpan: below - row,
        columnSpan: right - column,
        x0: columns[column]!,
        x1: columns[right]!,
        lines: [],
      });
    }
  }
  if (cells.length < 2) return null;
  return { top: rows[0]!, bottom: rows[rowCount]!, columns, rows, cells };
}

function clustered(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (result.length === 0 || value - result[result.length - 1]! > 2 * near) result.push(value);
  return result;
}

/** Puts the pieces that stand in the cells of grids into them; the others come back, in `rest`, with all in `pieces`. */
export function fill(grids: readonly Grid[], pieces: readonly Piece[]): { rest: Piece[]; pieces: Piece[] } {
  const rest: Piece[] = [];
  const all: Piece[] = [];
  const inCell = new Map<GridCell, Piece[]>();
  for (const whole of pieces) {
    const y = whole.y - whole.size * 0.35;
    const grid = grids.find(
      (g) =>
        y > g.top &&
        y < g.bottom &&
        whole.x + whole.width > g.columns[0]! &&
        whole.x < g.columns[g.columns.length - 1]!,
    );
    for (const piece of grid ? cutAtWalls(grid, whole, y) : [whole]) {
      all.push(piece);
      const cell = grid && cellAt(grid, piece.x + Math.min(piece.width, piece.size) / 2, y);
      if (!cell) rest.push(piece);
      else if (inCell.has(cell)) inCell.get(cell)!.push(piece);
      else inCell.set(cell, [piece]);
    }
  }
  for (const [cell, own] of inCell) cell.lines = linesOf(own);
  return { rest, pieces: all };
}

/** Text of neighbouring cells can arrive as one run, where hardly any white parts them. */
function cutAtWalls(grid: Grid, piece: Piece, y: number): Piece[] {
  const walls = grid.columns.filter(
    (edge) =>
      edge > piece.x + piece.size / 2 &&
      edge < piece.x + piece.width - piece.size / 2 &&
      cellAt(grid, edge - 1, y) !== cellAt(grid, edge + 1, y),
  );
  return walls.reduceRight<Piece[]>((parts, wall) => [...cutPiece(parts[0]!, wall), ...parts.slice(1)], [piece]);
}

function cellAt(grid: Grid, x: number, y: number): GridCell | undefined {
  const row = grid.rows.findLastIndex((edge) => edge <= y);
  const column = grid.columns.findLastIndex((edge) => edge <= x);
  return grid.cells.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  );
}
