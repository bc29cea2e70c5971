import type { CellPosition } from '../text/types';
import { type Column, columnOf } from './columns';
import type { Paragraph } from './paragraphs';
import { isUnits } from './text-tables';

/** Tables whose cells only white space parts are numbered apart from all others. */
const firstTable = 3_000_000;
/** Fewer columns are a line with white space in it, and more no head. */
const fewest = 3;
const widest = 12;
const dash = /^[/／\\—–\-无]{1,4}$/;

/**
 * Tables that arrived as lines with white space between the cells (序号 任务 牵头单位 完成时限⏎1 清淤干渠 县水利局 6月底), put back into
 * rows and columns. A row may lack its first cells, which then span several rows. Everything else stays as it is. Cost: linear.
 */
export function withSpacedTables(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const out: Paragraph[] = [];
  let table = firstTable;
  for (let i = 0; i < paragraphs.length; ) {
    const columns = headOf(paragraphs[i]!);
    const rows = columns ? rowsBehind(paragraphs, i, columns) : [];
    if (!rows.length) {
      out.push(paragraphs[i++]!);
      continue;
    }
    [paragraphs[i]!, ...rows].forEach((paragraph, row) => {
      out.push(...cellsOf(paragraph, columns!.length, { table, row }));
    });
    i += rows.length + 1;
    table++;
  }
  return out.length === paragraphs.length ? paragraphs : out;
}

/** The columns that a line of headings names: who does it and what, and none that holds a sentence. */
function headOf({ strand, cell, furniture }: Paragraph): (Column | null)[] | null {
  const width = strand.gaps.length + 1;
  if (cell || furniture || width < fewest || width > widest || /[。；，：]/.test(strand.text)) return null;
  const columns = piecesOf(strand).map((piece) => (piece.length <= 14 ? columnOf(piece.text) : null));
  const has = (...kinds: Column['kind'][]): boolean => columns.some((c) => c && kinds.includes(c.kind));
  const known = columns.filter(Boolean).length;
  return known * 3 >= width * 2 && has('role') && has('text', 'title', 'number') ? columns : null;
}

/** The lines behind a head that are rows: their cells of units hold units. */
function rowsBehind(paragraphs: readonly Paragraph[], at: number, columns: readonly (Column | null)[]): Paragraph[] {
  const rows: Paragraph[] = [];
  for (let i = at + 1; i < paragraphs.length && isRow(paragraphs[i]!, columns); i++) rows.push(paragraphs[i]!);
  return rows;
}

function isRow({ strand, cell, furniture }: Paragraph, columns: readonly (Column | null)[]): boolean {
  const width = strand.gaps.length + 1;
  if (cell || furniture || width < 2 || width > columns.length) return false;
  const missing = columns.length - width;
  let units = 0;
  const fit = piecesOf(strand).every((piece, k) => {
    const asked = columns[k + missing]?.kind;
    if (asked !== 'role') return true;
    const named = isUnits({ strand: piece });
    if (named) units++;
    return named || dash.test(piece.text);
  });
  return fit && units > 0;
}

const piecesOf = (strand: Paragraph['strand']): Paragraph['strand'][] => {
  const places = [0, ...strand.gaps, strand.length];
  return places.slice(1).map((to, k) => strand.slice(places[k]!, to));
};

/** A line as cells; one that lacks its first cells leaves them to the row above. */
function cellsOf(paragraph: Paragraph, width: number, at: { table: number; row: number }): Paragraph[] {
  const pieces = piecesOf(paragraph.strand);
  const missing = width - pieces.length;
  return pieces.map((strand, k) => {
    const cell: CellPosition = { ...at, column: k + missing, rowSpan: 1, columnSpan: 1, header: at.row === 0 };
    return { ...paragraph, strand, cell, marker: null };
  });
}
