import { fold } from '../text/chars';
import { markerOf } from '../text/numbering';
import type { Strand } from '../text/strand';
import type { Column } from './columns';
import { columnOf } from './columns';
import type { Cell, Grid } from './grid';
import type { RowMeasure } from './label-rows';
import { labelMeaning } from './labels';
import { isRole } from './lexicon';
import { type CellContext, roleCell, textDeadlines, textRecurrences } from './table-cells';
import type { Assignment, Role } from './types';

const certainty = 0.93;

/** A heading over tasks of one role: 牵头任务, 配合事项, 参与的工作. */
const taskHeading = /^([\u4e00-\u9fff]{1,4}?)的?(?:任务|事项|工作|职责|项目|举措|内容)(?:清单)?$/;
/** 主要任务, 工作内容: tasks of nobody in particular. */
const general = /^(?:主要|具体|工作|项目|年度)/;
const nothing = /^[/／\\—–\-无\s]*$/;

/**
 * A table that says for each unit what it leads and where it joins (单位 | 牵头任务 | 配合任务): one measure a task, with all units that
 * have a part in it. Null where the head is another.
 */
export function readTaskColumns(grid: Grid, context: CellContext): RowMeasure[] | null {
  const head = (grid.rows[0] ?? []).map((cell) => cell?.strand.text ?? '');
  const columns = head.map(columnOf);
  const unit = columns.findIndex((c) => c?.kind === 'unit' || (c?.kind === 'role' && c.role === 'responsible'));
  const roles = head.map((heading, k) => (k === unit ? null : roleOver(heading, columns[k] ?? null)));
  if (unit < 0 || !roles.some((role) => role === 'lead' || role === 'participant')) return null;
  const tasks = new Map<string, RowMeasure>();
  for (const row of grid.rows.slice(1)) {
    const named = row[unit];
    if (!named) continue;
    roles.forEach((role, k) => {
      const cell = row[k];
      if (role && cell && cell !== named)
        for (const task of tasksIn(cell)) add(tasks, task, { named, cell, role }, context);
    });
  }
  return tasks.size ? [...tasks.values()] : null;
}

/** The role that a column's heading gives to the unit of each row; null where it gives none. */
function roleOver(heading: string, column: Column | null): Role | null {
  if (column && column.kind !== 'text' && column.kind !== 'title') return null;
  const stem = taskHeading.exec(heading.replace(/\s/g, ''))?.[1];
  const kind = stem && !general.test(stem) ? labelMeaning(`${stem}单位`)?.kind : undefined;
  return kind && isRole(kind) ? kind : null;
}

/** The tasks of a cell: its paragraphs, parted at ； and numbers. */
function tasksIn({ paragraphs }: Cell): Strand[] {
  return paragraphs.flatMap((strand) => {
    const cuts = [0, ...[...strand.text.matchAll(/[；;。](?=.)/g)].map((m) => m.index + 1), strand.length];
    return cuts
      .slice(1)
      .map((to, k) => strand.slice(cuts[k]!, to))
      .filter(({ text }) => !nothing.test(text));
  });
}

interface Place {
  readonly named: Cell;
  readonly cell: Cell;
  readonly role: Role;
}

/** Adds a unit to the task of that text, or the task with it. */
function add(tasks: Map<string, RowMeasure>, strand: Strand, { named, cell, role }: Place, context: CellContext): void {
  const marker = markerOf(strand.text);
  const body = strand.slice(marker?.length ?? 0);
  const key = fold(body.text).replace(/[。；;]$/, '');
  const { assignments } = roleCell(named, { role, persons: false }, certainty, context);
  if (!key || !assignments.length) return;
  const known = tasks.get(key);
  tasks.set(
    key,
    known
      ? withUnits(known, assignments)
      : taskOf(strand, { cell, marker: marker?.number ?? null, body }, assignments, context),
  );
}

/** The same task with more units. */
export function withUnits(task: RowMeasure, assignments: readonly Assignment[]): RowMeasure {
  return { ...task, measure: { ...task.measure, assignments: [...task.measure.assignments, ...assignments] } };
}

/** A task of a table with its units; `body` is it without its number. */
export function taskOf(
  whole: Strand,
  { cell, marker, body }: { readonly cell: Cell; readonly marker: string | null; readonly body: Strand },
  assignments: readonly Assignment[],
  { dates }: CellContext,
): RowMeasure {
  const textSpan = body.span();
  return {
    at: cell.at,
    path: [],
    measure: {
      number: marker,
      part: null,
      title: null,
      text: body.text.replace(/[；;]$/, ''),
      span: { start: whole.offset(0), end: textSpan.end },
      numberSpan: marker ? whole.span(0, whole.length - body.length) : null,
      titleSpan: null,
      textSpan,
      assignments,
      deadlines: textDeadlines(body, dates),
      recurrences: textRecurrences(body),
      certainty: 0.9,
    },
  };
}
