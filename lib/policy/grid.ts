import { firstDrawnTable } from '../text/drawn-rows';
import { Strand } from '../text/strand';
import type { Reading } from './readings';
import { firstTables } from './table-numbers';

/** One cell with the paragraphs printed in it. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Its paragraphs one after the other, remembering where they meet. */
  readonly strand: Strand;
  readonly paragraphs: readonly Strand[];
  /** Index of its first paragraph among the readings. */
  readonly at: number;
}

/** A table as places: `rows[r][c]` is the cell that covers the place, null where none does. */
export interface Grid {
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly width: number;
  readonly at: number;
  /** Made of lines of text, so that merged cells are not known to be so. */
  readonly drawn: boolean;
  /** Made of blocks of labelled lines: its first row is its head, whatever the words. */
  readonly records: boolean;
}

/** What is printed in a place of a table; empty where nothing covers it. */
export const textOf = (cell: Cell | null): string => cell?.strand.text ?? '';

/** 同上: what stands above holds here as well. */
const ditto = /^[（(]?(?:同上|同前|〃)[）)]?$/;

/** Most places a table may have; a hostile rowspan covers no more. */
const most = 400_000;

/** The tables of a text, in document order. Cost: linear in cells and in places, up to a limit. */
export function gridsOf(readings: readonly Reading[]): Grid[] {
  const tables = new Map<number, Map<string, { cell: Reading['paragraph']['cell']; parts: Strand[]; at: number }>>();
  readings.forEach(({ paragraph }, at) => {
    const { cell, strand } = paragraph;
    if (!cell) return;
    let cells = tables.get(cell.table);
    if (!cells) {
      cells = new Map();
      tables.set(cell.table, cells);
    }
    const key = `${cell.row} ${cell.column}`;
    const known = cells.get(key);
    if (known) known.parts.push(strand);
    else cells.set(key, { cell, parts: [strand], at });
  });
  return [...tables].map(([table, cells]) => {
    const rows: (Cell | null)[][] = [];
    let width = 0;
    let at = Number.POSITIVE_INFINITY;
    const all: Cell[] = [...cells.values()].map(({ cell, parts, at: first }) => {
      at = Math.min(at, first);
      return {
        row: cell!.row,
        column: cell!.column,
        rowSpan: Math.max(1, cell!.rowSpan),
        columnSpan: Math.max(1, Math.min(64, cell!.columnSpan)),
        strand: Strand.join(parts, true),
        paragraphs: parts,
        at: first,
      };
    });
    // No spread: a table may have more cells than a call takes arguments.
    let height = 1;
    for (const c of all) {
      height = Math.max(height, c.row + 1);
      width = Math.max(width, c.column + c.columnSpan);
    }
    let places = 0;
    for (const c of all) {
      const last = Math.min(height, c.row + c.rowSpan);
      for (let r = c.row; r < last && places < most; r++) {
        rows[r] ??= [];
        for (let k = c.column; k < c.column + c.columnSpan; k++, places++) rows[r]![k] ??= c;
      }
    }
    fill(rows, height, width);
    return { rows, width, at, drawn: table >= firstDrawnTable, records: table >= firstTables.records };
  });
}

/** Every place of the table holds a cell or null; 同上 is the cell above. */
function fill(rows: (Cell | null)[][], height: number, width: number): void {
  for (let r = 0; r < height; r++) {
    rows[r] ??= [];
    for (let k = 0; k < width; k++) {
      const cell = rows[r]![k] ?? null;
      const above = r > 0 && cell && ditto.test(cell.strand.text) ? rows[r - 1]![k] : null;
      rows[r]![k] = above ?? cell;
    }
  }
}
