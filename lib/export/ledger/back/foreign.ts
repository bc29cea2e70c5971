import { bareHeading, emptyCell, type Grid, type GridCell } from './grid';
import { builtInStatus } from './status-in';

/** What a column of somebody else's table may stand for, in the order in which it is offered. */
export const foreignKeys = [
  'number',
  'title',
  'text',
  'path',
  'lead',
  'participants',
  'responsible',
  'deadline',
  'leaders',
  'offices',
  'handlers',
  'status',
  'latest',
  'problem',
  'next',
  'doneOn',
  'evidence',
  'tags',
  'note',
  'document',
  'docNumber',
] as const;
export type ForeignKey = (typeof foreignKeys)[number];

/** How a table of any heading is read: where its head ends, and what each column stands for. */
export interface Mapping {
  /** Row of the head, from 0; the last of its rows where it has several. */
  readonly head: number;
  /** For each column, from the left, what it stands for; null for nothing of ours. */
  readonly columns: readonly (ForeignKey | null)[];
}

/** Heads of what may be the status, and of what surely is. */
const statusHead = /状态|完成情况|办理情况|进度$|是否完成|是否办结/;
const surelyStatus = /状态|进度$|是否/;

/** Words that offices head such columns with, the surest first: a column takes the first kind it fits. */
const words: readonly (readonly [ForeignKey, RegExp])[] = [
  ['docNumber', /(?:发文|文件)?(?:字号|文号)$|^文件编号$/],
  ['document', /^(?:文件|文件名称?|文件标题|政策名称?|政策文件|来源(?:文件)?|任务来源|依据)$/],
  ['leaders', /(?:分管|包案|包抓|包联|挂帅|牵头|责任|主管)(?:县|市|区|局|校|院)?领导/],
  ['offices', /(?:承办|责任|经办|牵头|主办)(?:科室|股室|处室|科股室)|^(?:科室|股室|处室)$/],
  ['handlers', /(?:承办|经办|责任|负责|办理|联系|具体)人|^联络员$/],
  ['evidence', /佐证|证明材料|^附件/],
  ['doneOn', /(?:实际|已|销号)(?:完成|办结)?(?:时间|日期)/],
  ['next', /下一?步/],
  ['problem', /问题|困难|难点/],
  ['latest', /进展|(?:推进|落实|工作)情况/],
  ['lead', /牵头|主办|主责/],
  ['participants', /配合|协办|参加|参与|协同|会办/],
  ['responsible', /责任(?:单位|部门|主体)|承办(?:单位|部门)|实施(?:单位|部门|主体)|落实(?:单位|部门)|^(?:单位|部门)$/],
  ['deadline', /时限|期限|完成(?:时间|日期|时效)|截止|办结(?:时间|日期)|时间节点|时间要求|^(?:时间|日期)$/],
  ['status', statusHead],
  ['tags', /标签|类别|分类/],
  ['note', /备注|说明|备考/],
  ['path', /章节|领域|重点工作|板块|大类|一级指标|方面/],
  [
    'title',
    /^(?:任务|事项|举措|措施|项目|工作)(?:名称|标题|清单)?$|(?:主要|重点|目标|工作|具体)任务$|任务(?:名称|事项)$|工作(?:任务|事项|举措|措施|内容)$|^(?:督办|督查)事项$/,
  ],
  ['text', /内容|要求|举措|措施|目标|任务/],
  ['number', /^(?:序号|编号|号|no|项)$|任务编号/],
];

const OWN_NUMBER = /^编号$|任务编号/;

/** Rows from the top in which a head is looked for. */
const within = 15;

/**
 * A mapping as good as it can be guessed, to be looked at and changed; null where no row looks like a head. Heads of
 * several rows are read as one: the words of a merged cell count for all columns below it.
 */
export function suggestMapping(grid: Grid): Mapping | null {
  let best: { mapping: Mapping; score: number } | null = null;
  for (let row = 0; row < Math.min(within, grid.rows.length); row++) {
    const columns = assign(headings(grid, row));
    const score = columns.filter((key) => key !== null).length;
    const usable = columns.includes('title') || columns.includes('text');
    if (usable && score >= 2 && score > (best?.score ?? 0)) best = { mapping: { head: row, columns }, score };
  }
  if (!best) return null;
  const { head, columns } = best.mapping;
  return { head, columns: withTitle(byTheirCells(grid, head, columns)) };
}

/** Rows below a head that are looked at, and how long a word for a status is at the most. */
const LOOKED_AT = 200;
const LONGEST_WORD = 8;

/**
 * Of two columns that may hold the status (办理情况, 完成情况) it is the one whose cells say one; the other tells how the work goes, and so
 * does one alone that holds sentences.
 */
function byTheirCells(grid: Grid, head: number, columns: readonly (ForeignKey | null)[]): (ForeignKey | null)[] {
  const first = columns.indexOf('status');
  if (first < 0) return [...columns];
  const heads = headings(grid, head);
  const below = Array.from({ length: Math.min(LOOKED_AT, grid.rows.length - head - 1) }, (_, at) => head + 1 + at);
  const cells = (column: number) => below.map((row) => cellAt(grid, row, column).text.trim()).filter(Boolean);
  const known = (column: number) => cells(column).filter((text) => builtInStatus(text) !== undefined).length;
  const may = heads.flatMap((heading, at) => (columns[at] === null && statusHead.test(heading) ? [at] : []));
  const best = may.reduce((best, at) => (known(at) > known(best) ? at : best), first);
  const tells = (column: number) =>
    known(column) === 0 &&
    !surelyStatus.test(heads[column]!) &&
    cells(column).some((text) => text.length > LONGEST_WORD);
  const other = best === first ? (may.find((at) => cells(at).length > 0 && known(at) === 0) ?? -1) : first;
  const goes = tells(best) ? best : other;
  const latest = columns.includes('latest') ? null : 'latest';
  return columns.map((key, at) => (at === goes ? latest : at === best ? 'status' : key));
}

/** The mapping that was kept for a head of this table, at whatever row it stands now; null where none was. */
export function knownMapping(
  grid: Grid,
  known: readonly { readonly signature: string; readonly columns: Mapping['columns'] }[],
): Mapping | null {
  for (let head = 0; known.length > 0 && head < Math.min(within, grid.rows.length); head++) {
    const signature = signatureOf(grid, head);
    const found = known.find((each) => each.signature === signature);
    if (found) return { head, columns: found.columns };
  }
  return null;
}

/** Each kind once: the first column that fits it best. */
function assign(headings: readonly string[]): (ForeignKey | null)[] {
  const taken = new Set<ForeignKey>();
  // Where numbers of their own have a column, 序号 only counts the rows.
  const numbered = headings.some((heading) => OWN_NUMBER.test(heading));
  return headings.map((heading) => {
    if (heading === '' || (numbered && heading === '序号')) return null;
    const key = words.find(([key, pattern]) => !taken.has(key) && pattern.test(heading))?.[0] ?? null;
    if (key) taken.add(key);
    return key;
  });
}

/** A table whose only words for what is to be done are "contents" has its titles there. */
const withTitle = (columns: readonly (ForeignKey | null)[]): (ForeignKey | null)[] =>
  columns.includes('title') ? [...columns] : columns.map((key) => (key === 'text' ? 'title' : key));

/** What stands over each column in this row: its own words, else those of a merged cell that reaches here. */
export function headings(grid: Grid, row: number): string[] {
  const width = Math.max(0, ...grid.rows.slice(0, row + 1).map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => bareHeading(cellAt(grid, row, column).text));
}

/** A cell, or the first one of the merged cells it is part of. */
export function cellAt({ rows, merged }: Grid, row: number, column: number): GridCell {
  const area = merged.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  const cells = area ? rows[area.top] : rows[row];
  return cells?.[area ? area.left : column] ?? emptyCell;
}

/** The same for every table with this head: a mapping that was once set right is found again by it. */
export function signatureOf(grid: Grid, head: number): string {
  return headings(grid, head).join('|');
}
