import { nameLength } from '../names/name-length';
import { isSentence } from '../names/organ';

/** A day by which, or a time at which again. */
const timed =
  /^[^。；]{0,80}?(?:(?:[日号天]|月底|季末|季度末|年底|年末|[上中下]旬|\d月份?|[年月]内?|工作日|小时|\d时)(?:以|之)?前|(?:工作日|小时|[日天])(?:以|之)?内|每[日天周旬月季半年]|(?:按|逐)(?:日|周|旬|月|季度?)(?=[^，。；]{0,6}[报送调通总]))/;
/** 有关情况及时报县政府办: what is to be reported. */
const reports = /(?:情况|进展|总结|名单|台账|信息|材料|报告)[^，。；]{0,14}(?:报(?!道|名|考|销)|反馈)/;
/** Whoever is asked for something by a day, or for a report, is asked, be it everybody: 各单位每月25日前报送进展. */
export const isDefinite = (sentence: string): boolean => timed.test(sentence) || reports.test(sentence);
/** So much of a sentence is looked at. */
const longest = 90;

/**
 * Are the doers in `[start, end)` asked so, before somebody else is: 各单位…，每月25日前报送; 4月30日前，各单位…? Cost: constant.
 */
export function isAskedDefinitely(text: string, start: number, end: number): boolean {
  if (/[前内]，?$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  const rest = text.slice(end, end + longest);
  const next = [...rest.matchAll(/，/g)].find(({ index }) => isUnitAt(rest, index + 1));
  return isDefinite(next ? rest.slice(0, next.index) : rest);
}

/** Does a unit's name begin there? 有关情况及时报县财政局 ends like one. */
function isUnitAt(text: string, at: number): boolean {
  const length = nameLength(text.slice(at));
  return length > 0 && !isSentence(text.slice(at, at + length));
}
