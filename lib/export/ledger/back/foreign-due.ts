import { repeatOf } from '../../../follow/repeat';
import { fieldDeadlines } from '../../../policy/time/deadlines';
import { isImpossible, readDay } from './day';
import { cellAt } from './foreign';
import type { Grid, GridCell } from './grid';

/** What a cell of a time column says: a day, or how often; the words themselves are kept beside it. */
export interface ForeignDue {
  readonly dueDate: string | null;
  /** 每季度末月25日前; null for what does not recur, or in no period that can be counted. */
  readonly recurrence: string | null;
}

/**
 * Reads a time as offices write it: 2026年9月底前, 9月30日, 每季度末25日前. Of several dates the last one counts: until then
 * there is something to do.
 *
 * @param year The year that the table is of, for days without one.
 */
export function foreignDue(cell: GridCell, year: number): ForeignDue {
  // A date's cell that lost its look shows the day's number, and a CSV made of it says so in text.
  const lost = /^\s*\d{5}\s*$/.test(cell.text);
  const day = readDay(lost ? { ...cell, kind: 'number' } : cell);
  if (day) return { dueDate: day, recurrence: null };
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '');
  if (text === '' || isImpossible(text)) return { dueDate: null, recurrence: null };
  if (repeatOf(text)) return { dueDate: null, recurrence: cell.text.trim() };
  const dates = fieldDeadlines(text, { year, date: null }).flatMap(({ date }) => date ?? []);
  return { dueDate: dates.sort().at(-1) ?? null, recurrence: null };
}

/** The year that stands above a table's head (2026年重点工作台账); else the present one. */
export function yearOf(grid: Grid, head: number, today: string): number {
  for (let row = 0; row < head; row++) {
    const width = grid.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const found = /(20\d\d)\s*年/.exec(cellAt(grid, row, column).text.normalize('NFKC'));
      if (found) return Number(found[1]);
    }
  }
  return Number(today.slice(0, 4));
}
