import { isOrganName } from '../names/organ';
import { markerOf } from '../text/numbering';
import { type Column, columnOf } from './columns';
import type { Cell, Grid } from './grid';

/** Fewer rows that name a unit are no division by units. */
const least = 2;

/** A table whose units stand in rows of their own, with a column of units made of them. */
export interface Grouped {
  readonly grid: Grid;
  readonly columns: readonly (Column | null)[];
  /** First row behind the head. */
  readonly from: number;
}

type Row = readonly (Cell | null)[];

/**
 * A table without a column of units whose rows stand under units (一、县财政局 over the whole width, its tasks below): the same with
 * the unit in a last column of every row. Null for any other table.
 */
export function groupedByUnits(grid: Grid): Grouped | null {
  const head = grid.rows.findIndex((row) => new Set(row).size > 1);
  const columns = head < 0 ? [] : grid.rows[head]!.map((cell) => columnOf(cell?.strand.text ?? ''));
  const divided = columns.some((c) => c?.kind === 'role' || c?.kind === 'unit');
  if (divided || !columns.some((c) => c?.kind === 'text' || c?.kind === 'title')) return null;
  const units = grid.rows.map(unitOf);
  if (units.filter(Boolean).length < least) return null;
  let unit: Cell | null = null;
  // Rows stay where they are, for cells know theirs; those that name a unit are empty.
  const rows = grid.rows.map((row, k): Row => {
    const named = units[k]!;
    unit = named ?? unit;
    return named ? [] : [...row, unit];
  });
  return {
    from: head + 1,
    grid: { ...grid, rows, width: grid.width + 1 },
    columns: [...columns, { kind: 'role', role: 'responsible', mixed: false, persons: false }],
  };
}

/** The unit that a row names and nothing else, without the number before it. */
function unitOf(row: Row): Cell | null {
  const cells = new Set(row.filter((cell) => cell?.strand.length));
  const [cell] = cells;
  if (cells.size !== 1 || !cell) return null;
  const strand = cell.strand.slice(markerOf(cell.strand.text)?.length ?? 0);
  // 交通（2个）统筹单位：县交通局 is a heading with a field.
  return isOrganName(strand.text) && !/[：:]/.test(strand.text) ? { ...cell, strand } : null;
}
