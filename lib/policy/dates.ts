import { remembered } from '../names/remembered';
import { hasSign, nextSign, numeral, Sign, signsIn } from '../text/chars';

/** A point of time in a text, as a stretch of it. */
export interface TimeFound {
  readonly start: number;
  readonly end: number;
  /** ISO date of the last day; null where only the words are known (长期坚持). */
  readonly date: string | null;
  readonly yearInferred: boolean;
}

export interface DateContext {
  /** The year the document plans for, or was made in. */
  readonly year: number | null;
  /** ISO date of the document. */
  readonly date: string | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export function iso(year: number, month: number, day?: number): string | null {
  if (year < 1949 || year > 2100 || month < 1 || month > 12) return null;
  const last = lastDay(year, month);
  if (day !== undefined && (day < 1 || day > last)) return null;
  return `${year}-${pad(month)}-${pad(day ?? last)}`;
}

const year = '(?:((?:19|20)\\d\\d|[二一][〇零○OＯ九一二三四五六七八]{3})年度?|(今年|本年度?|当年|明年|次年|后年))';
const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?';

/** What may stand between a day and 前: （星期五）下班前, 17时前. */
const clock =
  '(?:(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:(?:上午|下午|中午|晚)?(?:下班|上班|\\d{1,2}[时点：:](?:\\d{1,2}分?)?)(?=之?前|以前))?(?=[之以]?前))?';

/** One alternation, anchored by a literal in every branch; no nested repetition. */
const point = new RegExp(
  [
    // 1 year, 2 relative year, 3 end: 2024年年底前, 2024年底, 年底前
    `(?:${year})?(?:年)?(年底|年末|年终(?=前)|[今本]年内|(?<![\\d一二两三四五六七八九十几多半当每])年内)(?:之前|以前|前)?`,
    // 4,5 + 6 half or quarter: 2024年上半年, 第三季度末前
    `(?:${year})?(上半年|下半年|第?[一二三四1-4]季度|前三季度)(?:底|末)?(?:之前|以前|前|内)?`,
    // 7,8 + 9 month 10 day 11 part 12 tail
    `(?:${year})?${month}(?:(3[01]|[12]\\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(上旬|中旬|下旬|底|末|初))?${clock}(之前|以前|前)?`,
    // 13 plan: “十四五”末
    `[“"'‘]?(十[二三四五六七]五)[”"'’]?(?:规划)?(?:期)?末(?:之前|以前|前)?`,
    // 14 year alone: 2025年底前 is above; 2025年前
    `((?:19|20)\\d\\d)年(?:底|末)?(之前|以前|前|底|末|内)`,
  ].join('|'),
  'y',
);

/** Before its first 年, 月, 季 or 末 a point of time has at most “十四五”规划期. */
const lead = 8;

/**
 * The first point of time at `from` or behind it. Tried only where one may begin and where its sign follows soon: the
 * pattern is a large one, and most characters of a text are near no time.
 */
function pointAt(text: string, from: number): RegExpExecArray | null {
  let tried = from;
  for (let sign = nextSign(text, from, Sign.time); sign >= 0; sign = nextSign(text, sign + 1, Sign.time)) {
    for (let at = Math.max(tried, sign - lead); at <= sign; at++) {
      if (!hasSign(text, at, Sign.timeStart)) continue;
      point.lastIndex = at;
      const m = point.exec(text);
      if (m) return m;
    }
    tried = Math.max(tried, sign + 1);
  }
  return null;
}

/** All points of time in `text`, without judging whether they bind anybody. */
function* points(text: string, context: DateContext) {
  let seenYear: number | null = null;
  for (let m = pointAt(text, 0); m; m = pointAt(text, m.index + m[0].length)) {
    const printed = m[1] ?? m[4] ?? m[7] ?? m[14];
    const relative = m[2] ?? m[5] ?? m[8];
    let inferred = false;
    let y: number | null = printed ? numeral(printed) : null;
    if (y === null && relative && context.year !== null) {
      y = context.year + (/明|次/.test(relative) ? 1 : /后/.test(relative) ? 2 : 0);
      inferred = true;
    } else if (y === null && !relative) {
      y = seenYear ?? context.year;
      inferred = true;
    }
    if (printed) seenYear = y;
    let date: string | null = null;
    if (m[13]) {
      date = iso(2015 + 5 * '二三四五六七'.indexOf(m[13][1]!), 12);
      inferred = false;
    } else if (y !== null) {
      if (m[3] || m[14]) date = yearPoint(y, m);
      else if (m[6]) date = halfPoint(y, m[6]);
      else if (m[9]) date = monthPoint(y, m[9], m[10], m[11]);
      if (inferred && !seenYear && date && context.date && date < context.date.slice(0, 7) && m[9]) {
        const next = monthPoint(y + 1, m[9], m[10], m[11]);
        if (context.date.slice(0, 4) === String(y)) date = next;
      }
    }
    yield { m, date, inferred, relative: Boolean(relative) };
  }
}

function yearPoint(y: number, m: RegExpExecArray): string | null {
  // 2025年前: by the end of 2024 in the letter; the genre means within 2025 at the latest by its end when 底 is said.
  if (m[14] && /^(?:之前|以前|前)$/.test(m[15] ?? '') && !/[底末]/.test(m[0])) return iso(y - 1, 12);
  return iso(y, 12);
}

function halfPoint(y: number, words: string): string | null {
  if (words === '上半年') return iso(y, 6);
  if (words === '下半年') return iso(y, 12);
  if (words === '前三季度') return iso(y, 9);
  const quarter = numeral(words.replace(/^第/, '')[0]!);
  return quarter ? iso(y, quarter * 3) : null;
}

function monthPoint(y: number, printed: string, day: string | undefined, part: string | undefined): string | null {
  const mo = numeral(printed);
  if (mo === null) return null;
  if (day) return iso(y, mo, numeral(day) ?? 0);
  if (part === '上旬' || part === '初') return iso(y, mo, 10);
  if (part === '中旬') return iso(y, mo, 20);
  return iso(y, mo);
}

const pastBefore = /(?:截至|截止|自|从|早在|已于|以来|始于|经|现行)$/;
const pastAfter =
  /^(?:以来|的(?!确)|到期|届满|期满|起(?!草)|至今|以后|之后|后|第[一二三四五六七八九十\d]+次|、\d|[，,]?(?:全[省市县区]|我[省市县区])?(?:已|累计))/;

/** What happened on a day; before a day (11月30日前印发) it is still to be done. */
const happened = /^(?:开始施行|施行|印发|发布|公布|通过|正式|召开)/;
const stillToDo = /^(?:印发|发布|公布|施行|正式|召开|通过)(?![^，。；]{0,12}的)/;

const anyTime =
  /本月|下月|[\d一二三四五六七八九十]月|年[底末终前以之内]|季度|半年|[”"五期]末|[印发下实]{1,2}[发施行](?:之日)?/;

const nearMonth = /(本|下)月(?:(3[01]|[12]\d|0?[1-9])[日号]|底|末)(?:之前|以前|前)?/g;
const hasMonth = (text: string): boolean => text.includes('本月') || text.includes('下月');
const sinceThen =
  /(?:本)?(?:文|方案|通知|意见|文件|办法)?(?:印发|发布|下发|出台|实施)(?:之日起|之日|后|起)(\d{1,3}|[一二两三四五六七八九十]{1,3})个?(月|日|天|年|周)(?:之)?内/g;

/** Deadlines in a measure's running text: what binds somebody by a date. Titles in 《》 are no text. */
export function deadlinesIn(text: string, context: DateContext, signs: number = signsIn(text)): TimeFound[] {
  const found: TimeFound[] = [];
  if ((signs & (Sign.time | Sign.within)) === 0 || !anyTime.test(text)) return found;
  const shut = titleRanges(text);
  const all = [...points(text, context)];
  for (let k = 0; k < all.length; k++) {
    const { m, date, inferred, relative } = all[k]!;
    const start = m.index;
    const end = start + m[0].length;
    if (covers(shut, start)) continue;
    const before = text.slice(Math.max(0, start - 6), start);
    const after = text.slice(end, end + 8);
    const listed = isListed(text, end, all[k + 1]?.m);
    if (pastBefore.test(before) || (!listed && pastAfter.test(after))) continue;
    if (recurs.test(text.slice(Math.max(0, start - 24), start))) continue;
    if (happened.test(after) && !(m[0].endsWith('前') && stillToDo.test(text.slice(end, end + 18)))) continue;
    if (/[\d—–~～-]$/.test(before)) continue;
    const words = m[0];
    const bound = listed || binds(words);
    const monthOnly =
      /月份$/.test(words) && /^(?:开展|完成|组织|举办|召开|启动|进行|对|前|底|实现|形成|出台|制定)/.test(after);
    const half =
      Boolean(m[6]) &&
      (bound ||
        /^(?:完成|开展|实现|组织|出台|制定|启动|形成|建成|建立|报送|提交|举办|基本完成|全面完成|印发|发布|召开|[开竣动复]工|投[产用运入]|交付|验收|挂牌|开[园馆业通]|通车|上线|试运行|运营|落地|全部|全面|基本)/.test(
          after,
        ));
    if (m[6] ? !half : !bound && !monthOnly) continue;
    // 到2025年底 is a date to keep; 到2025年 (no 底, no 前) is a target and does not come here.
    if (/[〔[［]$/.test(before)) continue;
    found.push({ start, end, date, yearInferred: inferred || relative });
  }
  for (const m of hasMonth(text) ? text.matchAll(nearMonth) : []) {
    if (covers(shut, m.index) || text[m.index - 1] === '每') continue;
    const date = monthFrom(context.date, m[1] === '下' ? 1 : 0, m[2]);
    found.push({ start: m.index, end: m.index + m[0].length, date, yearInferred: true });
  }
  for (const m of signs & Sign.within ? text.matchAll(sinceThen) : []) {
    found.push({
      start: m.index,
      end: m.index + m[0].length,
      date: later(context.date, numeral(m[1]!), m[2]!),
      yearInferred: true,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

const binds = (words: string): boolean => /(?:前|底|末|旬|内|年终)$/.test(words);

/** 6月20日、12月20日前: the day before the last of a list binds as the last does. */
function isListed(text: string, end: number, next: RegExpExecArray | undefined): boolean {
  return next !== undefined && next.index === end + 1 && /[、和及与]/.test(text[end]!) && binds(next[0]);
}

/** 每年12月31日前: a day that comes again each year is no deadline but a recurrence. */
const recurs = /每(?:个)?(?:年度?|季度?|月|周)[\d月日底末前、和及与的]{0,20}$/;

/** 本月底, 下月5日: counted from the date of the document. */
function monthFrom(from: string | null, ahead: number, day: string | undefined): string | null {
  if (!from) return null;
  const month = Number(from.slice(5, 7)) + ahead;
  const next = month > 12 ? 1 : 0;
  return iso(Number(from.slice(0, 4)) + next, month - 12 * next, day ? Number(day) : undefined);
}

function later(from: string | null, count: number | null, unit: string): string | null {
  if (!from || count === null) return null;
  const date = new Date(`${from}T00:00:00Z`);
  if (unit === '月') date.setUTCMonth(date.getUTCMonth() + count);
  else if (unit === '年') date.setUTCFullYear(date.getUTCFullYear() + count);
  else date.setUTCDate(date.getUTCDate() + count * (unit === '周' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

/** The value of a time field (完成时限：2022年5月): every wording counts, the last date binds. */
export function deadlineValue(text: string, context: DateContext): { date: string | null; yearInferred: boolean } {
  const dotted = /((?:19|20)\d\d)[.．/-](1[0-2]|0?[1-9])(?:[.．/-](3[01]|[12]\d|0?[1-9]))?(?!\d)/g;
  let last: { date: string | null; yearInferred: boolean } = { date: null, yearInferred: false };
  for (const { date, inferred } of points(text, context)) if (date) last = { date, yearInferred: inferred };
  for (let m = dotted.exec(text); m; m = dotted.exec(text)) {
    const date = iso(Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : undefined);
    if (date) last = { date, yearInferred: false };
  }
  if (!last.date) {
    const bare = /((?:19|20)\d\d)年(?:度|内|全年)?$/.exec(text);
    if (bare) last = { date: iso(Number(bare[1]), 12), yearInferred: false };
  }
  return last;
}

/** Does a stretch say when (and not who)? Used for bracket parts without a label. */
export const saysWhen = remembered(
  (text): boolean =>
    text.length <= 40 &&
    /(?:\d{1,2}月|年底|年末|季度|半年|长期|持续|每年|全年|(?:19|20)\d\d年|即时|立即|按(?:照)?[^，。]{0,10}(?:部署|时限|要求)|适时|常态)/.test(
      text,
    ),
);

/** Does one of these ranges (in order, not overlapping) cover the place? Binary search. */
export function covers(ranges: readonly { start: number; end: number }[], at: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (at < range.start) high = middle - 1;
    else if (at >= range.end) low = middle + 1;
    else return true;
  }
  return false;
}

const noRanges: readonly { start: number; end: number }[] = [];

/** Ranges of 《…》, outermost. */
export function titleRanges(text: string): readonly { start: number; end: number }[] {
  let from = text.indexOf('《');
  if (from < 0) return noRanges;
  const out: { start: number; end: number }[] = [];
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x300a) {
      if (depth++ === 0) from = i;
    } else if (c === 0x300b && depth > 0 && --depth === 0) out.push({ start: from, end: i + 1 });
  }
  return out;
}
