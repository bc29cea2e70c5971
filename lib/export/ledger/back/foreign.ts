import type { ForeignKey, Mapping } from './foreign-keys';
import type { Grid } from './grid';
import { headings } from './heads';
import { byTheirCells, latestHead, percentHead, statusHead } from './standing';

/** An office within one's own unit (主责科室), and nobody of it (科室负责人). */
const ofOwnOffice = /(?:科室|股室|处室|科股室|内设机构)(?!.*(?:领导|人员?|长|电话)$)/;

/** Words that offices head such columns with, the surest first: a column takes the first kind it fits. */
const words: readonly (readonly [ForeignKey, RegExp])[] = [
  ['docNumber', /(?:发文|文件)?(?:字号|文号)$|^文件编号$/],
  ['document', /^(?:文件|文件名称?|文件标题|政策名称?|政策文件|来源(?:文件)?|任务来源|依据)$/],
  ['leaders', /(?:分管|包案|包抓|包联|挂帅|牵头|责任|主管)(?:县|市|区|局|校|院)?领导/],
  ['offices', ofOwnOffice],
  ['handlers', /(?:承办|经办|责任|负责|办理|联系|具体)人|^联络员$/],
  ['evidence', /佐证|证明材料|^附件/],
  ['doneOn', /(?:实际|已|销号)(?:完成|办结)?(?:时间|日期)/],
  ['next', /下一?步/],
  ['problem', /问题|困难|难点/],
  ['percent', percentHead],
  ['latest', latestHead],
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
export const suggestMapping = (grid: Grid): Mapping | null => bestMapping(grid, holdsTasks);

/** As `suggestMapping`; where no head of tasks is known, the row in which most others are. */
export const likelyMapping = (grid: Grid): Mapping | null => suggestMapping(grid) ?? bestMapping(grid, () => true);

/** What the columns stand for, as good as it can be guessed, below a head that a person found. */
export const mappingAt = (grid: Grid, head: number): Mapping => ({
  head,
  columns: withTitle(byTheirCells(grid, head, assign(headings(grid, head)))),
});

type Columns = readonly (ForeignKey | null)[];

const holdsTasks = (columns: Columns): boolean => columns.includes('title') || columns.includes('text');

/** By the row with most heads that are known, of such as may be one. */
function bestMapping(grid: Grid, mayBe: (columns: Columns) => boolean): Mapping | null {
  let best = { head: -1, score: 1 };
  for (let head = 0; head < Math.min(within, grid.rows.length); head++) {
    const columns = assign(headings(grid, head));
    const score = columns.filter((key) => key !== null).length;
    if (score > best.score && mayBe(columns)) best = { head, score };
  }
  return best.head < 0 ? null : mappingAt(grid, best.head);
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

/** Heads of what is to be done, whatever is said before: 会议议定事项, 改革举措, 整改问题. */
const TASK = /(?:事项|任务|内容|问题|措施|举措|工作)(?:清单|描述)?$/;
const NO_TASK = /协调|注意|其他|存在|困难|遇到|说明/;

/** Each kind once: the first column that fits it best. */
function assign(headings: readonly string[]): (ForeignKey | null)[] {
  const taken = new Set<ForeignKey>();
  // Where numbers of their own have a column, 序号 only counts the rows.
  const numbered = headings.some((heading) => OWN_NUMBER.test(heading));
  const columns = headings.map((heading) => {
    if (heading === '' || (numbered && heading === '序号')) return null;
    const key = words.find(([key, pattern]) => !taken.has(key) && pattern.test(heading))?.[0] ?? null;
    // A second office of one's own (协办科室) is no unit.
    if (key !== 'offices' && ofOwnOffice.test(heading)) return null;
    if (key) taken.add(key);
    return key;
  });
  const task = taken.has('title') ? -1 : taskAmong(headings, columns);
  return columns.map((key, at) => (at === task ? 'title' : key));
}

/**
 * The column of tasks where no head is known for sure to be theirs: one that is called like them and stands for nothing else, a problem that
 * is to be solved (整改问题, with 整改措施 beside it), or the fields of work; -1 for none.
 */
function taskAmong(headings: readonly string[], columns: Columns): number {
  const called = (key: ForeignKey | null) =>
    columns.findIndex((each, at) => each === key && TASK.test(headings[at]!) && !NO_TASK.test(headings[at]!));
  const text = headings[columns.indexOf('text')];
  const kinds = text === undefined ? ([null, 'problem', 'path'] as const) : ([null, 'problem'] as const);
  // Contents and tasks are what is to be done themselves; measures are against something.
  if (text !== undefined && !/措施|举措|要求|目标/.test(text)) return -1;
  return kinds.map(called).find((at) => at >= 0) ?? -1;
}

/** A table whose only words for what is to be done are "contents" has its titles there. */
const withTitle = (columns: readonly (ForeignKey | null)[]): (ForeignKey | null)[] =>
  columns.includes('title') ? [...columns] : columns.map((key) => (key === 'text' ? 'title' : key));

/** The same for every table with this head: a mapping that was once set right is found again by it. */
export function signatureOf(grid: Grid, head: number): string {
  return headings(grid, head).join('|');
}
