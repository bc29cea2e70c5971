import { beginsLikeOrgan, isCollective } from '../names/organ';
import { markerOf } from '../text/numbering';
import type { Column } from './columns';
import type { Cell, Grid } from './grid';
import { labelMeaning } from './labels';
import { type CellContext, deadlineCell } from './table-cells';
import type { Head } from './table-head';
import { isUnits, kindOf } from './text-tables';

/** So few rows say nothing of what their columns hold. */
const fewestRows = 3;
/** Shortest mean length of a column of tasks. */
const shortestText = 8;
/** How sure a column of units without a heading is. */
const sure = 0.7;

/** Longest cell of units that says what each of them does. */
const longestUnits = 40;

type Filled = readonly Cell[];

/**
 * The columns of a table that has no heading, by what their cells hold: units in nearly all, dates in most, and the longest words.
 * Without a column of dates it may be any list of organs (addresses, telephones): null, but where its rows are numbered points and nothing
 * else stands beside the units.
 */
export function headless(grid: Grid, context: CellContext): Head | null {
  const { rows: all, width } = grid;
  // A line that names a group spans them all, and is nobody's cell.
  const rows = all.filter((row) => new Set(row).size > 1);
  if (rows.length < fewestRows || width < 3) return null;
  const cells = Array.from(
    { length: width },
    (_, k): Filled => rows.flatMap((row) => (row[k]?.strand.text ? row[k] : [])),
  );
  const units = cells.map((column) => share(column, namesUnits) >= 0.8 && column.length * 2 >= rows.length);
  const dated = cells.map(
    (column) => share(column, saysTime) >= 0.6 && column.some((cell) => givesDate(cell, context)),
  );
  const numbered = isNumbered(grid) && cells.every((column, k) => k === 0 || units[k] || dated[k] || !column.length);
  if (!units.includes(true) || !(dated.includes(true) || numbered)) return null;
  const lengths = cells.map((column, k) => (units[k] || dated[k] ? 0 : meanLength(column)));
  const text = lengths.indexOf(Math.max(...lengths));
  if (lengths[text]! < shortestText && !numbered) return null;
  const numbers = cells.findIndex(
    (column) => share(column, ({ strand }) => /^\d{1,3}[.．、]?$/.test(strand.text)) >= 0.8,
  );
  const columns = cells.map((_, k): Column | null => {
    if (units[k]) return { kind: 'role', role: 'responsible', mixed: true, persons: false, sure };
    if (dated[k]) return { kind: 'deadline' };
    return k === text ? { kind: 'text' } : k === numbers ? { kind: 'number' } : null;
  });
  return { columns, from: 0, labels: [] };
}

/**
 * 1.修渠 | 县水利局 | 5月底前⏎2.栽树 | 县林业局 | 6月底前: every row begins with a point of a list, the first as well, so that none is a head. Then
 * who stands in the others has to do it, dates or not.
 */
export function isNumbered({ rows }: Grid): boolean {
  if (rows.length < fewestRows) return false;
  const marks = rows.map((row) => {
    const text = row[0]?.strand.text ?? '';
    const marker = markerOf(text);
    return marker && text.length >= marker.length + 3 ? marker : null;
  });
  return marks.every((one, k) => one !== null && (k === 0 || one.value === marks[k - 1]!.value + 1));
}

const share = (column: Filled, fits: (cell: Cell) => boolean): number =>
  column.length ? column.filter(fits).length / column.length : 0;

const meanLength = (column: Filled): number =>
  column.reduce((sum, { strand }) => sum + strand.length, 0) / Math.max(1, column.length);

function namesUnits({ strand }: Cell): boolean {
  // A list that goes on is parted by its first sign or its first white space.
  const first = strand.text.slice(0, strand.gaps[0]).split(/[、，；（]/, 1)[0]!;
  // 执行局，法警大队出警: what a unit does may stand behind the first.
  const listed =
    isUnits({ strand }) || (strand.length <= longestUnits && isUnits({ strand: strand.slice(0, first.length) }));
  return listed && !labelMeaning(first) && (beginsLikeOrgan(first) || isCollective(first) || first.length <= 5);
}

/** 6月底, 全年, 每季度: a time, though it may have no day. */
const saysTime = (cell: Cell): boolean => kindOf(cell) === 'time';

const givesDate = (cell: Cell, { dates }: CellContext): boolean =>
  cell.strand.length <= 24 && /[年月底末期季]/.test(cell.strand.text) && deadlineCell(cell, dates).some((d) => d.date);
