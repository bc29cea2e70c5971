import { type Column, columnOf } from './columns';
import { type Cell, type Grid, textOf } from './grid';

/** A row with the cells of units that stand above it, and how sure that is. */
export interface LentRow {
  readonly row: readonly (Cell | null)[];
  readonly sure: number;
}

/** Where the group beside it is empty as well, both were one merged cell; else the cell may be left empty on purpose. */
const sure = { grouped: 0.85, alone: 0.7 };

/**
 * Rows whose cells of units are all empty below one with units: a merged cell that has lost its length, as it does on the clipboard and in
 * a table of commas. On a page, where merged cells are known to be so, an empty cell is empty, unless that of its group is as well.
 *
 * @param from first row of the body
 * @returns such rows by their index, with the units of the nearest row above that has some. Cost: linear in the table's places.
 */
export function lentUnits(grid: Grid, columns: readonly (Column | null)[], from: number): Map<number, LentRow> {
  const out = new Map<number, LentRow>();
  const roles = columns.flatMap((c, k) => (c?.kind === 'role' ? [k] : []));
  const group = columns.findIndex((c) => c?.kind === 'group');
  if (!roles.length || grid.rows.some((row) => row.some((cell) => cell && cell.rowSpan > 1))) return out;
  let above = null as readonly (Cell | null)[] | null;
  for (let r = from; r < grid.rows.length; r++) {
    const row = grid.rows[r]!;
    if (roles.some((k) => row[k])) {
      // A line that names a group spans the columns of units and is none of theirs; neither is a head that comes again.
      above = roles.some((k) => row[k]?.column === k && columnOf(textOf(row[k])) === null) ? row : null;
      continue;
    }
    const grouped = group >= 0 && !row[group];
    const own = columns.some((c, k) => (c?.kind === 'title' || c?.kind === 'text') && row[k]?.row === r);
    if (!above || !own || (!grouped && !grid.drawn)) continue;
    const units = above;
    out.set(r, {
      row: row.map((cell, k) => (roles.includes(k) ? (units[k] ?? null) : cell)),
      sure: grouped ? sure.grouped : sure.alone,
    });
  }
  return out;
}
