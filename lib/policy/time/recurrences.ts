import { numeral, Sign, signsIn } from '../../text/chars';
import { covers, titleRanges } from '../title-ranges';
import type { Period } from '../types';

export interface RecurrenceFound {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  readonly times: number | null;
}

const opener =
  /(?:每人|每名[^，。；,;]{0,6}|每个[^，。；,;]{0,6})?(每(?:个)?(?:半年|年度?|季度?|半月|月|旬|周|星期|日|天)|任期内|届内|(?:按)(?:年度|季度?|半月|月|旬|周|半年)(?=(?:开展|组织|报送|通报|召开|调度|上报|报告|拨付|兑付|兑现|结算(?!单|办法)|清算|考核(?!奖|办法|结果|细则|等次|得分|指标|标准|情况)|公示|公布|发布|更新|巡查|检查|抽查|督查|督导|研判|会商|评估(?!报告|结果|办法)|填报|反馈|推送|分析|梳理))|(?:一)(?:季度|月|周)一[^，。；,;]{1,4})/g;
const count = /(?:至少|不少于|不低于)?([一二两三四五六七八九十]{1,2}|\d{1,3})(?:次|期|轮|场|回|批)(?!元)/g;
const amount = /^[^，。；,;]{0,12}(?:\d[\d.]*(?:万|亿)?(?:元|％|%|个百分点|万吨|万人|亿元)|增长|递增|提升\d)/;

const periods: readonly (readonly [RegExp, Period])[] = [
  [/半年/, 'half-year'],
  [/季/, 'quarter'],
  [/年/, 'year'],
  [/月|旬/, 'month'],
  [/周|星期/, 'week'],
  [/日|天/, 'day'],
  [/任期|届/, 'term'],
];

/** How often in a month what comes every half of it, or every ten days. */
const inMonth = (word: string): number | null => (word.includes('半月') ? 2 : word.includes('旬') ? 3 : null);

/** How often in its period: 每半月至少2次 is four times a month. */
function timesIn(word: string, printed: number | null): number | null {
  const parts = inMonth(word);
  return parts === null ? printed : parts * (printed ?? 1);
}

/** What a field of times says and nothing more: 每月, 每季度. */
const periodAlone = /^每(?:个)?(?:半年|年度?|季度?|半月|月|旬|周|星期|日|天)$/;

/** The same in a field of times, where a period alone says how often. */
export function fieldRecurrences(text: string): RecurrenceFound[] {
  const period = periodAlone.test(text) && periods.find(([p]) => p.test(text))?.[1];
  return period ? [{ start: 0, end: text.length, period, times: inMonth(text) }] : recurrencesIn(text);
}

/** Recurrences with a printed period: 每季度开展一次, 每年至少两次, 任期内. 定期 and 常态化 name none. */
export function recurrencesIn(text: string, signs: number = signsIn(text)): RecurrenceFound[] {
  const found: RecurrenceFound[] = [];
  if ((signs & Sign.recurs) === 0 || !/每|任期内|届内|按[年季月旬周半]|一[季月周]/.test(text)) return found;
  const shut = titleRanges(text);
  opener.lastIndex = 0;
  for (let m = opener.exec(text); m; m = opener.exec(text)) {
    const start = m.index;
    const word = m[1]!;
    const period = periods.find(([p]) => p.test(word))?.[1];
    if (!period || covers(shut, start)) continue;
    const clauseEnd = clauseAt(text, start + m[0].length);
    const clause = text.slice(start, clauseEnd);
    if (isNoDuty(word, clause.slice(m[0].length), text.slice(Math.max(0, start - 2), start))) continue;
    const [first, second] = [...clause.matchAll(count)];
    const next = second && text[start + second.index - 1] === '、' ? second : null;
    const end = next ? start + next.index - 1 : clauseEnd;
    found.push({ start, end, period, times: timesIn(word, first ? numeral(first[1]!) : null) });
    if (next) found.push({ start: start + next.index, end: clauseEnd, period, times: numeral(next[1]!) });
    opener.lastIndex = Math.max(opener.lastIndex, end);
  }
  return found;
}

/** A period that measures something else or says nothing of it: 每年, at a clause's end, 每年2万元, 每亩每年. */
function isNoDuty(word: string, rest: string, before: string): boolean {
  if (/^[。；，、]?$/.test(rest[0] ?? '。') && !/一[^，。；,;]/.test(word)) return true;
  return /^(?:的|\d{4}年|都|家庭|户|千|万|百|生每年)/.test(rest) || amount.test(rest) || /每[生户亩]/.test(before);
}

function clauseAt(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length && i < from + 80; i++) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth++;
    else if (c === '）' || c === ')') {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && '，,。；;：:'.includes(c)) return i;
  }
  return Math.min(text.length, from + 80);
}
