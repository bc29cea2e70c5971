import type { Grid, GridCell } from './types';

/** A part of the flow that is no table passes through. */
type WithTable = { readonly table: readonly Grid[] };

/**
 * Tables that a page break cut, put together: one follows the other with nothing between and has the same columns. A
 * header row that is printed again is left out, and a row that broke off inside goes on in the row before.
 */
export function joinTables<T extends object>(parts: readonly (T | WithTable)[]): (T | WithTable)[] {
  const result: (T | WithTable)[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (isTable(part) && last && isTable(last) && sameColumns(last.table[0]!, part.table[0]!)) {
      const next = continued(last.table, part.table[0]!);
      result[result.length - 1] = { table: [...last.table, ...(next ? [next] : [])] };
    } else result.push(part);
  }
  return result;
}

const isTable = (part: object): part is WithTable => 'table' in part;

function sameColumns(a: Grid, b: Grid): boolean {
  return (
    a.columns.length === b.columns.length && a.columns.every((edge, index) => Math.abs(edge - b.columns[index]!) < 4)
  );
}

const textOf = (cell: GridCell | undefined) => cell?.lines.map((line) => line.text).join('') ?? '';
const rowOf = (grid: Grid, row: number) => grid.cells.filter((cell) => cell.row === row);

/** The grid of the next page without what the table before it holds already; null when nothing is left. */
function continued(before: readonly Grid[], next: Grid): Grid | null {
  let rest: Grid | null = next;
  const header = rowOf(before[0]!, 0).map(textOf).join('|');
  if (rest && header.replace(/\|/g, '') !== '' && rowOf(rest, 0).map(textOf).join('|') === header) rest = without(rest);
  if (!rest) return null;
  const last = before[before.length - 1]!;
  const lastRow = last.rows.length - 2;
  const cells = rowOf(rest, 0);
  const above = cells.map((cell) =>
    last.cells.find((other) => other.column === cell.column && other.row + other.rowSpan - 1 === lastRow),
  );
  const key = cells.findIndex((cell, index) => textOf(cell) === '' && textOf(above[index]) !== '');
  if (key < 0 || cells.some((cell) => cell.rowSpan > 1 && textOf(cell) !== '')) return rest;
  const runsOn = cells.some((cell, index) => textOf(cell) !== '' && /[^。；：）)]$/.test(textOf(above[index])));
  if (!runsOn && cells.length > 1 && cells.filter((cell) => textOf(cell) !== '').length > 1) return rest;
  for (const [index, cell] of cells.entries()) above[index]?.lines.push(...cell.lines);
  return without(rest);
}

/** The grid without its first row; a cell that spans down from there begins in the second. */
function without(grid: Grid): Grid | null {
  if (grid.rows.length <= 2) return null;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.row > 0) return [{ ...cell, row: cell.row - 1 }];
    return cell.rowSpan > 1 ? [{ ...cell, rowSpan: cell.rowSpan - 1, lines: [] }] : [];
  });
  return { ...grid, rows: grid.rows.slice(1), cells };
}
