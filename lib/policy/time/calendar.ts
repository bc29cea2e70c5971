import { numeral } from '../../text/chars';

/** What is known of the document's own time. */
export interface DateContext {
  /** The year the document plans for, or was made in. */
  readonly year: number | null;
  /** ISO date of the document. */
  readonly date: string | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The ISO date of a day, or of a month's last day; null for a day that is none. */
export function iso(year: number, month: number, day?: number): string | null {
  if (year < 1949 || year > 2100 || month < 1 || month > 12) return null;
  const last = lastDay(year, month);
  if (day !== undefined && (day < 1 || day > last)) return null;
  return `${year}-${pad(month)}-${pad(day ?? last)}`;
}

/** An ISO date `days` later (or earlier). */
export function shifted(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** So many days may a date without a year lie before its document: a stage that was over when it was printed. */
const patience = 40;

/**
 * The date of a day whose year is not printed: of the year the document plans for, but not before the document itself
 * (a report of 2030 that was issued in 2031 plans for 2031).
 *
 * @param make the date in a given year
 */
export function settled(make: (year: number) => string | null, year: number, { date }: DateContext): string | null {
  const first = make(year);
  if (!first || !date) return first;
  const floor = shifted(date, -patience);
  const own = Number(date.slice(0, 4));
  for (const y of [year, own, own + 1]) {
    const found = y >= year ? make(y) : null;
    if (found && found >= floor) return found;
  }
  return first;
}

/** A month, with a day or a part of it: 6月, 6月20日, 6月上旬. */
export function monthPoint(year: number, printed: string, day?: string, part?: string): string | null {
  const month = numeral(printed);
  if (month === null) return null;
  if (day) return iso(year, month, numeral(day) ?? 0);
  if (part === '上旬' || part === '初') return iso(year, month, 10);
  return part === '中旬' ? iso(year, month, 20) : iso(year, month);
}

/** A half or a quarter: 上半年, 第三季度. */
export function halfPoint(year: number, words: string): string | null {
  if (words === '上半年') return iso(year, 6);
  if (words === '下半年') return iso(year, 12);
  if (words === '前三季度') return iso(year, 9);
  const quarter = numeral(words.replace(/^第/, '')[0]!);
  return quarter ? iso(year, quarter * 3) : null;
}

/** Days by their names, with the month and day they fall on; those that move have none. */
const feasts: Readonly<Record<string, readonly [month: number, day: number] | null>> = {
  元旦: [1, 1],
  清明: [4, 4],
  五一: [5, 1],
  劳动: [5, 1],
  五四: [5, 4],
  六一: [6, 1],
  七一: [7, 1],
  八一: [8, 1],
  国庆: [10, 1],
  春节: null,
};

/** The day before a feast, as far as the calendar tells: 国庆节前 → 30 September, 春节前 → null. */
export function beforeFeast(year: number, name: string): string | null {
  const day = feasts[name.replace(/节$/, '')];
  if (!day) return null;
  const [month, date] = day;
  return shifted(iso(month === 1 ? year + 1 : year, month, date)!, -1);
}

/** So many months, days, years or weeks after a date. */
export function later(from: string | null, count: number | null, unit: string): string | null {
  if (!from || count === null) return null;
  const date = new Date(`${from}T00:00:00Z`);
  if (unit === '月') date.setUTCMonth(date.getUTCMonth() + count);
  else if (unit === '年') date.setUTCFullYear(date.getUTCFullYear() + count);
  else date.setUTCDate(date.getUTCDate() + count * (unit === '周' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

/** 本月底, 下月5日: counted from the date of the document. */
export function monthFrom(from: string | null, ahead: number, day: string | undefined): string | null {
  if (!from) return null;
  const month = Number(from.slice(5, 7)) + ahead;
  const next = month > 12 ? 1 : 0;
  return iso(Number(from.slice(0, 4)) + next, month - 12 * next, day ? Number(day) : undefined);
}
