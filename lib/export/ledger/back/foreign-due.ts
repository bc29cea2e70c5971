import { repeatOf } from '../../../follow/repeat';
import { fieldDeadlines } from '../../../policy/time/deadlines';
import { isImpossible, readDay } from './day';
import type { GridCell } from './grid';
import { inFull, namesNoDay } from './time-words';

/** What a cell of a time column says: a day, or how often; the words themselves are kept beside it. */
export interface ForeignDue {
  readonly dueDate: string | null;
  /** 每季度末月25日前; null for what does not recur, or in no period that can be counted. */
  readonly recurrence: string | null;
  /** The day has no year of its own, and is of the table's. */
  readonly inferred: boolean;
}

const nothing: ForeignDue = { dueDate: null, recurrence: null, inferred: false };

/**
 * Reads a time as offices write it: 2026年9月底前, 9月30日, 2027Q1, 每季度末25日前. Of several dates the last one counts: until then
 * there is something to do.
 *
 * @param year The year that the table is of, for days without one.
 */
export function foreignDue(cell: GridCell, year: number): ForeignDue {
  // A date's cell that lost its look shows the day's number, and a CSV made of it says so in text.
  const lost = /^\s*\d{5}\s*$/.test(cell.text);
  const day = readDay(lost ? { ...cell, kind: 'number' } : cell);
  if (day) return { ...nothing, dueDate: day };
  const text = inFull(cell.text.normalize('NFKC').replace(/\s+/g, ''));
  if (text === '' || isImpossible(text)) return nothing;
  if (repeatOf(text)) return { ...nothing, recurrence: cell.text.trim() };
  const dates = fieldDeadlines(text, { year, date: null }).filter(({ date }) => date !== null);
  const last = dates.sort((a, b) => (a.date! < b.date! ? -1 : 1)).at(-1);
  return last ? { ...nothing, dueDate: last.date, inferred: last.yearInferred && !/20\d\d/.test(text) } : nothing;
}

/** Whether a cell of a time column says something that was not understood: neither a day nor how often, nor that there is none. */
export const isUnread = ({ text }: GridCell, { dueDate, recurrence }: ForeignDue): boolean =>
  dueDate === null && recurrence === null && text.trim() !== '' && !namesNoDay(text.normalize('NFKC').trim());
