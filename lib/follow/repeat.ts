/** How often something falls due, as a rule of RFC 5545 and as a test of one day. */
export interface Repeat {
  /** FREQ=MONTHLY;BYMONTHDAY=25 */
  readonly rule: string;
  /** Whether it falls due on this day. */
  readonly on: (day: Date) => boolean;
}

const numerals = '零一二三四五六七八九十';
const weekdays = ['日天', '一', '二', '三', '四', '五', '六'];
const dayWords = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Months in a period that repeats. */
const spans: readonly (readonly [RegExp, number])[] = [
  [/半年/, 6],
  [/季/, 3],
  [/年/, 12],
  [/月/, 1],
];

const everyMonth = Array.from({ length: 12 }, (_, at) => at + 1);

/**
 * What a printed recurrence means for a calendar. Without a day of its own it falls on the last day of its period: 每季度
 * means the quarter's end, 每年至少两次 the ends of June and December. Where a count does not divide its period, once a
 * period is taken. Null where no period is printed: 定期, 任期内.
 */
export function repeatOf(text: string): Repeat | null {
  const words = text.normalize('NFKC').replace(/\s+/g, '');
  const head =
    /每(?:个)?(?:半年|半个?月|年|季|月|旬|周|星期|日|天|工作日)|按(?:年|季|月|旬|周|半年|半月)|(?<![\d十])一(?:年|季|月|周|半年)度?一(?=[^\d日号月年季周至到、，])/.exec(
      words,
    )?.[0];
  if (!head) return null;
  if (/日|天/.test(head)) return { rule: 'FREQ=DAILY', on: () => true };
  // 一周一次 names no Monday.
  if (/周|星期/.test(head)) return weekly(head.startsWith('一') ? words.replace(head, '') : words);
  // The middle of a month and its end, and each third of it.
  if (/半个?月/.test(head)) return monthly(everyMonth, [15, -1]);
  if (/旬/.test(head)) return monthly(everyMonth, [10, 20, -1]);
  const months = spans.find(([span]) => span.test(head))![1];
  const rest = words.slice(words.indexOf(head) + head.length);
  return monthly(monthsOf(rest, months), daysOf(rest, months));
}

function weekly(words: string): Repeat {
  const named = /(?:周|星期)([一二三四五六日天])/.exec(words)?.[1];
  // The end of a working week.
  const day = named ? weekdays.findIndex((names) => names.includes(named)) : 5;
  return { rule: `FREQ=WEEKLY;BYDAY=${dayWords[day]}`, on: (date) => date.getUTCDay() === day };
}

/** The months of the year, from 1, in which it falls due. */
function monthsOf(rest: string, span: number): number[] {
  const ends = Array.from({ length: 12 / span }, (_, at) => (at + 1) * span);
  if (span === 12) {
    const printed = [...rest.matchAll(/(\d{1,2}|[一二三四五六七八九十]{1,2})月/g)].map(([, month]) => numberOf(month!));
    const named = printed.filter((month) => month >= 1 && month <= 12);
    if (named.length > 0) return [...new Set(named)].sort((a, b) => a - b);
  }
  if (/^(?:度)?(?:首|第一个?)(?:个)?月/.test(rest)) return ends.map((end) => end - span + 1);
  const times = timesIn(rest);
  if (times === null || span % times !== 0) return ends;
  const step = span / times;
  return Array.from({ length: 12 / step }, (_, at) => (at + 1) * step);
}

/** Days of the month: 25 in 每月25日前, else the last one, twice a month also the middle. */
function daysOf(rest: string, span: number): number[] {
  const day = /(\d{1,2})[日号]/.exec(rest)?.[1];
  if (day && Number(day) >= 1 && Number(day) <= 31) return [Number(day)];
  return span === 1 && timesIn(rest) === 2 ? [15, -1] : [-1];
}

/** Days that months have, February the fewest. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Written in the plainest form there is, since not every calendar reads every rule aright. A 30th becomes the 28th where
 * it is asked of each month: rather early than missing in February.
 */
function monthly(months: readonly number[], days: readonly number[]): Repeat {
  const shortest = Math.min(...months.map((month) => lengths[month - 1]!));
  const kept = days.map((day) => Math.min(day, shortest));
  const step = 12 / months.length;
  const even = months.every((month, at) => month - months[0]! === at * step);
  const which = even ? (step > 1 ? `;INTERVAL=${step}` : '') : `;BYMONTH=${months.join(',')}`;
  return {
    rule: `FREQ=MONTHLY${which};BYMONTHDAY=${kept.join(',')}`,
    on: (date) => {
      const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      const due = kept.map((day) => (day < 0 ? end : day));
      return months.includes(date.getUTCMonth() + 1) && due.includes(date.getUTCDate());
    },
  };
}

const timesIn = (rest: string): number | null => {
  const count = /(\d{1,3}|[一二两三四五六七八九十]{1,2})(?:次|期|轮|场|回|批|遍)/.exec(rest)?.[1];
  return count ? numberOf(count) || null : null;
};

/** 12, 十二, 两 → a number; 0 for what is none. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const signs = [...text.replace('两', '二')].map((sign) => numerals.indexOf(sign));
  if (signs.some((sign) => sign < 0)) return 0;
  const ten = signs.indexOf(10);
  if (ten < 0) return signs.length === 1 ? signs[0]! : 0;
  return (ten === 0 ? 1 : signs[0]!) * 10 + (signs[ten + 1] ?? 0);
}

const DAY = 86_400_000;

/** The first day from `from` (ISO) on, within two years, on which it falls due, ISO; null where there is none. */
export function firstDay(repeat: Repeat, from: string): string | null {
  const start = Date.parse(`${from}T00:00:00Z`);
  for (let days = 0; days < 732; days++) {
    const date = new Date(start + days * DAY);
    // Behind it a day has another form, and no field takes it.
    if (date.getUTCFullYear() > 9999) return null;
    if (repeat.on(date)) return date.toISOString().slice(0, 10);
  }
  return null;
}
