import { numeral } from '../text/chars';
import type { Front } from './front';
import type { Paragraph } from './paragraphs';
import type { DateContext } from './time/calendar';

/** The year a date without one belongs to: the year the title plans for, the number's, the date's. */
export function dateContext(
  { title, attachmentTitle, docNumber, date }: Pick<Front, 'title' | 'attachmentTitle' | 'docNumber' | 'date'>,
  paragraphs: readonly Paragraph[],
  { now = new Date() }: { readonly now?: Date },
): DateContext {
  const planned = (name: string | null): number | null => {
    const term = /((?:19|20)\d\d)[—–~～至-]((?:19|20)\d\d)学年(?:度)?第?([一二12])学期/.exec(name ?? '');
    if (term) return Number('一1'.includes(term[3]!) ? term[1] : term[2]);
    const years = [...inFigures(name ?? '').matchAll(/((?:19|20)\d\d)(?=年|年度)/g)].map((m) => Number(m[1]));
    return years.length === 1 && !/[—–~～至-]((?:19|20)\d\d)年/.test(name ?? '') ? years[0]! : null;
  };
  const numbered = /((?:19|20)\d\d)/.exec(docNumber ?? '') ?? ownNumber(paragraphs);
  let year: number | null =
    planned(attachmentTitle) ??
    planned(title) ??
    (date ? Number(date.slice(0, 4)) : null) ??
    (numbered ? Number(numbered[1]) : null);
  year ??= firstYear(paragraphs, now.getFullYear() + 1) ?? onlyYear(paragraphs);
  return { year, date };
}

/** Paragraphs in which a year is looked for. */
const searched = 200;

/** The first year that is printed and lies not behind `latest`: what a plan wants by 2035 says nothing of when it was written. */
function firstYear(paragraphs: readonly Paragraph[], latest: number): number | null {
  for (const { strand } of paragraphs.slice(0, searched)) {
    const m = /((?:19|20)\d\d)年/.exec(strand.text);
    if (m && Number(m[1]) <= latest) return Number(m[1]);
  }
  return null;
}

/** The year of all whole dates, where they have but one, or of 2031年第2次; 2035年12月底前 is what is wanted by then. */
function onlyYear(paragraphs: readonly Paragraph[]): number | null {
  const years = new Set<string>();
  for (const { strand } of paragraphs.slice(0, searched))
    for (const m of strand.text.matchAll(
      /((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}[日号]|(?!\d|[底末前上中下]|份前))|第\d{1,3}[次期号])/g,
    ))
      years.add(m[1]!);
  return years.size === 1 ? Number([...years][0]) : null;
}

/** 二〇三一年 as 2031年. */
const inFigures = (name: string): string =>
  name.replace(/[二一][〇零○ＯO九一二三四五六七八]{3}(?=年)/g, (year) => String(numeral(year) ?? year));

/** 〔2024〕第9次, [2024]9号 on a line of its own: the number of minutes that name no office. */
function ownNumber(paragraphs: readonly Paragraph[]): RegExpExecArray | null {
  for (const { strand } of paragraphs.slice(0, 12)) {
    const found = /^[（(]?[〔[［【(（]((?:19|20)\d\d)[〕\]］】)）]第?\d{1,4}[次号期][）)]?$/.exec(strand.text);
    if (found) return found;
  }
  return null;
}
