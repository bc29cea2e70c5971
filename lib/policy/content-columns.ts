import type { Column } from './columns';
import { type Cell, type Grid, textOf } from './grid';
import { type Head, isDuty } from './table-head';
import { kindOf } from './text-tables';

/** 项目 | … | 进展情况 | 存在问题 | 下步措施: behind what is to be done a column of problems is a remark; in front of it, it is what is to be mended. */
function withoutProblems(columns: readonly (Column | null)[], { labels }: Head): (Column | null)[] {
  const first = columns.findIndex((c) => c?.kind === 'title');
  return columns.map((column, k) =>
    column?.kind === 'title' && k > first && aside.test(labels[k] ?? '') ? null : column,
  );
}
const aside = /^(?:存在|主要)?(?:的)?问题$|^(?:年度|工作)?目标$/;

/** 节点要求 | 时间要求: a column of times where nearly all its cells say when and nothing else. */
function withAskedTimes(
  columns: readonly (Column | null)[],
  { rows }: Grid,
  { from, labels }: Head,
): (Column | null)[] {
  return columns.map((column, k) => {
    if (!/(?:节点|时间|时限|进度|工期)要求$/.test(labels[k] ?? '')) return column;
    const cells = rows.slice(from).flatMap((row) => (textOf(row[k] ?? null) ? [row[k]!] : []));
    const timed = cells.filter((cell) => cell.strand.length <= 16 && kindOf(cell) === 'time');
    return cells.length > 0 && timed.length * 5 >= cells.length * 4 ? { kind: 'deadline' } : column;
  });
}

/** How a task is marked. */
const marks = /^(?:评分|计分|扣分|赋分|考核|考评|评价)(?:标准|细则|办法|方法)$/;

/**
 * The columns, with an unnamed one that holds sentences taken for the text where no column is named so; beside titles it holds clearly
 * more than they do.
 */
export function contentColumns(grid: Grid, head: Head): (Column | null)[] {
  const columns = withText(grid, head);
  if (columns.some((c) => c?.kind === 'deadline')) return columns;
  return columns.map((c, k) => c ?? (steps.test(head.labels[k] ?? '') ? { kind: 'deadline', told: true } : null));
}

/** What is to be reached, and step by step: where no column says when, these may. */
const steps =
  /^(?:20\d\d年)?(?:年度|工作|阶段性?|主要|具体|全年|进度)*目标$|^(?:20\d\d年)?(?:第?[一二三四]季度|[上下]半年)/;

/** Labels of what is to be done, whatever else they say. */
const asksWhat = /内容|任务|成果|目标|事|要求|措施|标准|做法|整改|举措|工作|项目|行动|[干做]什么/;

/** Longer words than a name has say what is to be done. */
const longName = 10;

/** In a record what has no label is its title, and what a label asks for that is neither names, times nor remarks is to be done. */
function withRecordText(columns: readonly (Column | null)[], grid: Grid, { labels, from }: Head): (Column | null)[] {
  const rows = grid.rows.slice(from, from + 12);
  const isOpen = (k: number): boolean => (columns[k] === null || columns[k]?.kind === 'other') && labels[k] !== '';
  const said = (k: number, least: number): boolean =>
    isOpen(k) && rows.filter((row) => textOf(row[k] ?? null).length > least).length * 2 >= rows.length;
  const asked = columns.findIndex((_, k) => asksWhat.test(labels[k] ?? '') && said(k, 3));
  const told = columns.some((c) => c?.kind === 'text' || c?.kind === 'title');
  const longest = told ? -1 : columns.findIndex((_, k) => said(k, longName));
  const text = columns.some((c) => c?.kind === 'text') ? -1 : asked >= 0 ? asked : longest;
  const unnamed = labels.findLastIndex((label, k) => !label && columns[k] === null);
  // 点位：东街口　拆除主体：甲队: a place is what it is about, where nothing else is said.
  const place = told || text >= 0 || unnamed >= 0 ? -1 : columns.findIndex((c, k) => c?.kind === 'place' || said(k, 1));
  return columns.map((c, k) => {
    if (k === text) return { kind: 'text' };
    return k === unnamed || k === place ? { kind: 'title' } : c;
  });
}

/** What is looked after, where each has somebody who answers for it: 路段 | 包保单位, 楼栋 | 责任社区. */
const lookedAfter =
  /^(?!.*(?:备注|说明|现状|数量|面积|长度))[\u4e00-\u9fff]{0,6}(?:[路街河巷段点片区户楼村圈校厂格湖库井树桥涵塘渠栋院店场企]|点位|单元|对象|水体)(?:名称?|称)?$/;
/** Headings that say that somebody answers for it. */
const answers = /责任|包[保联抓干帮]|认领|[管养守看]护|挂[包联钩]|结对/;

/** A table that says of each place who answers for it: its names are what is to be done. */
function withPlaces(
  columns: (Column | null)[],
  rows: readonly (readonly (Cell | null)[])[],
  labels: readonly string[],
): (Column | null)[] {
  if (!columns.some((c, k) => c?.kind === 'role' && answers.test(labels[k] ?? ''))) return columns;
  const isPlace = (k: number): boolean => {
    if (columns[k] && columns[k].kind !== 'place' && columns[k].kind !== 'other') return false;
    const filled = rows.filter((row) => /[\u4e00-\u9fff]/.test(textOf(row[k] ?? null))).length;
    return lookedAfter.test(labels[k] ?? '') && filled * 5 >= rows.length * 4;
  };
  const at = columns.findIndex((_, k) => isPlace(k));
  return columns.map((c, k) => (k === at ? { kind: 'title' } : c));
}

function withText(grid: Grid, head: Head): (Column | null)[] {
  const columns = withoutProblems(withAskedTimes(head.columns, grid, head), head);
  if (grid.records) return withRecordText(columns, grid, head);
  if (columns.some((c) => c?.kind === 'text')) return columns;
  const rows = grid.rows.slice(head.from, head.from + 12);
  const meanOf = (k: number): number =>
    rows.reduce((sum, row) => sum + textOf(row[k] ?? null).length, 0) / Math.max(1, rows.length);
  const title = columns.findIndex((c) => c?.kind === 'title');
  let best = -1;
  let most = title < 0 ? 6 : Math.max(10, 1.5 * meanOf(title));
  for (let k = 0; k < columns.length; k++) {
    if (columns[k] || /^(?:备注|说明|.{0,4}(?:进展|现状|原因|依据|来源|情况|联系.*))$/.test(head.labels[k] ?? ''))
      continue;
    const mean = meanOf(k);
    if (mean > most) {
      most = mean;
      best = k;
    }
  }
  // 二级指标 | 评分细则: what is asked of the unit stands in how it is marked, however short.
  if (best < 0) best = columns.findIndex((c, k) => !c && title >= 0 && marks.test(head.labels[k] ?? ''));
  if (best < 0) return title < 0 ? withPlaces(columns, rows, head.labels) : columns;
  columns[best] = { kind: 'text' };
  // 成员单位 | 准备阶段 | 响应阶段: what a unit does stands in two columns; the first of them is told above the second.
  const beside = columns.findIndex(
    (c, k) => !c && k < best && rows.filter((row) => isDuty(textOf(row[k] ?? null))).length * 2 >= rows.length,
  );
  if (title < 0 && beside >= 0) columns[beside] = { kind: 'title' };
  return columns;
}
