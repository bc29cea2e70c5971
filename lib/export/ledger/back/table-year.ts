import { inFigures } from './day';
import { foreignDue } from './foreign-due';
import type { Mapping } from './foreign-keys';
import type { Grid, GridCell } from './grid';
import { cellAt } from './heads';

/** The year of days that a table prints without one. */
export interface TableYear {
  readonly year: number;
  /** Nothing says which year it is, and the present one was taken. */
  readonly guessed: boolean;
}

/** What is known of a table beside its cells. */
export interface Around {
  /** Of the file, without its ending. */
  readonly file?: string | undefined;
  /** As a person set it. */
  readonly year?: number | undefined;
}

/** 2027年, 27年, 〔2027〕, 2027Q1, 2027台账 and 20270105; 2050万元 is none. */
const PRINTED =
  /(?<!\d)(?:(20\d\d)(?=(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)|(?![\d.万亿元户个项人名亩家处件份台套吨米]))|([2-4]\d)(?=年(?!内)))/g;

/** Every year that a text names, once each. */
export function yearsIn(text: string): number[] {
  const bare = inFigures(text.normalize('NFKC').replace(/\s+/g, ''));
  const years = [...bare.matchAll(PRINTED)].map(([, whole, short]) => Number(whole ?? `20${short}`));
  return [...new Set(years)];
}

/** The one year that texts name; null where they name none, or several. */
export function onlyYear(texts: readonly (string | null | undefined)[]): number | null {
  const years = new Set(texts.flatMap((text) => (text ? yearsIn(text) : [])));
  return years.size === 1 ? [...years][0]! : null;
}

/** 20261228, 202612, 2026-12-28, 2026年12月28日: a day on which something was written, and no year that it is for. */
const STAMP =
  /(?<!\d)(20\d\d)(?:(0[1-9]|1[0-2])([0-3]\d)?(?!\d)|年(\d{1,2})月(\d{1,2})[日号]|([-/._])(\d{1,2})\6(\d{1,2})(?!\d))/g;

/** 截至2026年11月底, 截至2026年11月, 截至2026年底: until when it is filled in, without a day. */
const UNTIL = /截[至止](?:时间|日期)?[:到]?(20\d\d)(?:年(?:(\d{1,2})月)?|[-./](\d{1,2})(?!\d)|(?!\d))/g;

/** Days that texts were written on, ISO, and the texts without them. */
function stampsOf(texts: readonly (string | undefined)[]): { days: string[]; rest: string[] } {
  const days: string[] = [];
  const rest = texts.map((text = '') =>
    inFigures(text.normalize('NFKC').replace(/\s+/g, '')).replace(STAMP, (_, year, ...parts) => {
      const [month, day = '01'] = parts.slice(0, 7).filter((part) => /^\d+$/.test(part ?? ''));
      days.push([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'));
      return ' ';
    }),
  );
  for (const [at, text] of rest.entries())
    rest[at] = text.replace(UNTIL, (_, year, month = '12', bare = month) => {
      days.push(`${year}-${bare.padStart(2, '0')}-31`);
      return ' ';
    });
  return { days, rest };
}

/**
 * The year that a table is of: as it stands above its head (2027年重点工作台账), in its sheet's or its file's name, or in its other dates. By
 * a day on which it was written (台账20261228, 填报时间：2026年12月28日, 截至2026年11月底) it is guessed: at a year's end that is the year before. Else it is
 * the present one, as a guess.
 *
 * @param today ISO calendar date
 */
export function yearOf(grid: Grid, { head, columns }: Mapping, today: string, { file, year }: Around = {}): TableYear {
  if (year !== undefined) return { year, guessed: false };
  const present = Number(today.slice(0, 4));
  const times = columns.flatMap((key, at) => (key === 'deadline' || key === 'doneOn' ? [at] : []));
  const below = grid.rows.map((_, row) => row).slice(head + 1);
  const dates = below.flatMap((row) => times.map((column) => cellAt(grid, row, column)));
  const foot = rowTexts(grid, Math.max(head + 1, grid.rows.length - FOOT), grid.rows.length);
  const lines = foot.filter((text) => SIGNED.test(text));
  const names = [rowTexts(grid, 0, head), [grid.name], [file]].map(stampsOf);
  const said = names.map(({ rest }) => onlyYear(rest)).find((year) => year !== null);
  if (said) return { year: said, guessed: false };
  const days = [...names, stampsOf(lines)].flatMap(({ days }) => days);
  // A far day among many (2035年底) says nothing of the others.
  const near = (year: number | null) => (year !== null && Math.abs(year - present) <= 1 ? year : null);
  const ofDates = near(onlyYear(dates.map(({ text }) => text)));
  if (ofDates) return { year: ofDates, guessed: areAllBefore(dates, ofDates, days) };
  return { year: near(onlyYear([...days, ...lines])) ?? present, guessed: true };
}

/** Whether all days that have no year of their own would be over, by this one, when the table was written. */
function areAllBefore(cells: readonly GridCell[], year: number, written: readonly string[]): boolean {
  const stamp = [...written].sort().at(-1);
  const due = cells
    .map((cell) => foreignDue(cell, year))
    .flatMap(({ dueDate, inferred }) => (inferred && dueDate) || []);
  return stamp !== undefined && due.length > 0 && due.every((day) => day < stamp);
}

/** Rows at the end in which a day of filling in is looked for. */
const FOOT = 5;
const SIGNED = /^\s*(?:填|制表|报送|上报|统计|截至|更新|打印|导出)|(?:日期|时间)[：:]/;

const rowTexts = (grid: Grid, from: number, to: number): string[] =>
  grid.rows.slice(Math.max(0, from), to).flatMap((cells) => cells.map(({ text }) => text));
