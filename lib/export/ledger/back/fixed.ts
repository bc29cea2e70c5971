import { dueWords, withoutNow } from '../../limit-words';
import { withoutOpenSign } from '../../open-units';
import { plain } from '../cells';
import { allColumns } from '../columns';
import { columnOfField } from '../fields';
import type { LedgerColumn, LedgerRow } from '../types';
import { clean } from '../unfit';
import { readDay } from './day';
import type { GridCell, Place } from './grid';
import type { ReturnedRow } from './returned';

/** A fact of the document that stands otherwise in a file that came back. */
export interface FixedDifference {
  readonly id: string;
  readonly place: Place;
  /** Key of the column. */
  readonly column: string;
  readonly here: string;
  readonly there: string;
}

const editable: ReadonlySet<string> = new Set(Object.values(columnOfField));
/** Counted, made for the file, or shortened in it: these tell nothing. */
const passing: ReadonlySet<string> = new Set(['index', 'url', 'id', 'stamp', 'taken']);
const facts = allColumns.filter(({ key }) => !editable.has(key) && !passing.has(key));

/** Facts that a colleague changed. Blanks, width of signs and what a spreadsheet makes of a CSV's numbers do not count. */
export function fixedDifferences(mine: LedgerRow, { place, cells }: ReturnedRow): FixedDifference[] {
  return facts.flatMap((column) => {
    const cell = cells.get(column.key);
    // Without the whole measure here there is nothing to compare it with.
    if (!cell || (column.key === 'text' && !mine.text)) return [];
    const here = clean(String(plain(column, column.value(mine, 0))));
    if (alike(column, here, cell) || (column.key === 'deadline' && bare(dueWords(mine.task) ?? '') === bare(cell.text)))
      return [];
    return [{ id: mine.task.id, place, column: column.key, here, there: cell.text }];
  });
}

function alike(column: LedgerColumn, here: string, cell: GridCell): boolean {
  // The new date behind a limit grows here while the file is under way; the date itself has a column of its own.
  const said = column.key === 'deadline' ? withoutNow : (text: string) => text;
  const [ours, theirs] = [bare(said(here)), bare(said(cell.text))];
  // A long text was cut by what a cell may hold.
  if (ours === theirs || (theirs.length > 32_000 && ours.startsWith(theirs.slice(0, 32_000)))) return true;
  // Of a default that was moved since, the ledger no longer says that it was one.
  if (column.key === 'deadline' && ours.replace(byDefault, '') === theirs.replace(byDefault, '')) return true;
  // Files written before a ledger had all limits of a measure.
  if (column.key === 'deadline' && ours.split(';').includes(theirs)) return true;
  // Files written before lists said that they are open.
  if (column.type === 'list' && bareUnits(ours) === bareUnits(theirs)) return true;
  // What became of a task grows here while the file is under way: what the file says was true when it was written.
  if (growing.has(column.key) && ours.includes(theirs)) return true;
  if (column.type === 'date') return readDay(cell) === here;
  return /^\d+$/.test(ours) && /^\d+$/.test(theirs) && Number(ours) === Number(theirs);
}

const bareUnits = (text: string): string => text.split('、').map(withoutOpenSign).join('、');

const byDefault = /\(默认时限\)$/;
const growing: ReadonlySet<string> = new Set(['history', 'moves', 'repeat', 'steps']);

const bare = (text: string): string => clean(text).normalize('NFKC').replace(/\s+/g, '');
