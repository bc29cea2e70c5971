import { inFigures } from './day';
import type { Mapping } from './foreign-keys';
import type { Grid } from './grid';
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

/**
 * The year that a table is of: as it stands above its head (2027年重点工作台账), in its sheet's or its file's name, in its other dates, or
 * below it (填报时间：2027年1月5日); else the present one, as a guess.
 *
 * @param today ISO calendar date
 */
export function yearOf(grid: Grid, { head, columns }: Mapping, today: string, { file, year }: Around = {}): TableYear {
  if (year !== undefined) return { year, guessed: false };
  const present = Number(today.slice(0, 4));
  const above = rowTexts(grid, 0, head);
  const times = columns.flatMap((key, at) => (key === 'deadline' || key === 'doneOn' ? [at] : []));
  const below = grid.rows.map((_, row) => row).slice(head + 1);
  const dates = below.flatMap((row) => times.map((column) => cellAt(grid, row, column).text));
  const lines = rowTexts(grid, grid.rows.length - FOOT, grid.rows.length).filter((text) => SIGNED.test(text));
  const said = [above, [grid.name], [file]].map(onlyYear).find((year) => year !== null);
  if (said) return { year: said, guessed: false };
  // A far day among many (2035年底) says nothing of the others.
  const near = [onlyYear(dates), onlyYear(lines)].find((year) => year !== null && Math.abs(year - present) <= 1);
  return near ? { year: near, guessed: false } : { year: present, guessed: true };
}

/** Rows at the end in which a day of filling in is looked for. */
const FOOT = 5;
const SIGNED = /^\s*(?:填|制表|报送|上报|统计|截至|更新)|日期[：:]/;

const rowTexts = (grid: Grid, from: number, to: number): string[] =>
  grid.rows.slice(Math.max(0, from), to).flatMap((cells) => cells.map(({ text }) => text));
