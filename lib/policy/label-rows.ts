import { fold } from '../text/chars';
import type { Assembly } from './assemble';
import { type Column, columnOf } from './columns';
import type { Cell, Grid } from './grid';
import { labelMeaning } from './labels';
import {
  type CellContext,
  deadlineCell,
  recurrenceCell,
  roleCell,
  textDeadlines,
  textRecurrences,
  type UnreadCell,
} from './table-cells';
import { saysWhen } from './time/deadlines';

/** A measure read from a table row; `path` are the group labels it stands under. */
export interface RowMeasure {
  readonly measure: Assembly['measure'];
  readonly path: readonly string[];
  readonly at: number;
}

/** What labels say of one task. */
interface Group {
  text: Cell | null;
  title: Cell | null;
  number: Cell | null;
  readonly pairs: [Column, Cell][];
  readonly labels: Set<string>;
}

/**
 * A table whose labels stand in its first column (任务 | …, 牵头单位 | …, 完成时限 | …): one measure each time the labels
 * begin anew. Page metadata (索引号 | …) has such a shape too and has no task.
 * What cannot be read is added to `unread`.
 */
export function readLabelRows(grid: Grid, context: CellContext, unread: UnreadCell[]): RowMeasure[] {
  const turned = turnedRows(grid);
  if (!turned) return groupsOf(grid.rows, headingOf(grid)).flatMap((group) => measureOf(group, context, unread) ?? []);
  return turned.flatMap((rows) => groupsOf(rows).flatMap((g) => standingAlone(measureOf(g, context, unread)) ?? []));
}

type Row = readonly (Cell | null)[];

/**
 * A table on its side (项目 | 水厂 | 大桥 over 牵头单位 | 市水务局 | 市交通局): the rows of each column with its label; null where the
 * table stands upright.
 */
function turnedRows({ rows, width }: Grid): Row[][] | null {
  if (width < 3) return null;
  const columnIn = (row: Row, k: number): Column | null => knownColumn(row[k]?.strand.text ?? '');
  const labels = rows.filter((row) => columnIn(row, 0));
  const upright = labels.some((row) => row.some((cell, k) => k > 0 && cell !== row[0] && columnIn(row, k)));
  const divides = labels.some((row) => columnIn(row, 0)?.kind === 'role' && new Set(row.slice(1)).size > 1);
  if (labels.length < 2 || upright || !divides) return null;
  return Array.from({ length: width - 1 }, (_, k) => labels.map((row) => [row[0] ?? null, row[k + 1] ?? null]));
}

/** 综合组 could ask for units by its form alone, and names a group of an upright table. */
function knownColumn(text: string): Column | null {
  const column = columnOf(text);
  return column?.kind === 'role' && !labelMeaning(text) ? null : column;
}

/** Does the table stand on its side? Then no row of it is a head. */
export const isTurned = (grid: Grid): boolean => turnedRows(grid) !== null;

/** Columns side by side: none reaches over the rows of another. */
const standingAlone = (row: RowMeasure | null): RowMeasure | null =>
  row && { ...row, measure: { ...row.measure, span: row.measure.textSpan, titleSpan: null } };

/** A cell over the whole width with which a table begins: 任务一：整治燃气安全. */
function headingOf({ rows, width }: Grid): Cell | null {
  const [first] = rows[0] ?? [];
  return first && width > 1 && first.columnSpan >= width && first.strand.length <= 60 ? first : null;
}

function groupsOf(rows: readonly Row[], heading: Cell | null = null): Group[] {
  const groups: Group[] = [];
  for (const [name, column, value] of labelled(rows)) {
    if (groups.at(-1)?.labels.has(name) !== false)
      groups.push({ text: null, title: groups.length ? null : heading, number: null, pairs: [], labels: new Set() });
    const group = groups.at(-1)!;
    group.labels.add(name);
    if (column.kind === 'text') group.text ??= value;
    else if (column.kind === 'title') group.title ??= value;
    else if (column.kind === 'number') group.number ??= value;
    else group.pairs.push([column, value]);
  }
  return groups;
}

/** The labels whose meaning is known, each with the cell behind it. */
function* labelled(rows: readonly Row[]): Generator<[name: string, column: Column, value: Cell]> {
  for (const row of rows) {
    for (let k = 0; k + 1 < row.length; k++) {
      const label = row[k];
      const value = row[k + 1];
      if (!label || !value || label === value || (k > 0 && row[k - 1] === label)) continue;
      const column = columnOf(label.strand.text) ?? numbered(label.strand.text) ?? progress(label, value);
      if (!column || columnOf(value.strand.text)) continue;
      yield [fold(label.strand.text), column, value];
      k++;
    }
  }
}

/** 事项1, 任务二: the label of a card with its number. */
const numbered = (label: string): Column | null => {
  const name = /^([\u4e00-\u9fff]{2,6}?)[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[：:]?$/.exec(label)?.[1];
  const column = name ? columnOf(name) : null;
  return column?.kind === 'title' || column?.kind === 'text' ? column : null;
};

/** 进度 | 第一批5月31日前，第二批9月30日前: how far it has come, or by when; what stands there tells. */
const progress = (label: Cell, { strand }: Cell): Column | null =>
  /^(?:工作|推进|目标)?(?:进度|进展|安排|节点)[：:]?$/.test(fold(label.strand.text)) && saysWhen(strand.text)
    ? { kind: 'deadline' }
    : null;

/** The measure of one group; null where it names no task or no unit. */
function measureOf(
  { text, title, number, pairs }: Group,
  context: CellContext,
  unread: UnreadCell[],
): RowMeasure | null {
  const main = text ?? title;
  if (!main) return null;
  const roles = pairs.flatMap(([c, cell]) => (c.kind === 'role' ? [roleCell(cell, c, 0.93, context)] : []));
  const times = pairs.flatMap(([c, cell]) => (c.kind === 'deadline' ? deadlineCell(cell, context.dates) : []));
  const recurs = pairs.flatMap(([c, cell]) => (c.kind === 'deadline' ? recurrenceCell(cell) : []));
  const assignments = roles.flatMap((r) => r.assignments);
  unread.push(...roles.flatMap((r) => r.unread));
  if (!assignments.length) return null;
  const textSpan = main.strand.span();
  const titleSpan = text && title ? title.strand.span() : null;
  const ends = pairs.map(([, cell]) => cell.strand.span().end);
  return {
    at: main.at,
    path: [],
    measure: {
      number: number?.strand.text || null,
      part: null,
      title: text && title ? title.strand.text : null,
      text: main.strand.text,
      span: { start: Math.min(textSpan.start, titleSpan?.start ?? Infinity), end: Math.max(textSpan.end, ...ends) },
      numberSpan: number?.strand.length ? number.strand.span() : null,
      titleSpan,
      textSpan,
      assignments,
      deadlines: [...textDeadlines(main.strand, context.dates), ...times, ...roles.flatMap((r) => r.deadlines)],
      recurrences: [...textRecurrences(main.strand), ...recurs],
      certainty: 0.85,
    },
  };
}
