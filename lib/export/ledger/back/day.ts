import type { GridCell } from './grid';
import { dayOfSerial } from './serial';

/** 2026-6-30, 2026/06/30, 2026.6.30, 2026年6月30日, 20260630, with or without a time or 前 behind it. */
const forms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d\d.*|前|之前|以前|\.)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:前|之前|以前)?$/,
  /^(\d{4})(\d\d)(\d\d)$/,
];

/** A cell as an ISO calendar date: a date, a date typed as text in one of the usual forms, or a day's number; else null. */
export function readDay({ text, kind }: GridCell): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/ ?([年月日号]) ?/g, '$1')
    .trim();
  if (kind === 'number') {
    const day = dayOfSerial(Number(bare));
    if (day) return day;
  }
  for (const form of forms) {
    const [, year, month, day] = form.exec(bare) ?? [];
    if (year) return calendarDay(Number(year), Number(month), Number(day));
  }
  return null;
}

/** Null for the 31st of February, and for years that no task of ours can be due in. */
function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1949 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const figures = '〇一二三四五六七八九';

/** 十三 → 13, 二〇二六 → 2026; figures stay. Only as far as dates go. */
export const inFigures = (text: string): string =>
  text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? figures.indexOf(tens) : 1) * 10 + (ones ? figures.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (sign) => String(figures.indexOf(sign)));

/** Whether a text names a month or a day that no calendar has: 2026年13月1日, 6月31日. */
export function isImpossible(text: string): boolean {
  const bare = inFigures(text.normalize('NFKC').replace(/\s+/g, ''));
  const dates = [
    ...bare.matchAll(/(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号])?/g),
    ...bare.matchAll(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g),
  ];
  return dates.some(([, year, month, day]) => {
    const [y, m, d] = [Number(year ?? 2000), Number(month), Number(day ?? 1)];
    const date = new Date(Date.UTC(y, m - 1, d));
    return date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d;
  });
}
