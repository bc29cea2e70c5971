import { beginsWithLevel } from '../names/organ';
import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { namesGoOn } from './broken-lines';
import { type Column, columnOf } from './columns';
import { withCells } from './line-cells';
import { firstTables } from './table-numbers';
import { dash, isUnits } from './text-tables';
import { saysWhen } from './time/deadlines';

const mostColumns = 12;
/** Most lines of a row, and of one of its cells. */
const mostLines = 24;
const tallest = 5;
const longestHeading = 14;
/** So many rows say that it is a table. */
const fewestRows = 2;
/** What makes a row none. */
const never = -1000;
/** Second line of a heading: 牵头⏎单位. */
const headingRest =
  /^(?:单位|部门|科室|股室|处室|时限|时间|期限|名称|内容|措施|任务|要求|目标|领导|事项|人|责任人|情况)$/;

/**
 * Tables that arrived one cell a line whose rows are numbered and some of whose cells take several lines (县住建局⏎县水务集团、县城⏎管局):
 * the lines of a row are dealt out to its columns as they fit best, and the lines of a cell are put together. Where every row has
 * a line for each column, or one row fits nowhere, everything stays as it is. Cost: linear; the square of at most 24 lines a row.
 */
export function withWrappedRows(lines: readonly Line[]): readonly Line[] {
  let table = firstTables.wrapped;
  return withCells(lines, (at) => {
    const found = isNumberHeading(lines[at]!) ? tableAt(lines, at) : null;
    return found && { cells: cellsOf(found, table++), end: found.end };
  });
}

interface Table {
  /** Rows of cells of lines; the first is the head. */
  readonly rows: readonly (readonly (readonly Line[])[])[];
  readonly end: number;
}

const isNumberHeading = (line: Line): boolean =>
  !line.cell && line.strand.length <= 4 && columnOf(line.strand.text)?.kind === 'number';

const numberOf = (line: Line | undefined): number => {
  const digits = line && !line.cell ? /^[（(]?(\d{1,3})[）)]?[.．、]?$/.exec(line.strand.text)?.[1] : undefined;
  return digits ? Number(digits) : -1;
};

/** The table whose head begins at `at`; null where it is none, or needs no help. */
function tableAt(lines: readonly Line[], at: number): Table | null {
  const head = headAt(lines, at);
  // One row alone is no table, and is not looked at: a head may be repeated without end.
  if (!head || nextNumber(lines, head.end + 1, 2) < 0) return null;
  const rows: (readonly Line[])[][] = [head.cells];
  const columns = head.cells.map((cell) => columnOf(wordsOf(cell)));
  let start = head.end;
  let wrapped = head.cells.some((cell) => cell.length > 1);
  for (let value = 1; numberOf(lines[start]) === value; value++) {
    const next = nextNumber(lines, start + 1, value + 1);
    const row =
      next > 0
        ? deal(lines.slice(start + 1, next), columns, true)
        : deal(linesOfLast(lines, start + 1), columns, false);
    if (!row) return null;
    rows.push([[lines[start]!], ...row.cells]);
    wrapped ||= row.cells.some((cell) => cell.length > 1);
    start += row.length + 1;
    if (next < 0) break;
  }
  return wrapped && rows.length > fewestRows ? { rows, end: start } : null;
}

/** The headings, each of one line or two, up to the number of the first row. */
function headAt(lines: readonly Line[], at: number): { cells: (readonly Line[])[]; end: number } | null {
  const cells: (readonly Line[])[] = [];
  let i = at;
  while (i < lines.length && i - at < 2 * mostColumns && numberOf(lines[i]) !== 1) {
    const line = lines[i]!;
    if (line.cell || line.strand.length > longestHeading || /[。；，、：:\d]/.test(line.strand.text)) return null;
    const last = cells.at(-1);
    const joined = last && headingRest.test(line.strand.text) && columnOf(wordsOf([...last, line])) !== null;
    if (joined && last.length === 1 && last[0]!.strand.length <= 4) cells[cells.length - 1] = [...last, line];
    else cells.push([line]);
    i++;
  }
  const kinds = cells.map((cell) => columnOf(wordsOf(cell))?.kind);
  const asks = kinds.includes('role') && (kinds.includes('text') || kinds.includes('title'));
  const known = kinds.filter(Boolean).length;
  return asks && numberOf(lines[i]) === 1 && cells.length <= mostColumns && known * 3 >= cells.length * 2
    ? { cells, end: i }
    : null;
}

/** Where the line with the number of the next row stands; -1 where none does soon. */
function nextNumber(lines: readonly Line[], from: number, value: number): number {
  for (let i = from; i < Math.min(lines.length, from + mostLines); i++) if (numberOf(lines[i]) === value) return i;
  return -1;
}

interface Row {
  readonly cells: (readonly Line[])[];
  /** Of its lines. */
  readonly length: number;
}

/** The lines that the last row may have, which ends where nothing says so: up to a cell, a blank line or another head. */
function linesOfLast(lines: readonly Line[], from: number): readonly Line[] {
  let end = from;
  while (end < lines.length && end - from < mostLines && !isEnd(lines[end]!)) end++;
  return lines.slice(from, end);
}

const isEnd = (line: Line): boolean => Boolean(line.cell) || line.blank || isNumberHeading(line);

/**
 * Deals the lines of a row out to the columns behind its number, so that they fit best; null where they fit nowhere. `all`: every
 * line is the row's; else it has as many as fit best.
 */
function deal(lines: readonly Line[], columns: readonly (Column | null)[], all: boolean): Row | null {
  const width = columns.length - 1;
  if (lines.length > mostLines || lines.some((line) => line.cell)) return null;
  /** The best score of the first lines in the first columns, and how many of them the last column has. */
  const best = Array.from({ length: width + 1 }, () => new Array<number>(lines.length + 1).fill(never));
  const taken = best.map((row) => row.map(() => 0));
  best[0]![0] = 0;
  for (let column = 1; column <= width; column++) dealColumn(lines, columns[column] ?? null, { best, taken, column });
  const scores = best[width]!;
  const length = all ? lines.length : scores.indexOf(Math.max(...scores));
  if (scores[length]! < 0) return null;
  const cells: (readonly Line[])[] = [];
  for (let column = width, end = length; column > 0; column--) {
    const height = taken[column]![end]!;
    cells.unshift(lines.slice(end - height, end));
    end -= height;
  }
  return { cells, length };
}

/** Fills in one column of what `deal` keeps: the best that the first lines come to with it. */
function dealColumn(
  lines: readonly Line[],
  asked: Column | null,
  { best, taken, column }: { best: number[][]; taken: number[][]; column: number },
): void {
  for (let end = 0; end <= lines.length; end++)
    for (let height = 0; height <= Math.min(tallest, end); height++) {
      const before = best[column - 1]![end - height]!;
      if (before <= never) continue;
      const score = before + fitOf(lines.slice(end - height, end), asked);
      if (score <= best[column]![end]!) continue;
      best[column]![end] = score;
      taken[column]![end] = height;
    }
}

/** How well lines fit as one cell of a column. */
function fitOf(cell: readonly Line[], column: Column | null): number {
  const asked = column?.kind ?? 'other';
  const said = asked === 'text' || asked === 'title';
  if (!cell.length) return said ? -3 : -1;
  // Of who leads there is mostly one.
  const alone = column?.kind === 'role' && column.role === 'lead' ? (cell.length - 1) / 4 : 0;
  if (asked === 'role' || asked === 'unit') return unitsFit(cell) - alone;
  const text = wordsOf(cell);
  if (asked === 'deadline') return isTime(cell) || dash.test(text) ? 2 : never;
  if (said) return 2 + breaksOf(cell, false) - (isNamed(cell) && beginsWithLevel(text) ? 2 : 0);
  // Persons, remarks and places are short.
  return cell.length > 1 || text.length > longestHeading ? -1 : 1;
}

/** Every name of the cell, whether it goes on in the next line or stands in a line of its own. */
const isNamed = (cell: readonly Line[]): boolean => partsOf(cell).every((part) => isUnits({ strand: strandOf(part) }));

/** The lines of a cell of units, put together where a name or a list goes on. */
function partsOf(cell: readonly Line[]): (readonly Line[])[] {
  const parts: Line[][] = [];
  for (const line of cell) {
    const last = parts.at(-1);
    if (last && namesGoOn(wordsOf(last), line.strand.text)) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

function unitsFit(cell: readonly Line[]): number {
  if (isNamed(cell)) return 3 + breaksOf(cell, true);
  return dash.test(wordsOf(cell)) ? 1 : never;
}

function isTime(cell: readonly Line[]): boolean {
  const text = wordsOf(cell);
  return text.length <= 24 && saysWhen(text) && !cell.some((line) => isNamed([line]));
}

/** What the line ends inside a cell say: that a name goes on, or that another begins; that a full line goes on. */
function breaksOf(cell: readonly Line[], units: boolean): number {
  let sum = 0;
  for (let k = 1; k < cell.length; k++) {
    const before = cell[k - 1]!.strand.text;
    if (units) sum += namesGoOn(wordsOf(cell.slice(0, k)), cell[k]!.strand.text) ? 1 : -1;
    else if (cell[k]!.strand.length > 2 && isNamed([cell[k]!])) sum -= 2;
    else sum += /[。；]$/.test(before) ? -1 : Math.min(before.length, 12) / 24 - 0.5;
  }
  return sum;
}

const strandOf = (cell: readonly Line[]): Strand => Strand.join(cell.map(({ strand }) => strand));
const wordsOf = (cell: readonly Line[]): string => cell.map(({ strand }) => strand.text).join('');

function cellsOf({ rows }: Table, table: number): Line[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column): Line[] => {
      const position = { table, row: index, column, rowSpan: 1, columnSpan: 1, header: index === 0 };
      // Names in lines of their own stay apart; all else is one.
      const parts = index > 0 && cell.length > 1 && isNamed(cell) ? partsOf(cell) : cell.length ? [cell] : [];
      return parts.map((part) => ({ ...part[0]!, strand: strandOf(part), cell: position, marker: null }));
    }),
  );
}
