import type { Column } from './columns';
import { type Cell, type Grid, textOf } from './grid';
import { fieldTimes } from './item-times';
import type { DateContext } from './time/calendar';
import type { Deadline } from './types';

/** Columns whose head is a time (6月底 | 9月底), with the deadline it says. */
export type Milestones = ReadonlyMap<number, readonly Deadline[]>;

/** A time that heads a column: 6月底前, 2031年三季度, 上半年目标. */
const headed =
  /^((?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?|第?[一二三四]季度[末底]?|[上下]半年|年底)前?)(?:目标|节点|计划|任务|进度|完成|完成目标|工作目标|形象进度)?$/;
/** Fewer such columns are no row of milestones. */
const fewest = 2;
const nothing: Milestones = new Map();

/** Is it such a head, and no word for what stands below? */
export const isTimeHead = (text: string): boolean => headed.test(text);

/** The columns of a table that its lowest head row heads by times; none where a column of times says when. */
export function milestonesOf(
  grid: Grid,
  { columns, from }: { readonly columns: readonly (Column | null)[]; readonly from: number },
  dates: DateContext,
): Milestones {
  const row = grid.rows[from - 1];
  if (!row || columns.some((c) => c?.kind === 'deadline' && !c.told)) return nothing;
  const found = new Map<number, readonly Deadline[]>();
  row.forEach((cell, k) => {
    const time = cell && headed.exec(textOf(cell))?.[1];
    const due = time ? fieldTimes({ strand: cell.strand, start: 0, end: time.length }, dates) : [];
    if (due.length) found.set(k, due);
  });
  return found.size < fewest ? nothing : found;
}

/** A cell that only marks that something is going on. */
const mark = /^[√✓✔●■★▲○—–=＝xX×1-9]{1,3}$/;
const empty = /^[/／\\—–\-无]*$/;

/** When a row is due by its milestones: at each that says what is reached by then, at the last where they are only marked. */
export function dueBy(row: readonly (Cell | null)[], milestones: Milestones): readonly Deadline[] {
  const filled = [...milestones].filter(([k]) => !empty.test(textOf(row[k] ?? null)));
  const said = filled.filter(([k]) => !mark.test(textOf(row[k] ?? null)));
  return (said.length ? said : filled.slice(-1)).flatMap(([, due]) => due);
}
