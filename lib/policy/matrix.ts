import { beginsWithLevel, isCollective, isOrganName } from '../names/organ';
import type { Column } from './columns';
import { columnOf } from './columns';
import type { Cell, Grid } from './grid';
import type { RowMeasure } from './label-rows';
import { labelMeaning } from './labels';
import { roleTail } from './role-words';
import { type CellContext, textDeadlines, textRecurrences } from './table-cells';
import type { Assignment, Role } from './types';

const certainty = 0.93;
const fewest = 2;
/** Signs that tick a unit. */
const tick = /^[√✓✔●○■★☆▲△◎]$/;

/**
 * A table with a column for each unit and the roles in its cells (任务 | 县发改局 | 县财政局 over 编制规划 | 牵头 | 配合): one measure a row.
 * Null where the head names no two units. A tick is a responsibility.
 */
export function readMatrix(grid: Grid, context: CellContext): RowMeasure[] | null {
  const head = grid.rows[0] ?? [];
  const sure = head.filter((cell) => cell && isUnit(cell.strand.text)).length;
  // Short names (发改局, 财政局) are units where a whole row of them is.
  const units = head.flatMap((cell, k) =>
    cell && isOrganName(cell.strand.text) && !columnOf(cell.strand.text) ? [k] : [],
  );
  if (sure < fewest && units.length < 3) return null;
  const columns = head.map((cell) => columnOf(cell?.strand.text ?? ''));
  const rows = grid.rows.slice(1).flatMap((row) => measureOf(row, { head, units, columns }, context) ?? []);
  return rows.length ? rows : null;
}

const isUnit = (text: string): boolean => isOrganName(text) && (beginsWithLevel(text) || isCollective(text));

interface Head {
  readonly head: readonly (Cell | null)[];
  readonly units: readonly number[];
  readonly columns: readonly (Column | null)[];
}

function measureOf(
  row: readonly (Cell | null)[],
  { head, units, columns }: Head,
  { dates }: CellContext,
): RowMeasure | null {
  const assignments = units.flatMap((k) => assignmentOf(head[k]!, row[k]?.strand.text ?? '') ?? []);
  const own = row.flatMap((cell, k) => (cell && !units.includes(k) && columns[k]?.kind !== 'number' ? [cell] : []));
  const main = own.reduce<Cell | null>((a, b) => (a && a.strand.length >= b.strand.length ? a : b), null);
  if (!assignments.length || !main) return null;
  const number = row[columns.findIndex((c) => c?.kind === 'number')]?.strand ?? null;
  const textSpan = main.strand.span();
  return {
    at: main.at,
    path: [],
    measure: {
      number: number?.text || null,
      part: null,
      title: null,
      text: main.strand.text,
      span: { start: Math.min(textSpan.start, number?.length ? number.span().start : Infinity), end: textSpan.end },
      numberSpan: number?.length ? number.span() : null,
      titleSpan: null,
      textSpan,
      assignments,
      deadlines: textDeadlines(main.strand, dates),
      recurrences: textRecurrences(main.strand),
      certainty: 0.9,
    },
  };
}

/** The unit of a column with the role its cell says; null where it says none. */
function assignmentOf({ strand }: Cell, said: string): Assignment | null {
  const role = roleOf(said);
  if (!role) return null;
  return {
    role,
    unit: strand.text,
    span: strand.span(),
    resolved: null,
    collective: isCollective(strand.text),
    form: 'table',
    certainty,
    openList: false,
  };
}

function roleOf(said: string): Role | null {
  if (tick.test(said)) return 'responsible';
  const kind = labelMeaning(said)?.kind ?? roleTail(said)?.role;
  return kind === 'lead' || kind === 'participant' || kind === 'responsible' ? kind : null;
}
