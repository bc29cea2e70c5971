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

/** What a table is called: the first words above its head that stand alone in their row; null where there are none. */
export function titleAbove({ rows }: Grid, head: number): string | null {
  for (const cells of rows.slice(0, head)) {
    const said = new Set(cells.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean));
    const [title] = said;
    if (said.size === 1 && title && !/^附件?\s*[\d一二三四五六七八九十]*[：:]?$|[：:]/.test(title)) return title;
  }
  return null;
}
