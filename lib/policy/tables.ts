import { beginsWithLevel, isOrgan } from '../names/organ';
import { columnOf } from './columns';
import { isHandedOver } from './directives';
import { type Grid, gridsOf, textOf } from './grid';
import { headless, isNumbered } from './headless';
import { isTurned, type RowMeasure, readLabelRows } from './label-rows';
import { readMatrix } from './matrix';
import { promises } from './promise';
import type { Reading } from './readings';
import { readRoleRows } from './role-rows';
import { readInstructions, readSaidRows } from './said-rows';
import type { CellContext, UnreadCell } from './table-cells';
import { type Head, headOf } from './table-head';
import { readRows } from './table-rows';
import { readTaskColumns } from './task-columns';
import { groupedByUnits } from './unit-groups';

/** What the tables say: measures, and what looked like a division of work and could not be read. */
export interface Tables {
  readonly rows: readonly RowMeasure[];
  readonly unread: readonly UnreadCell[];
}

/** Reads every table that divides work; others give nothing. */
export function readTables(readings: readonly Reading[], context: CellContext): Tables {
  const out: RowMeasure[] = [];
  const unread: UnreadCell[] = [];
  let before = null as { readonly head: Head; readonly width: number } | null;
  const handedOver = isHandedOver(readings);
  for (const grid of gridsOf(readings)) {
    // The rows of a table that a page broke off have its head.
    const whole = before && goesOn(grid, before) ? null : inOneWay(grid, context, unread);
    if (whole) {
      out.push(...whole);
      continue;
    }
    const own = isTurned(grid) ? null : headOf(grid);
    const head: Head | null = own ?? (before && goesOn(grid, before) ? { ...before.head, from: 0 } : null);
    before = head ? { head, width: grid.width } : null;
    const rows = head ? readRows(grid, head, context, unread) : readLabelRows(grid, context, unread);
    const unheaded: Unheaded = { handedOver, laysOut: head === null && promises(readings, grid.at) };
    out.push(...(rows.length ? rows : (bodyAlone(grid, unheaded, context, unread) ?? [])));
  }
  return { rows: out, unread };
}

/** What a paper is whose table has no head that is known. */
interface Unheaded {
  /** It is a slip that goes round. */
  readonly handedOver: boolean;
  /** It lays work out. */
  readonly laysOut: boolean;
}

/** What the rows say of themselves where no head does: in instructions, by what their columns hold, or in sentences. */
function bodyAlone(
  grid: Grid,
  { handedOver, laysOut }: Unheaded,
  context: CellContext,
  unread: UnreadCell[],
): readonly RowMeasure[] | null {
  const asked = handedOver ? readInstructions(grid, context) : null;
  const bare = asked ? null : headless(grid, context);
  if (bare) return readRows(grid, bare, context, unread);
  return asked ?? (laysOut ? readSaidRows(grid, context) : null);
}

/** Tables whose shape alone says how they are read: rows that begin with points of a list, tasks as columns, roles as rows, a matrix, groups. */
function inOneWay(grid: Grid, context: CellContext, unread: UnreadCell[]): readonly RowMeasure[] | null {
  const points = isNumbered(grid) ? headless(grid, context) : null;
  if (points) return readRows(grid, points, context, unread);
  const matrix = readTaskColumns(grid, context) ?? readRoleRows(grid, context) ?? readMatrix(grid, context);
  if (matrix) return matrix;
  const grouped = groupedByUnits(grid);
  return grouped && readRows(grouped.grid, { ...grouped, labels: [] }, context, unread);
}

/** A table cut at a page break goes on without its head: as wide, and organs where the roles were. */
function goesOn(grid: Grid, { head, width }: { head: Head; width: number }): boolean {
  if (grid.width !== width || grid.rows[0]!.some((c) => isHeadOf(textOf(c)))) return false;
  const roles = head.columns.flatMap((c, k) => (c?.kind === 'role' ? [k] : []));
  const filled = grid.rows
    .slice(0, 4)
    .flatMap((row) => roles.map((k) => textOf(row[k] ?? null)))
    .filter(Boolean);
  return filled.length > 0 && filled.filter((t) => isOrgan(t.split(/[、，；]/)[0]!)).length * 2 >= filled.length;
}

/** It heads a column. 县交通局 does where it stands over its tasks; in a row below a head it is who does them. */
const isHeadOf = (text: string): boolean => columnOf(text) !== null && !(isOrgan(text) && beginsWithLevel(text));
