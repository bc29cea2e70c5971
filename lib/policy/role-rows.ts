import { isOrgan } from '../names/organ';
import { fold } from '../text/chars';
import { columnOf } from './columns';
import type { Cell, Grid } from './grid';
import type { RowMeasure } from './label-rows';
import { labelMeaning } from './labels';
import { isRole } from './lexicon';
import { roleTail } from './role-words';
import { type CellContext, deadlineCell, roleCell } from './table-cells';
import { taskOf, withUnits } from './task-columns';
import { saysWhen } from './time/deadlines';
import type { Role } from './types';

type Row = readonly (Cell | null)[];

const certainty = 0.93;
/** Fewer rows than this are no list of who does what. */
const least = 3;

/** Which columns hold the unit, its role, the task and the time. */
interface Places {
  readonly unit: number;
  readonly role: number;
  readonly task: number;
  readonly time: number;
}

/**
 * A table with the role of each unit in a column of its own (县教育局 | 牵头 | 扩建学校 | 6月, with a head or without): one measure a task,
 * with all units of its rows. Null where no column holds roles and nothing else.
 */
export function readRoleRows(grid: Grid, context: CellContext): RowMeasure[] | null {
  const places = placesOf(grid);
  if (!places) return null;
  const tasks = new Map<string, RowMeasure>();
  for (const row of grid.rows) {
    const role = roleOf(textAt(row, places.role));
    const [unit, task] = [row[places.unit], row[places.task]];
    if (!role || !unit || !task?.strand.length) continue;
    const { assignments } = roleCell(unit, { role, persons: false }, certainty, context);
    const key = fold(task.strand.text);
    const known = tasks.get(key);
    tasks.set(key, known ? withUnits(known, assignments) : withTime(task, assignments, row[places.time], context));
  }
  return tasks.size ? [...tasks.values()] : null;
}

function withTime(
  task: Cell,
  assignments: RowMeasure['measure']['assignments'],
  time: Cell | null | undefined,
  context: CellContext,
): RowMeasure {
  const made = taskOf(task.strand, { cell: task, marker: null, body: task.strand }, assignments, context);
  const deadlines = time ? [...made.measure.deadlines, ...deadlineCell(time, context.dates)] : made.measure.deadlines;
  return { ...made, measure: { ...made.measure, deadlines } };
}

const textAt = (row: Row, k: number): string => row[k]?.strand.text ?? '';

function placesOf({ rows, width }: Grid): Places | null {
  if (rows.length < least || width < 3) return null;
  const share = (k: number, holds: (text: string) => boolean): number =>
    rows.filter((row) => holds(textAt(row, k))).length / rows.length;
  const columns = Array.from({ length: width }, (_, k) => k);
  // A head row has none: of three rows two say a role.
  const role = columns.find((k) => share(k, (text) => roleOf(text) !== null) >= 0.6);
  const unit = columns.find((k) => k !== role && share(k, namesUnit) >= 0.6);
  if (role === undefined || unit === undefined) return null;
  const length = (k: number): number => rows.reduce((sum, row) => sum + textAt(row, k).length, 0);
  const rest = columns.filter((k) => k !== role && k !== unit).sort((a, b) => length(b) - length(a));
  const time = rest.find((k) => share(k, (text) => text.length < 16 && saysWhen(text)) >= 0.6) ?? -1;
  const task = rest.find((k) => k !== time);
  return task === undefined ? null : { unit, role, task, time };
}

/** A unit, and no heading that asks for one. */
const namesUnit = (text: string): boolean => isOrgan(text.split(/[、，]/)[0]!) && !columnOf(text);

/** 牵头, 配合单位: a cell that says a role and nothing else. */
function roleOf(text: string): Role | null {
  if (text.length < 2 || text.length > 6) return null;
  const tail = roleTail(text);
  const kind = labelMeaning(text)?.kind ?? (tail?.at === 0 ? tail.role : null);
  return kind && isRole(kind) ? kind : null;
}
