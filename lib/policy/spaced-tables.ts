import { numeral } from '../text/chars';
import { Strand } from '../text/strand';
import type { CellPosition } from '../text/types';
import { type Column, columnOf } from './columns';
import type { Paragraph } from './paragraphs';
import { firstTables } from './table-numbers';
import { dash, isUnits } from './text-tables';

/** Fewer columns are a line with white space in it, and more no head. */
const fewest = 3;
const widest = 12;
/** So many pieces more than columns may a row have. */
const widestCell = 3;

/**
 * Tables that arrived as lines with white space between the cells (序号 任务 牵头单位 完成时限⏎1 清淤干渠 县水利局 6月底), put back into
 * rows and columns. A row may lack its first cells, which then span several rows. Everything else stays as it is. Cost: linear.
 */
export function withSpacedTables(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const out: Paragraph[] = [];
  let table = firstTables.spaced;
  for (let i = 0; i < paragraphs.length; ) {
    const columns = headOf(paragraphs[i]!);
    const rows = columns ? rowsBehind(paragraphs, i, columns) : [];
    if (!rows.length) {
      out.push(paragraphs[i++]!);
      continue;
    }
    [paragraphs[i]!.strand.pieces(), ...rows].forEach((pieces, row) => {
      out.push(...cellsOf(paragraphs[i + row]!, pieces, columns!.length, { table, row }));
    });
    i += rows.length + 1;
    table++;
  }
  return out.length === paragraphs.length ? paragraphs : out;
}

/** The columns that a line of headings names: who does it and what, and none that holds a sentence. */
export function headColumns(strand: Strand): (Column | null)[] | null {
  const width = strand.gaps.length + 1;
  if (width < fewest || width > widest || /[。；，：]/.test(strand.text)) return null;
  const columns = strand.pieces().map((piece) => (piece.length <= 14 ? columnOf(piece.text) : null));
  const has = (...kinds: Column['kind'][]): boolean => columns.some((c) => c && kinds.includes(c.kind));
  const known = columns.filter(Boolean).length;
  return known * 3 >= width * 2 && has('role') && has('text', 'title', 'number') ? columns : null;
}

const headOf = ({ strand, cell, furniture }: Paragraph): (Column | null)[] | null =>
  cell || furniture ? null : headColumns(strand);

/** The lines behind a head that are rows, each as its pieces. */
function rowsBehind(
  paragraphs: readonly Paragraph[],
  at: number,
  columns: readonly (Column | null)[],
): readonly (readonly Strand[])[] {
  const rows: (readonly Strand[])[] = [];
  for (let i = at + 1; i < paragraphs.length; i++) {
    const row = rowOf(paragraphs[i]!, columns, rows.length);
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

/**
 * The pieces of a line that is a row. Its cells of units hold units; behind a row that does, a whole row with the next number is
 * one as well, for what a unit is called nobody knows beforehand.
 */
function rowOf(
  { strand, cell, furniture }: Paragraph,
  columns: readonly (Column | null)[],
  before: number,
): readonly Strand[] | null {
  // To part a line costs the square of its parts.
  if (strand.gaps.length > columns.length + widestCell) return null;
  const pieces = strand.pieces();
  if (cell || furniture || pieces.length < 2 || pieces.length > columns.length + widestCell) return null;
  const whole = pieces.length > columns.length ? merged(pieces, columns) : pieces;
  if (fits(whole, columns)) return whole;
  const numbered = columns[0]?.kind === 'number' && before > 0 && whole.length === columns.length;
  return numbered && numeral(whole[0]!.text.replace(/[.．、]$/, '')) === before + 1 ? whole : null;
}

/** The cells of units hold units or a dash, and one of them a unit; cells that are missing stand at the beginning. */
function fits(pieces: readonly Strand[], columns: readonly (Column | null)[]): boolean {
  const missing = columns.length - pieces.length;
  if (missing < 0) return false;
  let units = 0;
  const fit = pieces.every((piece, k) => {
    if (columns[k + missing]?.kind !== 'role') return true;
    const named = isUnits({ strand: piece });
    if (named) units++;
    return named || dash.test(piece.text);
  });
  return fit && units > 0;
}

/** White space inside a cell (8月26日 - 27日) is none between two: pieces are put together where the rest then fits; as they are where it never does. */
function merged(pieces: readonly Strand[], columns: readonly (Column | null)[]): readonly Strand[] {
  const extra = pieces.length - columns.length;
  for (let at = 0; at < columns.length; at++) {
    const cell = Strand.join(pieces.slice(at, at + extra + 1), true);
    const row = [...pieces.slice(0, at), cell, ...pieces.slice(at + extra + 1)];
    if (columns[at]?.kind !== 'number' && fits(row, columns)) return row;
  }
  return pieces;
}

/** A line as cells; one that lacks its first cells leaves them to the row above. */
function cellsOf(
  paragraph: Paragraph,
  pieces: readonly Strand[],
  width: number,
  at: { table: number; row: number },
): Paragraph[] {
  const missing = width - pieces.length;
  return pieces.map((strand, k) => {
    const cell: CellPosition = { ...at, column: k + missing, rowSpan: 1, columnSpan: 1, header: at.row === 0 };
    return { ...paragraph, strand, cell, marker: null };
  });
}
