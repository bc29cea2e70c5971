import { bareHeading, emptyCell, type Grid, type GridCell } from './grid';

/** What stands over each column in this row: its own words, else those of a merged cell that reaches here. */
export function headings(grid: Grid, row: number): string[] {
  const width = Math.max(0, ...grid.rows.slice(0, row + 1).map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => bareHeading(cellAt(grid, row, column).text));
}

/** A cell, or the first one of the merged cells it is part of. */
export function cellAt({ rows, merged }: Grid, row: number, column: number): GridCell {
  const area = merged.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  const cells = area ? rows[area.top] : rows[row];
  return cells?.[area ? area.left : column] ?? emptyCell;
}
