import { beginsWithLevel, isCollective, isOrganName } from '../names/organ';
import type { Column } from './columns';
import { columnOf } from './columns';
import type { Cell, Grid } from './grid';
import type { RowMeasure } from './label-rows';
import { labelMeaning } from './labels';
import { type Legend, tick } from './legend';
import { roleTail } from './role-words';
import { type CellContext, textDeadlines, textRecurrences } from './table-cells';
import type { Assignment, Role } from './types';

const certainty = 0.93;
const fewest = 2;
/**
 * A table with a column for each unit and the roles in its cells (任务 | 县发改局 | 县财政局 over 编制规划 | 牵头 | 配合): one measure a row.
 * Null where the head names no two units. A tick is a responsibility.
 */
export function readMatrix(grid: Grid, context: CellContext): RowMeasure[] | null {
  const head = grid.rows[0] ?? [];
  const sure = head.filter((cell) => cell && isUnit(cell.strand.text)).length;
  // Short names (发改局, 财政局) are units where a whole row of them is.
  const units = head.flatMap((cell, k) => (cell && isUnitColumn(cell.strand.text) ? [k] : []));
  if (sure < fewest && units.length < 3) return null;
  const columns = head.map((cell) => columnOf(cell?.strand.text ?? ''));
  const of: Head = { head, units, columns, legend: context.grammar.legend };
  const rows = grid.rows
    .slice(1)
    .flatMap((row) => [measureOf(row, of, context) ?? [], dutiesOf(row, of, context)].flat());
  return rows.length ? rows : null;
}

/** 各街道 is a class of units beside others, not a column that asks for them. */
const isUnitColumn = (text: string): boolean =>
  isOrganName(text) && (!columnOf(text) || (text.startsWith('各') && isCollective(text)));
const isUnit = (text: string): boolean => isOrganName(text) && (beginsWithLevel(text) || isCollective(text));

interface Head {
  readonly head: readonly (Cell | null)[];
  readonly units: readonly number[];
  readonly columns: readonly (Column | null)[];
  readonly legend: Legend;
}

/** What each unit does, written into its column: a measure a cell, its heading what the row is about. */
function dutiesOf(
  row: readonly (Cell | null)[],
  { head, units, columns, legend }: Head,
  { dates }: CellContext,
): RowMeasure[] {
  const about = row.find((cell, k) => cell && !units.includes(k) && columns[k]?.kind !== 'number');
  return units.flatMap((k) => {
    const cell = row[k];
    const text = cell?.strand.text ?? '';
    if (!cell || text.length < 4 || roleOf(text, legend) || row.indexOf(cell) !== k) return [];
    const textSpan = cell.strand.span();
    const measure: RowMeasure['measure'] = {
      number: null,
      part: null,
      title: about?.strand.text || null,
      text,
      span: textSpan,
      numberSpan: null,
      titleSpan: null,
      textSpan,
      assignments: [assignmentOf(head[k]!, 'responsible')!],
      deadlines: textDeadlines(cell.strand, dates),
      recurrences: textRecurrences(cell.strand),
      certainty: 0.8,
    };
    return [{ at: cell.at, path: [], measure }];
  });
}

function measureOf(
  row: readonly (Cell | null)[],
  { head, units, columns, legend }: Head,
  { dates }: CellContext,
): RowMeasure | null {
  const assignments = units.flatMap((k) => assignmentOf(head[k]!, roleOf(row[k]?.strand.text ?? '', legend)) ?? []);
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
function assignmentOf({ strand }: Cell, role: Role | null): Assignment | null {
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

function roleOf(said: string, legend: Legend): Role | null {
  if (said.length === 1 && tick.test(said)) return legend.get(said) ?? 'responsible';
  const tail = roleTail(said);
  const kind = labelMeaning(said)?.kind ?? (tail?.at === 0 ? tail.role : undefined);
  return kind === 'lead' || kind === 'participant' || kind === 'responsible' ? kind : null;
}
