import { format } from 'numfmt';
import { countIn } from '../docx/counting';

/** Number formats that every workbook has without listing them, those of the Chinese editions among them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy"年"m"月"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  52: 'yyyy"年"m"月"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
};
const isBuiltInDate = (id: number) => (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The code of a number format by its id and the workbook's own codes; null for the general one. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string | null {
  const code = own.get(id) ?? builtIn[id] ?? (isBuiltInDate(id) ? 'yyyy-mm-dd' : null);
  return code === null || /^(?:general|g\/通用格式|standard)?$/i.test(code.trim()) ? null : code;
}

/** Which parts of a date and a time a format shows; quoted text, colours and escaped signs say nothing of that. */
function partsShown(code: string): { year: boolean; day: boolean; month: boolean; time: boolean } {
  const bare = code.replace(/"[^"]*"|\[(?!h|m|s)[^\]]*\]|[\\!].|_./gi, '');
  const literal = code.replace(/\[[^\]]*\]/g, '');
  const time = /h|s|\[m/i.test(bare.replace(/general/gi, '')) || /AM\/PM|上午/i.test(bare);
  const year = /y|e{1,4}(?![+-])/i.test(bare.replace(/E[+-]/gi, ''));
  const day = /d/i.test(bare);
  // A lone m is a month where no hour or second stands beside it.
  const month = /m/i.test(bare) && (year || day || !time || /月/.test(literal));
  return { year, day, month, time };
}

/** A date by its day number: 2024-06-30; null outside the years a policy can mean. */
export function dateText(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // Day 60 is the 29th of February 1900, which never was: days after it are one too many.
  const time = Date.UTC(1899, 11, 30) + days * 86_400_000;
  const date = new Date(time);
  if (Number.isNaN(time) || date.getUTCFullYear() < 1949 || date.getUTCFullYear() > 2200) return null;
  return date.toISOString().slice(0, 10);
}

/** The hour of a date, "18:00"; '' at midnight, where nobody meant one. */
function hourText(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  if (minutes === 0 || minutes >= 1440) return '';
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 0.1 + 0.2 as it is stored: a spreadsheet shows fifteen digits at most. */
const general = (value: number): string => String(Number(value.toPrecision(15)));

/** Numbers in Chinese signs, or those of contracts, which the library writes in digits. */
function inChinese(value: number, code: string): string | null {
  const kind = /\[DBNum([12])\]/i.exec(code)?.[1];
  const { day, month, year, time } = partsShown(code);
  if (!kind || !Number.isInteger(value) || day || month || year || time || /0\./.test(code)) return null;
  const word = countIn(kind === '1' ? 'chineseCounting' : 'chineseLegalSimplified', value);
  const plain =
    code
      .replace(/\[[^\]]*\]/g, '')
      .split(';')[0]!
      .trim() || 'General';
  return word && plain.replace(/General|G\/通用格式|[#,]*0/i, word).replace(/["\\]|_./g, '');
}

/**
 * A number as its cell shows it: percentages, padded and decorated numbers, times. Whole dates come as ISO 8601 whatever
 * the format, with their hour where it shows one: everything after reads those for sure.
 *
 * @param code of the format; null for the general one
 */
export function numberText(value: number, code: string | null, from1904: boolean): string {
  if (code === null) return general(value);
  const { year, month, day, time } = partsShown(code);
  // A number in a format for texts (@"局"); behind a semicolon stands one for texts alone (h:mm;@).
  const [first = ''] = code.replace(/"[^"]*"/g, '').split(';');
  if (/@/.test(first) && !/[0#?]/.test(first)) return textShown(general(value), code);
  // A month without its day is shown as it is, for a day in a deadline makes another one of it; so is a day of every month.
  if (day && (month || year)) {
    const date = dateText(value, from1904);
    if (date) return [date, time ? hourText(value) : ''].filter(Boolean).join(' ');
  }
  return inChinese(value, code) ?? shown(value + (from1904 && year ? 1462 : 0), code) ?? general(value);
}

/** A text as a format with `@` shows it ("第@批"). */
export const textShown = (text: string, code: string | null): string =>
  code !== null && /@/.test(code) && code.trim() !== '@' ? (shown(text, code) ?? text) : text;

/** By the library; null where it knows no such format. Colours by their Chinese names and `!` are of the Chinese editions. */
function shown(value: number | string, code: string): string | null {
  try {
    const plain = code
      .replace(/\[(?:颜色\d*|[黑红蓝绿白黄]色?|青色|洋红)\]/g, '')
      .replace(/!(.)/g, '\\$1')
      .replace(/G\/通用格式/gi, 'General')
      .replace(/上午\/下午/g, 'AM/PM');
    // Halves of the day and short names of months are Chinese only where the format says so.
    const locale = /AM\/PM|mmm/i.test(code) && !/上午|aaa/i.test(code) ? 'en-US' : 'zh-CN';
    // A fraction that is a whole one is none: 0.99 in halves.
    return format(plain, value, { locale, throws: true })
      .trim()
      .replace(/^(-?\d+)\s+(\d+)\/\2$/, '$1');
  } catch {
    return null;
  }
}
