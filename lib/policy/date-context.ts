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
  let year =
    planned(attachmentTitle) ??
    planned(title) ??
    (date ? Number(date.slice(0, 4)) : null) ??
    (numbered ? Number(numbered[1]) : null);
  if (year === null) {
    for (const { strand } of paragraphs.slice(0, 200)) {
      const m = /((?:19|20)\d\d)年/.exec(strand.text);
      if (m && Number(m[1]) <= now.getFullYear() + 1) {
        year = Number(m[1]);
        break;
      }
    }
  }
  return { year, date };
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
