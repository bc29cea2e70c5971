import { type DateContext, iso, settled } from './calendar';
import { isCued } from './cued';
import type { TimeFound } from './points';

const year = '((?:19|20)\\d\\d)';
const month = '(1[0-2]|0?[1-9])';
const day = '(3[01]|[12]\\d|0?[1-9])';
/** 前 that ends a time, and begins no other word: 前期, 前置, 前十名. */
const before = '(之前|以前|前(?![期后置端方款述夕沿移言台厅厂列排面提线值往景者缀半几\\d一二三四五六七八九十名位]))';
/** No figure goes on in front of a date, or behind it; 版本V1.2, 第3.2条 and PM2.5 are none. */
const alone = '(?<![\\d.．/A-Za-z-]|第|条款?|版本?|号|温度|降至|升至|标段|比例?)';
const ended = '(?![\\d.．/月-])';

/** 2031.6.30前, 2031-06-30完成, 2031/6前; of 2031.3-2031.6 the end. */
const full = new RegExp(
  `${alone}(?:${year}[.．/-]\\d{1,2}(?:[.．/-]\\d{1,2})?[至到—–~～-]{1,2})?${year}([.．/-])${month}(?:\\3${day})?日?(?:底|末)?${before}?${ended}`,
  'g',
);
/** 6.30前, 6/30前. */
const short = new RegExp(`${alone}(?:\\d{1,2}[.．]\\d{1,2}[—–~～至-])?${month}[.．/]${day}日?${before}`, 'g');
/** 20310630前, 203106底前. */
const compact = new RegExp(`${alone}${year}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])?(?:底|末)?${before}`, 'g');
/** 2031年Q2完成, Q3末前. */
const quarter = new RegExp(
  `(?<![A-Za-z])(?:${year}年?)?[Qq]([1-4])(?:季度)?(?:底|末)?(?:${before}|内(?![容部测外资设])|(?=(?:完成|建成|办结|开工|竣工|投用|上报|报送|启动|举办|开展)))`,
  'g',
);
const any = /\d[.．/-]\d|20\d{4}|[Qq][1-4]/;

/**
 * The deadlines of a text that are printed in figures alone: 2031.6.30前, 6.30前, 203106前, Q2完成. Without 前 a day of a printed year binds by
 * the words around it. Cost: linear.
 */
export function figureDates(text: string, context: DateContext): TimeFound[] {
  if (!any.test(text)) return [];
  return [...fullDates(text, context), ...shortDates(text, context), ...compactDates(text), ...quarters(text, context)];
}

const foundAt = (m: RegExpMatchArray, date: string | null, yearInferred: boolean): TimeFound => ({
  start: m.index!,
  end: m.index! + m[0].length,
  date,
  yearInferred,
});
const found = (m: RegExpMatchArray, date: string | null, yearInferred: boolean): TimeFound[] =>
  date ? [foundAt(m, date, yearInferred)] : [];

const dayOf = (digits: string | undefined): number | undefined => (digits ? Number(digits) : undefined);

function fullDates(text: string, context: DateContext): TimeFound[] {
  return [...text.matchAll(full)].flatMap((m) => {
    const date = iso(Number(m[2]), Number(m[4]), dayOf(m[5]));
    const ahead = text.slice(Math.max(0, m.index - 24), m.index);
    const after = text.slice(m.index + m[0].length, m.index + m[0].length + 18);
    const point = { start: m.index, end: m.index + m[0].length, words: m[0], date, inferred: false, relative: false };
    return m[6] || isCued(ahead, after, { ...point, part: false }, context) ? found(m, date, false) : [];
  });
}

const shortDates = (text: string, context: DateContext): TimeFound[] =>
  [...text.matchAll(short)].flatMap((m) => {
    const date = settledIn(context, (y) => iso(y, Number(m[1]), Number(m[2])));
    // Of a year that is not known the words are kept, if it is a day of any.
    return iso(2000, Number(m[1]), Number(m[2])) ? [foundAt(m, date, true)] : [];
  });

const settledIn = (context: DateContext, make: (year: number) => string | null): string | null =>
  context.year === null ? null : settled(make, context.year, context);

const compactDates = (text: string): TimeFound[] =>
  [...text.matchAll(compact)].flatMap((m) => found(m, iso(Number(m[1]), Number(m[2]), dayOf(m[3])), false));

const quarters = (text: string, context: DateContext): TimeFound[] =>
  [...text.matchAll(quarter)].flatMap((m) => {
    const y = m[1] ? Number(m[1]) : context.year;
    return [foundAt(m, y === null ? null : iso(y, Number(m[2]) * 3), !m[1])];
  });
