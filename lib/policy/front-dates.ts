import { isOrgan, isOrganName } from '../names/organ';
import { numeral, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import type { Reading } from './readings';
import { signedDateAt, wholeDate } from './signed-lines';
import { iso } from './time/calendar';

/** A line that is a date and nothing else. */
export const dateWhole =
  /^((?:19|20)\d\d|[二一][〇零○ＯO九一二三四五六七八]{3})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$/;

const headDate =
  /(?:(?:发布|成文|印发|发文|签发|生成|公开)(?:时间|日期)|(?<!销号|完成|整改|办结|竣工|验收|截止|开工|完工|交付|投用|会议|活动|到位|推进|实施|计划|反馈|报送|治理|整治|解决|落实|启动)(?:时间|日期)|发布)[：:]?\s?((?:19|20)\d\d)[-年./](\d{1,2})[-月./](\d{1,2})/;

/** The date that a line of facts over the text says, and no 销号时间 (来源：政府办 日期：2031-03-06): taken where nothing else tells. */
export function lineDate(readings: readonly Reading[]): string | null {
  for (const { paragraph } of readings.slice(0, 40)) {
    const { text } = paragraph.strand;
    const m = text.length <= 200 && !/[。]/.test(text) ? headDate.exec(text) : null;
    const date = m && iso(Number(m[1]), Number(m[2]), Number(m[3]));
    if (date) return date;
  }
  return null;
}

/** A day in figures, by itself or among what a site prints below a title: 2031-03-03 【字体：大 中 小】, 来源：政府办 2031/3/3 10:20 浏览：34. */
const bareDate =
  /^(?:(?:来源|作者|编辑|信息来源|发布者?|供稿)[：:][^\d：:]{2,24})?((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\s?(?:[01]?\d|2[0-3])[：:][0-5]\d(?:[：:][0-5]\d)?)?\s?(?:[【［[（(|｜]?(?:字体|字号|来源|浏览|打印|点击|阅读|分享|编辑|作者|访问|关闭|责任编辑|收藏|大中小).*)?$/;
/** So many lines around the title such a line stands in. */
const besideTitle = 4;

/** The day that a site prints beside the title, without a word that says which day it is: taken where nothing else tells. */
export function siteDate(readings: readonly Reading[], titleAt: number): string | null {
  for (let i = Math.max(0, titleAt - besideTitle); titleAt >= 0 && i <= titleAt + besideTitle; i++) {
    const { strand, cell } = readings[i]?.paragraph ?? {};
    const m = strand && !cell && strand.length <= longestFacts ? bareDate.exec(strand.text) : null;
    const date = m && iso(Number(m[1]), Number(m[2]), Number(m[3]));
    if (date) return date;
  }
  return null;
}
/** Longest line of such facts. */
const longestFacts = 120;

/** The date under the signature: a line that is nothing but a date (or ends a signature line). */
export function signatureDate(
  readings: readonly Reading[],
  letterEnd: number,
  titleAt: number,
): { date: string; at: number } | null {
  const look = (from: number, to: number) => {
    for (let i = Math.max(0, from); i <= to && i < readings.length; i++) {
      const { strand, cell } = readings[i]!.paragraph;
      const date = cell ? null : (dateOfLine(strand) ?? shortDate(readings, i, titleAt));
      if (date) return { date, at: i };
    }
    return null;
  };
  return (
    look(titleAt + 1, letterEnd) ??
    look(Math.max(letterEnd, readings.length - 40), readings.length - 1) ??
    look(0, titleAt)
  );
}

/** （2031年3月1日）, （2031年3月1日县政府常务会议审议通过）: the date is the first group or the second. */
const bracketedDate =
  /^[（(](?:((?:19|20)\d\d年\d{1,2}月\d{1,2}日)|[^（）()。；\d]{0,20}((?:19|20)\d\d年\d{1,2}月\d{1,2}日)[^（）()。；\d]{0,30}(?:通过|印发|发布|公布|批准))[）)]$/;
/** So few lines below the title a date in brackets is the paper's. */
const belowTitle = 2;

/** A date in brackets right below the title, or in figures alone (2031.3.1) right below who signs; elsewhere such lines date something else. */
function shortDate(readings: readonly Reading[], i: number, titleAt: number): string | null {
  const { text } = readings[i]!.paragraph.strand;
  if (text.length > 60) return null;
  if (titleAt >= 0 && i > titleAt && i <= titleAt + belowTitle) {
    const m = bracketedDate.exec(text);
    return m && dayIn(m[1] ?? m[2]!);
  }
  const above = i > 0 ? readings[i - 1]!.paragraph.strand.text : '';
  return wholeDate.test(text) && isOrganName(above) ? dayIn(text) : null;
}

/** The ISO date that a text of its year, month and day says. */
function dayIn(text: string): string | null {
  const [year, month, day] = text.match(/\d+/g)?.map(Number) ?? [];
  return year && month && day ? iso(year, month, day) : null;
}

/** The date of a line that is a date, or an organ and a date; null for any other. */
function dateOfLine({ text, signs }: Strand): string | null {
  const signed = signedDateAt(text);
  // A day in Chinese figures is read below.
  const day = signed > 0 ? dayIn(text.slice(signed)) : null;
  if (day) return day;
  if (text.length > 60 || (signs & Sign.time) === 0) return null;
  const m = dateWhole.exec(text) ?? dateWhole.exec(text.slice(text.search(/(?:19|20)\d\d年/)));
  if (!m || (m.index === 0 && text.length > m[0].length + 40)) return null;
  const lead = text.slice(0, text.length - m[0].length);
  if (lead && !isOrgan(lead)) return null;
  return iso(numeral(m[1]!) ?? 0, numeral(m[2]!) ?? 0, numeral(m[3]!) ?? 0);
}
