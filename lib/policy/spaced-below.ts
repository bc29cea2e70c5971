import type { Strand } from '../text/strand';
import { namesGoOn } from './broken-lines';
import type { Printed } from './printed-columns';
import { isUnitsColumn, type SpacedRow } from './spaced-cells';
import type { SpacedHead } from './spaced-head';

/** So far from a cell may stand what goes on with it; so much nearer is what a list that breaks off waits for. */
const furthest = 9;
const pull = 6;

/** A table while it is read: its head, and its column of numbers; -1 where it has none. */
interface Below {
  readonly head: SpacedHead;
  readonly number: number;
}

/** The columns that pieces go on with, each of which the row has filled: where they are printed, or else by what they hold; null where one goes on with nothing. */
export function columnsBelow(pieces: readonly Printed[], row: SpacedRow, table: Below): number[] | null {
  const columns: number[] = [];
  for (const piece of pieces) {
    const from = (columns.at(-1) ?? -1) + 1;
    const { trusted } = table.head.layout;
    const k = trusted ? columnBelow(piece, row, from, table) : columnFor(piece.strand, row, from, table);
    if (k < 0) return null;
    columns.push(k);
  }
  return columns;
}

/** The nearest column that goes on with a piece; a list that breaks off is nearer than it is printed. */
function columnBelow(piece: Printed, row: SpacedRow, from: number, { head, number }: Below): number {
  const { starts } = head.layout;
  let best = -1;
  let least = furthest;
  for (let k = from; k < starts.length; k++) {
    if (!row.cells[k]!.length || k === number) continue;
    const own = row.cells[k]!.map(({ text }) => text).join('');
    const broken = isUnitsColumn(head, k) && namesGoOn(own, piece.strand.text);
    const far = Math.abs(piece.start - (row.below[k]?.start ?? starts[k]!)) - (broken ? pull : 0);
    if (far >= least) continue;
    least = far;
    best = k;
  }
  return best;
}

/** The column that a piece goes on with; -1 where there is none. A name that breaks off is looked for first: what is to be done may go on with anything. */
export function columnFor({ text }: Strand, row: SpacedRow, from: number, { head, number }: Below): number {
  const own = (k: number): string => row.cells[k]!.map((part) => part.text).join('');
  const ahead = head.asked
    .map((_, k) => k)
    .slice(from)
    .filter((k) => row.cells[k]!.length > 0);
  const broken = ahead.find((k) => isUnitsColumn(head, k) && namesGoOn(own(k), text));
  if (broken !== undefined) return broken;
  if (number < 0) return -1;
  const said = (k: number) => head.asked[k] === 'text' || head.asked[k] === 'title';
  return ahead.find((k) => said(k) && !/[。；]$/.test(own(k))) ?? -1;
}
