import { allColumns } from '../columns';
import { bareHeading, emptyCell, type Grid, type GridCell, type Place } from './grid';

/** A row of a ledger of ours that came back. */
export interface ReturnedRow {
  readonly place: Place;
  /** 任务ID; null in a row that a colleague added. */
  readonly id: string | null;
  /** 版本; null where the column is gone. */
  readonly stamp: string | null;
  /** Its cells by the key of their column. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

export interface Returned {
  /** Keys of the columns that are there, in any sheet. */
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly ReturnedRow[];
  /** Sheets in which no head of ours was found: nothing was read of them. */
  readonly foreign: readonly string[];
}

/** Rows from the top in which the head is looked for. */
const within = 30;

/** Every heading that a column of ours may stand under. */
const ownHeadings = new Map(
  allColumns.flatMap(({ key, heading }) => [
    [bareHeading(heading.zh), key] as const,
    [bareHeading(heading.en), key] as const,
  ]),
);

/**
 * The rows of a ledger of ours, whatever was done to it: other rows above the head, columns moved, removed or added,
 * rows in another order, on several sheets.
 *
 * @param headings headings of the reader's own, and the keys of the columns they stand for
 */
export function returnedRows(grids: readonly Grid[], headings: Readonly<Record<string, string>> = {}): Returned {
  const names = new Map(ownHeadings);
  for (const [heading, key] of Object.entries(headings)) names.set(bareHeading(heading), key);
  const columns = new Set<string>();
  const rows: ReturnedRow[] = [];
  const foreign: string[] = [];
  for (const grid of grids) {
    const head = findHead(grid, names);
    if (!head) {
      if (grid.rows.some((row) => row.some(({ text }) => text.trim() !== ''))) foreign.push(grid.name);
      continue;
    }
    for (const key of head.columns.keys()) columns.add(key);
    for (const row of rowsBelow(grid, head)) rows.push(row);
  }
  return { columns, rows, foreign };
}

interface Head {
  readonly row: number;
  /** Column from 0 by key. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The row with most headings of ours; it takes two to be a head. */
function findHead({ rows }: Grid, names: ReadonlyMap<string, string>): Head | null {
  let best: Head | null = null;
  for (const [row, cells] of rows.slice(0, within).entries()) {
    const columns = new Map<string, number>();
    for (const [column, { text }] of cells.entries()) {
      const key = names.get(bareHeading(text));
      if (key && !columns.has(key)) columns.set(key, column);
    }
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}

function rowsBelow({ name, rows }: Grid, head: Head): ReturnedRow[] {
  const headTexts = rows[head.row]!.map(({ text }) => text);
  return rows.slice(head.row + 1).flatMap((cells, at): ReturnedRow[] => {
    const known = new Map([...head.columns].map(([key, column]) => [key, cells[column] ?? emptyCell]));
    // A number alone is a row that was drawn and not filled in.
    const filled = [...known].some(([key, { text }]) => key !== 'index' && text.trim() !== '');
    const again = cells.length > 1 && cells.every(({ text }, column) => text === headTexts[column]);
    if (!filled || again) return [];
    const text = (key: string) => known.get(key)?.text.trim() || null;
    return [{ place: { sheet: name, row: head.row + at + 2 }, id: text('id'), stamp: text('stamp'), cells: known }];
  });
}
