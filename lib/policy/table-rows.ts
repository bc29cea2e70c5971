import { fold } from '../text/chars';
import { type Column, columnOf } from './columns';
import { contentColumns } from './content-columns';
import { type Cell, type Grid, textOf } from './grid';
import type { RowMeasure } from './label-rows';
import { type LentRow, lentUnits } from './lent-units';
import { dueBy, type Milestones, milestonesOf } from './milestones';
import {
  type CellContext,
  deadlineCell,
  type RoleCell,
  recurrenceCell,
  roleCell,
  textDeadlines,
  textRecurrences,
  type UnreadCell,
  unitsAlone,
  unitsBeside,
} from './table-cells';
import type { Head } from './table-head';
import { isUnits } from './text-tables';
import type { Assignment } from './types';
import { saysDue } from './unknown-columns';

/** A table while its rows are read. */
interface Body {
  readonly columns: readonly (Column | null)[];
  readonly width: number;
  readonly context: CellContext;
  readonly unread: UnreadCell[];
  /** Rows with the units of a row above, by their index. */
  readonly lent: ReadonlyMap<number, LentRow>;
  /** Its head says that work is handed out: units without a task are told. */
  readonly asks: boolean;
  /** Columns whose heads ask for a target, which may be a figure alone. */
  readonly targets: ReadonlySet<number>;
  /** Columns headed by a time, with what it says. */
  readonly milestones: Milestones;
}

type Row = readonly (Cell | null)[];

const ofTarget = /任务|目标|指标/;
/** Words of a head that hand out work. */
const handsOut = /责任|牵头|配合|[主承协]办|任务|目标|指标|落实|包[保联]|整改|分工/;

/**
 * The rows below a head as measures, those of groups left out; what could not be read is added to `unread`. Cost: linear in the cells.
 */
export function readRows(grid: Grid, head: Head, context: CellContext, unread: UnreadCell[]): RowMeasure[] {
  const columns = contentColumns(grid, head);
  const lent = lentUnits(grid, columns, head.from);
  const asks = head.labels.some((label) => handsOut.test(label));
  const targets = new Set(head.labels.flatMap((label, k) => (ofTarget.test(label) ? [k] : [])));
  const milestones = milestonesOf(grid, head, context.dates);
  const body: Body = { columns, width: grid.width, context, unread, lent, asks, targets, milestones };
  const out: (RowMeasure & { cell: Cell })[] = [];
  let path: string[] = [];
  for (let r = head.from; r < grid.rows.length; r++) {
    const row = grid.rows[r]!;
    const cells = new Set(row.filter((c): c is Cell => c !== null));
    if (cells.size === 0 || isHeadAgain(row, head)) continue;
    const alone = cells.size === 1 ? [...cells][0]! : null;
    const group = alone ? groupAlone(alone, r, body) : groupOf(row, r, body.columns);
    if (group !== null) path = [group];
    const one = alone || group !== null ? null : readOne(grid, r, path, body);
    if (!one) continue;
    const last = out.at(-1);
    // The task spans several rows: their units are all its own, but for what has a name of its own.
    if (last?.cell === one.cell && !(one.measure.titleSpan && last.measure.titleSpan))
      out[out.length - 1] = merge(last, one);
    else out.push(one);
  }
  return out.map(({ cell: _, ...rest }) => rest);
}

/** A row by itself, or with the units above it where its own cells have lost them. */
function readOne(grid: Grid, r: number, path: readonly string[], body: Body): (RowMeasure & { cell: Cell }) | null {
  const lent = body.lent.get(r);
  const one = readRow(lent?.row ?? grid.rows[r]!, r, path, body);
  return one && lent ? { ...one, measure: lessSure(one.measure, lent.sure) } : one;
}

const lessSure = (measure: RowMeasure['measure'], sure: number): RowMeasure['measure'] => ({
  ...measure,
  assignments: measure.assignments.map((a) => ({ ...a, certainty: Math.min(a.certainty, sure) })),
});

/** A row that one cell fills names a group: 一、健全制度. Null where it names units. */
function groupAlone(alone: Cell, r: number, { columns, width, unread }: Body): string | null {
  if (alone.row !== r) return null;
  if (columns[alone.column]?.kind === 'role' && alone.columnSpan < width) unread.push(...unitsAlone(alone));
  else if (alone.strand.length <= 80) {
    // 一、交通 统筹单位：县交通局: whose the rows below are as well; a line of units and nothing else may belong to any row.
    if (/(?:单位|部门)[：:]./.test(alone.strand.text) || isUnits(alone)) unread.push(...unitsAlone(alone));
    return alone.strand.text;
  }
  return null;
}

/**
 * The heading of a group in a row of its own beside its number (一 | 粮食安全): one cell spans the task and the units, or
 * every cell of units and times is empty under a Chinese number. Null where the row is a task.
 */
function groupOf(row: readonly (Cell | null)[], r: number, columns: readonly (Column | null)[]): string | null {
  const numbered = columns.findIndex((c) => c?.kind === 'number');
  if (numbered < 0) return null;
  const filled = [...new Set(row.filter((c): c is Cell => textOf(c) !== ''))].filter((c) => c !== row[numbered]);
  const only = filled.length === 1 ? filled[0]! : null;
  if (!only || only.row !== r || only.strand.length > 40 || /[。；]/.test(only.strand.text)) return null;
  if (columns[only.column]?.kind === 'role') return null;
  const spans = columns.some((c, k) => c?.kind === 'role' && row[k] === only);
  const han = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.]?$/.test(textOf(row[numbered] ?? null));
  return spans || han ? only.strand.text : null;
}

function isHeadAgain(row: readonly (Cell | null)[], head: Head): boolean {
  let same = 0;
  let all = 0;
  row.forEach((c, k) => {
    const text = textOf(c);
    if (!text) return;
    all++;
    if (fold(text) === fold(head.labels[k] ?? '') || columnOf(text)?.kind === 'role') same++;
  });
  return all > 0 && same * 3 >= all * 2;
}

/** A day or a telephone number is nothing to do: the rows of a duty roster have no task. */
const saysWhat = ({ strand: { text } }: Cell): boolean =>
  /[\u4e00-\u9fffA-Za-z]/.test(text.replace(/\d+[年月日号时]|[上下中][午旬]|星期[一二三四五六日天]/g, ''));

function readRow(
  row: Row,
  r: number,
  group: readonly string[],
  { columns, context, unread, asks, targets, milestones }: Body,
): (RowMeasure & { cell: Cell }) | null {
  const cells = new Map<Cell, Column>();
  row.forEach((cell, k) => {
    const column = columns[k];
    if (cell && column && !cells.has(cell)) cells.set(cell, column);
  });
  const of = (kind: Column['kind']): Cell[] => [...cells.keys()].filter((c) => cells.get(c)!.kind === kind);
  const said = [...cells].flatMap(([cell, column]) => saidIn(cell, column, context));
  // A cell that spans rows is read in each of them, and told once.
  const begun = said.filter((s) => s.cell.row === r);
  const content = [...of('title'), ...of('text')];
  // A figure is what is to be done where the head asks for one: 任务数 | 1500.
  const main = content.some((cell) => saysWhat(cell) || targets.has(cell.column)) ? content.at(-1) : undefined;
  if (!main && asks) unread.push(...begun.filter((s) => s.assignments.length).flatMap((s) => unitsAlone(s.cell)));
  unread.push(...begun.flatMap((s) => s.unread));
  if (!main) return null;
  // Of several content columns the last before the task is its title, what stands before that a heading above it.
  const before = content.slice(0, -1).sort((a, b) => a.column - b.column);
  const title = before.pop();
  const number = of('number').at(-1);
  const printed = number?.strand.text ?? '';
  const own = [...cells.keys()].sort((a, b) => a.at - b.at).filter((c) => c.row === r || c === main);
  return {
    cell: main,
    at: main.at,
    path: [...group, ...of('group').map(textOf).filter(Boolean), ...before.map(textOf).filter(Boolean)],
    measure: {
      number: bareNumber(printed),
      part: null,
      title: title ? titleIn(textOf(title)) : null,
      text: main.strand.text,
      span: { start: own[0]!.strand.span().start, end: Math.max(...own.map((c) => c.strand.span().end)) },
      numberSpan: printed && number?.row === r ? number.strand.span() : null,
      titleSpan: title?.row === r ? title.strand.span() : null,
      textSpan: main.strand.span(),
      assignments: distinct(said.flatMap((s) => s.assignments)),
      deadlines: [
        ...said.flatMap((s) => s.deadlines),
        ...textDeadlines(main.strand, context.dates),
        ...dueBy(row, milestones),
      ],
      recurrences: [...textRecurrences(main.strand), ...said.flatMap((s) => s.recurrences ?? [])],
      certainty: 0.95,
    },
  };
}

/** A title without its number and its stop; null where a stroke says that there is none. */
const titleIn = (text: string): string | null =>
  text.replace(/^[\d一二三四五六七八九十]{1,3}[.．、]|^[—–\-/／]+$|[。：:]$/g, '') || null;

/** What a cell of units or of times says. */
function saidIn(cell: Cell, column: Column, context: CellContext): (RoleCell & { cell: Cell })[] {
  if (column.kind === 'role')
    return [{ cell, ...roleCell(cell, column, column.sure ?? (column.mixed ? 0.85 : 0.96), context) }];
  if (column.kind === 'beside') return [{ cell, assignments: [], deadlines: [], unread: unitsBeside(cell) }];
  if (column.kind !== 'deadline' || (column.remarks && !saysDue(cell.strand.text))) return [];
  const [deadlines, recurrences] = column.told
    ? [textDeadlines(cell.strand, context.dates), textRecurrences(cell.strand)]
    : [deadlineCell(cell, context.dates), recurrenceCell(cell)];
  return [{ cell, assignments: [], deadlines, recurrences, unread: [] }];
}

/** A number as printed without the signs around it: （3） → 3, 1.10 and 2-1 stay. */
const bareNumber = (printed: string): string | null =>
  printed.replace(/^[（(［[\s]+|[）)］\]．.、\s]+$/g, '').slice(0, 16) || null;

/** Each unit once in a role. */
function distinct(assignments: readonly Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter(({ role, unit }) => {
    const key = `${role}|${unit}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function merge<T extends RowMeasure>(a: T, b: T): T {
  const key = (x: Assignment): string => `${x.role}|${x.unit}`;
  const known = new Set(a.measure.assignments.map(key));
  const spans = new Set(a.measure.deadlines.map((d) => d.span.start));
  return {
    ...a,
    measure: {
      ...a.measure,
      span: { start: a.measure.span.start, end: Math.max(a.measure.span.end, b.measure.span.end) },
      assignments: [...a.measure.assignments, ...b.measure.assignments.filter((x) => !known.has(key(x)))],
      deadlines: [...a.measure.deadlines, ...b.measure.deadlines.filter((d) => !spans.has(d.span.start))],
    },
  };
}
