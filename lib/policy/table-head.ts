import { acts } from '../names/lexicon/verbs';
import { beginsWithLevel, isOrganName } from '../names/organ';
import { type Column, columnOf } from './columns';
import { withDivision } from './division-column';
import { type Cell, type Grid, textOf } from './grid';
import { isTimeHead } from './milestones';
import { withColumnsOfUnits } from './unknown-columns';

type Row = readonly (Cell | null)[];

/** What a table's head says of its columns. */
export interface Head {
  readonly columns: readonly (Column | null)[];
  /** First row after the head. */
  readonly from: number;
  readonly labels: readonly string[];
}

/** The head: the first row whose cells name roles (or a unit and its duties), with the rows that share it. */
export function headOf(grid: Grid): Head | null {
  const { rows, width } = grid;
  for (let r = 0; r < Math.min(rows.length, grid.records ? 1 : 6); r++) {
    const row = rows[r]!;
    const distinct = new Set(row.filter(Boolean)).size;
    if (distinct < 2) continue;
    const columns = withDivision(
      row.map((c) => columnOf(textOf(c))),
      row,
      rows.slice(r + 1, r + 5),
    );
    if (namesUnit(row, columns)) continue;
    const two = takesSubheads(columns, row, rows[r + 1], width);
    const from = r + (two ? 2 : 1);
    const lowest = two ? rows[r + 1]! : row;
    if (grid.records || columns.some(Boolean))
      columns.splice(0, width, ...withColumnsOfUnits(columns, lowest, rows.slice(from)));
    const head = withRole(columns, row, rows.slice(from));
    if (head) return { columns: head, from, labels: row.map(textOf) };
  }
  return null;
}

/** The columns where they divide work, a column of units among them as one of who does it where no other says so; null where they do not. */
function withRole(columns: readonly (Column | null)[], row: Row, below: readonly Row[]): (Column | null)[] | null {
  const labels = row.map(textOf);
  const offices = officesIn(columns, labels);
  if (offices < 0 && !divides(columns, { row, labels, below })) return null;
  const unit = columns.some((c) => c?.kind === 'role') ? -1 : columns.findIndex((c) => c?.kind === 'unit');
  return columns.map((c, k) =>
    k === offices || k === unit ? { kind: 'role', role: 'responsible', mixed: false, persons: false } : c,
  );
}

/** The columns of a row divide work: roles beside another, units and what they do, who oversees what is done. */
function divides(
  columns: readonly (Column | null)[],
  { row, labels, below }: { readonly row: Row; readonly labels: readonly string[]; readonly below: readonly Row[] },
): boolean {
  const distinct = new Set(row.filter(Boolean)).size;
  const has = (...kinds: Column['kind'][]): boolean => columns.some((c) => c && kinds.includes(c.kind));
  const known = columns.filter(Boolean).length;
  const content = has('text', 'title');
  if (!has('role') && content) return has('unit') || (distinct > 2 && has('beside'));
  if (has('role')) return known > 1 || saysDuties(columns, labels, below);
  // Of units and what no heading names as work it may be what they have reached: 单位 | 上半年 | 下半年.
  return labels.some((label) => ofDuties.test(label)) && saysDuties(columns, labels, below);
}

/**
 * Where no other column names who does it, the column of names (单位名称 | 承担职责) or of offices (科室 | 任务 | 时间) beside what is to be done; -1
 * where none stands. 科室 | 项目 | 价格 hands nothing out.
 */
function officesIn(columns: readonly (Column | null)[], labels: readonly string[]): number {
  if (columns.some((c) => c?.kind === 'role' || c?.kind === 'unit')) return -1;
  const says = (words: RegExp): boolean => labels.some((label, k) => columns[k] && words.test(label));
  const named = labels.findIndex((label) => /^(?:单位|部门|乡镇|镇街)名称$/.test(label));
  if (named >= 0) return says(/(?:任务|工作|措施|职责|举措)[^名]{0,4}$/) ? named : -1;
  return says(/^.{0,4}(?:任务|措施|举措)(?:内容|清单)?$/)
    ? labels.findIndex((label) => /^(?:责任)?(?:[科处股部]室|站所|院系|学院|办所)$/.test(label))
    : -1;
}

const ofDuties = /阶段$|职责|任务|分工|措施|行动|要求|事项/;

/** Rows that are looked at below the head. */
const looked = 12;

/** What was reached, or how it is judged, is no task. */
const noTask = /成效|成绩|结果|得分|情况|进展|成果|绩效|评价|意见|备注|说明|依据|联系|电话|地址|问题/;

/** 责任单位 | 应急行动: below the one heading that is known stand organs throughout, and beside them what they do, whatever it is called. */
function saysDuties(columns: readonly (Column | null)[], labels: readonly string[], below: readonly Row[]): boolean {
  const k = columns.findIndex((c) => c?.kind === 'role' || c?.kind === 'unit');
  if (k < 0) return false;
  const rows = below.filter((row) => textOf(row[k] ?? null)).slice(0, looked);
  const named = rows.filter((row) => isOrganName(textOf(row[k]!).split(/[、，；]/)[0]!));
  if (rows.length < 2 || named.length * 5 < rows.length * 4) return false;
  return columns.some(
    (_, i) =>
      i !== k &&
      !noTask.test(labels[i] ?? '') &&
      rows.filter((row) => isDuty(textOf(row[i] ?? null))).length * 2 >= rows.length,
  );
}
/** It begins with something that is done. */
export const isDuty = (text: string): boolean =>
  acts(text) || /^(?:维护|保障|管理|服务|检查|建设|改造|培训)/.test(text);

/** A head names no unit: 牵头单位 | 市水务局 | 配合单位 | … are labels with their values. */
const namesUnit = (row: readonly (Cell | null)[], columns: readonly (Column | null)[]): boolean =>
  row.some((c, k) => !columns[k] && isOrganName(textOf(c)) && (beginsWithLevel(textOf(c)) || inPairs(row, columns)));

/** 责任科室 | 保管科 | 协助科室 | 技术科: every other cell is a label. */
const inPairs = (row: readonly (Cell | null)[], columns: readonly (Column | null)[]): boolean =>
  row.length % 2 === 0 && row.every((c, k) => (k % 2 === 0 ? columns[k] && c !== row[k + 1] : !columns[k]));

/** Where cells that spanned came apart (CSV): short words stand below a wide heading, and nothing below the others. */
function fillsGaps(row: readonly (Cell | null)[], next: readonly (Cell | null)[]): boolean {
  const filled = next.flatMap((c, k) => (textOf(c) ? [k] : []));
  const empty = row.filter((c, k) => textOf(c) && !textOf(next[k] ?? null)).length;
  return (
    filled.length >= 2 &&
    empty >= 2 &&
    filled.some((k) => !textOf(row[k] ?? null)) &&
    filled.every((k) => /^[^\d。，；、]{2,8}$/.test(textOf(next[k] ?? null)) || isTimeHead(textOf(next[k] ?? null)))
  );
}

/** Beside cells that reach into it stands what parts a wide cell above: short words, whatever they are. */
function isSubhead(row: readonly (Cell | null)[], next: readonly (Cell | null)[]): boolean {
  if (fillsGaps(row, next)) return true;
  const reaches = row.some((c, k) => c && next[k] === c);
  const parts = next.filter((c, k) => c && row[k] && c !== row[k]);
  const parted = row.some((c, k) => c && c.columnSpan > 1 && next[k] !== c);
  return (
    reaches &&
    parted &&
    parts.length > 1 &&
    parts.every((c) => /^[^\d。，；、]{2,12}$/.test(textOf(c)) || isTimeHead(textOf(c)))
  );
}

/**
 * A head of two rows: 责任分工 over 牵头单位 and 配合单位; 序号 over both. Puts what the row below names into the columns; false
 * where the head is one row.
 */
function takesSubheads(
  columns: (Column | null)[],
  row: readonly (Cell | null)[],
  next: readonly (Cell | null)[] | undefined,
  width: number,
): boolean {
  if (!next) return false;
  const below = next.map((c) => columnOf(textOf(c)));
  const spans = row.some((c, k) => c && next[k] === c) || row.some((c) => (c?.columnSpan ?? 1) > 1);
  const named = below.filter((c, k) => c?.kind === 'role' && next[k] !== row[k]).length;
  // Heads that were merged once and came apart: the row below is roles and nothing else.
  const apart = named > 1 && next.every((c, k) => !textOf(c) || below[k]?.kind === 'role');
  if (!((spans || apart) && named > 0) && !isSubhead(row, next)) return false;
  if (namesUnit(next, below)) return false;
  for (let k = 0; k < width; k++) {
    if (next[k] === row[k]) continue;
    // 节点目标 over 6月底 and 9月底: what is reached by then, and not what is to be done.
    if (below[k]) columns[k] = below[k]!;
    else if (isTimeHead(textOf(next[k] ?? null))) columns[k] = { kind: 'other' };
  }
  return true;
}
