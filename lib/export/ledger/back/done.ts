import { inFigures } from './day';
import { type ForeignDue, foreignDue } from './foreign-due';
import type { GridCell } from './grid';
import { builtInStatus } from './status-in';
import { inFull } from './time-words';

/** What is to be, and not what was: 预计6月底, 6月30日前, 6月30日未完成. */
const NOT_YET = /预计|预期|预定|计划|拟|力争|争取|确保|目标|即将|将于|未|没|前/;
/** A day of a month, with or without its year. */
const DAY = /\d{1,2}[日号]|(?<!\d)(?:\d{4}|\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|^\d{1,2}[-/.]\d{1,2}$|^\d{5}$|^\d{8}$/;

const nothing: ForeignDue = { dueDate: null, recurrence: null, inferred: false };

/**
 * The day on which something was done, as a table says it. Only a plain day is one: the end of 6月 or 二季度 is when it was to be done at
 * the latest.
 *
 * @param year as of `foreignDue`
 */
export function doneDay(cell: GridCell, year: number): ForeignDue {
  const text = inFigures(cell.text.normalize('NFKC').replace(/\s+/g, ''));
  if (NOT_YET.test(text) || !(cell.kind === 'number' || DAY.test(inFull(text)) || DAY.test(text))) return nothing;
  return foreignDue(cell, year);
}

/** Words that say of the whole that it is done, and such as say of a part that it is not. */
const ENDED = /完成|办结|完毕|竣工|建成|销号|结束/;
const GOES_ON = /暂缓|暂停|未|尚|没有|正在|刚|推进|筹备|开工|启动|滞后|预计|即将|拟|待|计划|下一步|力争|中$/;

/** What a row says of how it stands, beside a status that was read. */
export interface Said {
  /** As its cell has it; null where that is empty. */
  readonly status: string | null;
  readonly latest: string | null;
  readonly percent: number | null;
  readonly doneOn: string | null;
}

/**
 * Whether a row that gives a whole share or a day, and no status, may be taken for done: a guess, which any word that says otherwise
 * forbids.
 */
export function seemsDone({ status, latest, percent, doneOn }: Said): boolean {
  if (status !== null || (percent !== 100 && !doneOn)) return false;
  if (latest === null || builtInStatus(latest) === 'done') return true;
  return !GOES_ON.test(latest) && (doneOn !== null || ENDED.test(latest));
}
