import type { Area } from './xlsx/area';

/** What columns of a table of tasks are called. */
const KNOWN = /(?:序号|编号|任务|事项|措施|举措|单位|部门|科室|时限|时间|期限|责任|牵头|备注|内容|名称|类别|工作)/;
const UNIT = /^(?:牵头|责任|主办|承办|负责|主体|落实)(?:责任)?(?:单位|部门|科室|乡镇)?(?:及责任人)?$/;
const SIDE_UNIT = /^(?:牵头|责任|主办|承办|负责|配合|参加|参与|协办|协同)?(?:单位|部门)?$/;
const NUMBER = /^(?:序号|编号|号)$/;
/** Columns whose blanks say that there is nothing. */
const SPARSE = /备注|说明|配合|参加|参与|协办|协同|协助|电话|联系|进展|完成情况|时限|时间|期限|日期|资金|投资/;

/** A grid of texts, row by row. */
type Rows = readonly (readonly string[])[];

export interface Merges {
  readonly areas: readonly Area[];
  /** Blank cells below a filled one that were taken for part of it. */
  readonly below: number;
}

/**
 * Cells that were merged before a sheet was saved as text, which keeps the first of them and leaves the others blank: those
 * of a second heading row, of the columns that group rows (a field of work), and of the unit in charge. In other columns a
 * blank says that there is nothing.
 */
export function mergedBlanks(rows: Rows): Merges {
  const head = rows.findIndex(isHead);
  if (head < 0) return { areas: [], below: 0 };
  const second = isSecondHead(rows[head]!, rows[head + 1]);
  const names = rows[head]!.map((name, column) => (second && rows[head + 1]![column]) || name);
  const first = head + (second ? 2 : 1);
  const areas: Area[] = second ? headAreas(rows[head]!, rows[head + 1]!, head) : [];
  let below = 0;
  const task = names.findLastIndex((name) => /任务|事项|措施|举措|内容/.test(name));
  for (const [column, name] of names.entries()) {
    const plain = name.replace(/\s+/g, '');
    const group = isGroup(names, column) && !SPARSE.test(plain);
    if (!group && !UNIT.test(plain)) continue;
    for (const area of runsBelow(rows, first, column, task)) {
      areas.push(area);
      below += area.rowSpan - 1;
    }
  }
  return { areas, below };
}

/**
 * The cells of a heading in two rows that nobody merged; none where there is no such heading.
 *
 * @param texts of a sheet, by row and column
 */
export function headMerges(texts: ReadonlyMap<number, ReadonlyMap<number, string>>): Area[] {
  const indexes = [...texts.keys()].sort((a, b) => a - b);
  const width = 1 + Math.max(0, ...[...texts.values()].flatMap((row) => [...row.keys()]));
  const row = (index: number | undefined) =>
    index === undefined ? undefined : Array.from({ length: width }, (_, column) => texts.get(index)?.get(column) ?? '');
  const at = indexes.findIndex((index) => isHead(row(index)!));
  if (at < 0 || indexes[at + 1] !== indexes[at]! + 1) return [];
  const [head, next] = [row(indexes[at])!, row(indexes[at + 1])!];
  return isSecondHead(head, next) ? headAreas(head, next, indexes[at]!) : [];
}

const isHead = (row: readonly string[]): boolean =>
  row.filter((cell) => KNOWN.test(cell) && cell.length <= 12).length >= 2;

/** The columns left of the number or the task: they say under what the rows stand. */
function isGroup(names: readonly string[], column: number): boolean {
  const task = names.findIndex((name) => NUMBER.test(name.trim()) || /任务|事项|措施|举措|内容/.test(name));
  const own = names[column]!;
  if (NUMBER.test(own.trim()) || UNIT.test(own.trim())) return false;
  if (column < task) return own !== '';
  // After the number: a field of work before the task itself.
  return (
    /类别|领域|方面|分类|板块|目标|重点工作|任务|事项|项目|工程/.test(own) &&
    names.slice(column + 1).some((name) => /任务|事项|措施|举措|内容/.test(name))
  );
}

/** Blanks below filled cells, as far as their rows hold anything. */
function runsBelow(rows: Rows, first: number, column: number, task: number): Area[] {
  const areas: Area[] = [];
  for (let row = first; row < rows.length; ) {
    let to = row + 1;
    if (rows[row]![column]) while (to < rows.length && !rows[to]![column] && hasItem(rows[to]!, task)) to++;
    if (to - row > 1) areas.push({ row, column, rowSpan: to - row, columnSpan: 1 });
    row = to;
  }
  return areas;
}

/** A row of sums or a note at the end holds one cell or two. */
const hasItem = (row: readonly string[], task: number): boolean =>
  (row.filter((cell) => cell !== '').length >= 2 || (task > 0 && (row[task] ?? '') !== '')) &&
  !row.some((cell) => /^(?:合计|总计|小计|注[：:]|说明[：:])/.test(cell));

/** A row below the heads that names their parts: short names where the row above is blank or heads several columns. */
function isSecondHead(head: readonly string[], next: readonly string[] | undefined): boolean {
  if (!next) return false;
  const own = next.filter((cell) => cell !== '');
  const underBlank = next.filter((cell, column) => cell !== '' && !head[column]).length;
  const free = head.filter((name, column) => name !== '' && !next[column]).length;
  return (
    own.length >= 2 &&
    underBlank >= 1 &&
    // Some names stand for both rows, or the second row names every part.
    (free >= 2 || (underBlank >= 2 && own.length === next.length)) &&
    own.every((cell) => cell.length <= 8 && (SIDE_UNIT.test(cell) || KNOWN.test(cell)))
  );
}

function headAreas(head: readonly string[], next: readonly string[], row: number): Area[] {
  return head.flatMap((name, column): Area[] => {
    if (name === '') return [];
    if (!next[column]) return [{ row, column, rowSpan: 2, columnSpan: 1 }];
    let to = column + 1;
    while (to < head.length && head[to] === '' && next[to]) to++;
    return to - column > 1 ? [{ row, column, rowSpan: 1, columnSpan: to - column }] : [];
  });
}
