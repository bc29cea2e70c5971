import { hasSign, nextSign, numeral, Sign } from '../../text/chars';
import { beforeFeast, type DateContext, halfPoint, iso, monthPoint, settled } from './calendar';

/** A deadline in a text, as a stretch of it. */
export interface TimeFound {
  readonly start: number;
  readonly end: number;
  /** ISO date of the last day; null where only the words are known (长期坚持). */
  readonly date: string | null;
  readonly yearInferred: boolean;
}

/** A point of time as printed, not judged yet whether it binds anybody. */
export interface PointOfTime {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** ISO date of its last day; null where only the words are known (春节前). */
  readonly date: string | null;
  /** The year is not printed. */
  readonly inferred: boolean;
  /** 今年, 明年. */
  readonly relative: boolean;
  /** A half or a quarter of a year. */
  readonly part: boolean;
}

const year =
  '(?:((?:19|20)\\d\\d|[二一][〇零○OＯ九一二三四五六七八]{3})年度?|(今年|本年度?|当年|明年|次年|翌年|来年|后年))';
const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?';
/** What may stand between a day and 前: （星期五）下班前, （含）以前, 17时前. */
const clock =
  '(?:(?:[（(](?:星期|周)[一二三四五六日天][）)]|[（(]含[^（）()]{0,4}[）)])?(?:(?:上午|下午|中午|晚)?(?:下班|上班|\\d{1,2}[时点：:](?:\\d{1,2}分?)?)(?=之?前|以前))?(?=[之以]?前))?';

/** What begins on that day: 11月15日采暖期前, 7月1日主汛期来临前. */
const event = '(?:(?:采暖期|供暖期|主?汛期|防火期|开学|入冬|入汛|春耕|春节|国庆节?)(?:到来|来临)?(?=[之以]?前))?';

/** One alternation, anchored by a literal in every branch; no nested repetition. */
const pattern = new RegExp(
  [
    // 1 year, 2 relative year, 3 end: 2024年年底前, 2024年底, 年底前
    `(?:${year})?(?:年)?(年底|年末|(?<=[今明次翌来后当]年)[底末]|年终(?=前)|[今本]年内|(?<![\\d一二两三四五六七八九十几多半当每])年内)(?:之前|以前|前)?`,
    // 4,5 + 6 half or quarter: 2024年上半年, 第三季度末前
    `(?:${year})?(上半年|下半年|第?[一二三四1-4]季度|前三季度)(?:底|末)?(?:之前|以前|前|内)?`,
    // 7,8 + 9 month 10 day 11 part 12 tail
    `(?:${year})?${month}(?:(3[01]|[12]\\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(上旬|中旬|下旬|底|末|初))?${event}${clock}(之前|以前|前)?`,
    // 13 plan, 14 how much of it: “十四五”末, “十四五”期间
    `[“"'‘]?(十[二三四五六七]五)[”"'’]?(?:规划)?(?:期?(末)(?:之前|以前|前)?|(?:期间|时期|期内))`,
    // 15 year alone: 2025年底前 is above; 2025年前
    `((?:19|20)\\d\\d)年(?:底|末)?(之前|以前|前|底|末|内)`,
  ].join('|'),
  'y',
);

/** A season or a feast before which something is due; 1 its name. */
const seasons =
  /(元旦|春节|清明|五一|五四|六一|七一|八一|劳动|端午|中秋|国庆|[主入]?汛期?|入冬|冬季|供[暖热]季?|春耕|秋收|秋冬季|开学|暑假|寒假|高考)[”"’]?节?(?:到来|来临)?(?:之前|以前|前)/g;

const season = /[节旦汛期冬季暖热耕收学假考一四庆明午秋”"’]前|[来临之以]前/;

/** Before its first 年, 月, 季 or 末 a point of time has at most “十四五”规划期. */
const lead = 8;

/**
 * The first point of time at `from` or behind it. Tried only where one may begin and where its sign follows soon: the
 * pattern is a large one, and most characters of a text are near no time.
 */
function matchAt(text: string, from: number): RegExpExecArray | null {
  let tried = from;
  for (let sign = nextSign(text, from, Sign.time); sign >= 0; sign = nextSign(text, sign + 1, Sign.time)) {
    for (let at = Math.max(tried, sign - lead); at <= sign; at++) {
      if (!hasSign(text, at, Sign.timeStart)) continue;
      pattern.lastIndex = at;
      const m = pattern.exec(text);
      if (m) return m;
    }
    tried = Math.max(tried, sign + 1);
  }
  return null;
}

/** All points of time in `text`, in order. Cost: linear. */
export function pointsIn(text: string, context: DateContext): PointOfTime[] {
  const found: PointOfTime[] = [];
  let seenYear: number | null = null;
  for (let m = matchAt(text, 0); m; m = matchAt(text, m.index + m[0].length)) {
    const printed = m[1] ?? m[4] ?? m[7] ?? m[15];
    if (printed) seenYear = numeral(printed);
    found.push(pointOf(m, seenYear, context));
  }
  if (!text.includes('前') || !season.test(text)) return found;
  const feasts = [...text.matchAll(seasons)].filter(
    (m) => !found.some((p) => m.index < p.end && m.index + 2 > p.start),
  );
  return feasts.length
    ? [...found, ...feasts.map((m) => feastOf(m, context))].sort((a, b) => a.start - b.start)
    : found;
}

function feastOf(m: RegExpExecArray, context: DateContext): PointOfTime {
  const date = context.year === null ? null : settled((y) => beforeFeast(y, m[1]!), context.year, context);
  return {
    start: m.index,
    end: m.index + m[0].length,
    words: m[0],
    date,
    inferred: true,
    relative: false,
    part: false,
  };
}

function pointOf(m: RegExpExecArray, seenYear: number | null, context: DateContext): PointOfTime {
  const printed = m[1] ?? m[4] ?? m[7] ?? m[15];
  const relative = m[2] ?? m[5] ?? m[8];
  const found = (date: string | null, inferred: boolean): PointOfTime => ({
    start: m.index,
    end: m.index + m[0].length,
    words: m[0],
    date,
    inferred,
    relative: relative !== undefined,
    part: m[6] !== undefined,
  });
  if (m[13]) return found(iso(2015 + 5 * '二三四五六七'.indexOf(m[13][1]!), 12), false);
  const make = (y: number): string | null => dateOf(m, y);
  if (printed) return found(seenYear === null ? null : make(seenYear), false);
  if (relative) return found(context.year === null ? null : make(context.year + ahead(relative)), true);
  if (seenYear !== null) return found(make(seenYear), true);
  return found(context.year === null ? null : settled(make, context.year, context), true);
}

const ahead = (words: string): number => (/明|次|翌|来/.test(words) ? 1 : /后/.test(words) ? 2 : 0);

function dateOf(m: RegExpExecArray, y: number): string | null {
  if (m[6]) return halfPoint(y, m[6]);
  if (m[9]) return monthPoint(y, m[9], m[10], m[11]);
  // 2025年前: by the end of 2024 in the letter; the genre means within 2025 at the latest by its end when 底 is said.
  if (m[15] && /^(?:之前|以前|前)$/.test(m[16] ?? '') && !/[底末]/.test(m[0])) return iso(y - 1, 12);
  return iso(y, 12);
}
