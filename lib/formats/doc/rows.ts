import type { HtmlCell } from '../markup';
import type { RowShape } from './paragraphs';

/** A row as it was read: the HTML of its cells, and its shape where the file says it. */
export interface DocRow {
  readonly cells: readonly string[];
  readonly shape: RowShape | null;
}

/** Edges this near, in twentieths of a point, are one. */
const near = 30;

interface Placed {
  readonly html: string;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
}

/** Rows with their spans. A row says where its cells' edges are; the edges of all rows together make the columns. */
export function spannedRows(rows: readonly DocRow[]): HtmlCell[][] {
  const isShaped = ({ shape, cells }: DocRow) => shape !== null && shape.cells.length === cells.length;
  const edges: number[] = [];
  for (const edge of rows.flatMap((row) => (isShaped(row) ? row.shape!.edges : [])).sort((a, b) => a - b))
    if (edges.length === 0 || edge - edges.at(-1)! > near) edges.push(edge);
  const columnAt = (edge: number) =>
    Math.max(
      0,
      edges.findLastIndex((known) => known <= edge + 1),
    );
  const spanning = new Map<number, Placed>();
  return rows.map((row) => {
    const { cells, shape } = row;
    // A row that does not say where its cells are has one in each column.
    if (!isShaped(row)) return cells.map((html) => ({ html, rowSpan: 1, columnSpan: 1 }));
    const placed: Placed[] = [];
    for (const [index, html] of cells.entries()) {
      const own = shape!.cells[index]!;
      const column = columnAt(shape!.edges[index]!);
      const columnSpan = Math.max(1, columnAt(shape!.edges[index + 1]!) - column);
      const above = spanning.get(column);
      const last = placed.at(-1);
      if (own.merged && last) placed[placed.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
      else if (own.below === 'goes on' && above) above.rowSpan++;
      else {
        const cell: Placed = { html, column, columnSpan, rowSpan: 1 };
        placed.push(cell);
        if (own.below === 'starts') spanning.set(column, cell);
        else spanning.delete(column);
      }
    }
    return placed;
  });
}
