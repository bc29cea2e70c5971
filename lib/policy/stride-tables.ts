import { isOrgan } from '../names/organ';
import type { Line } from '../text/lines';
import { columnOf } from './columns';
import { firstTables } from './table-numbers';
import { kindOf } from './text-tables';

const longestHeading = 14;
const mostColumns = 10;
/** So many rows in a row say that it is a table. */
const fewestRows = 3;
/** A heading of units, by its end: what is looked at closer. */
const asksForUnits = /(?:单位|部门|主体|科室|处室|股室)$/;

/**
 * Lines with tables that arrived one cell a line and have no numbers, by which rows could be told: where the lines below a heading of
 * units are units in every third, fourth… line, rows are so many lines high. They are made cells before lines are joined to
 * sentences, as the lines of a cell would be joined to the next cell. Everything else stays as it is.
 * Cost: linear; a look at thirty lines for each heading of units.
 */
export function withStrideTables(lines: readonly Line[]): readonly Line[] {
  let out: Line[] | null = null;
  let table = firstTables.stride;
  for (let i = 1; i < lines.length; i++) {
    const found = isHeading(lines[i]) && asksForUnits.test(lines[i]!.strand.text) ? tableAround(lines, i) : null;
    if (!found) continue;
    out ??= [...lines];
    for (let at = found.start; at < found.end; at++) {
      const row = Math.floor((at - found.start) / found.width);
      const column = (at - found.start) % found.width;
      const cell = { table, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 };
      out[at] = { ...out[at]!, cell, marker: null };
    }
    table++;
    i = found.end - 1;
  }
  return out ?? lines;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** The table one of whose headings stands at `at`; null where its lines do not come back in step. */
function tableAround(lines: readonly Line[], at: number): Found | null {
  if (columnOf(lines[at]!.strand.text)?.kind !== 'role') return null;
  let last = at;
  while (last + 1 < lines.length && last - at < mostColumns && columnAt(lines, last + 1)) last++;
  for (let width = 3; width <= mostColumns; width++) {
    const start = last - width + 1;
    if (start < 0 || start > at) continue;
    if (!isHead(lines, start, last) || isNumbered(lines, start, width)) continue;
    const end = endOf(lines, start, width);
    if (end >= start + (fewestRows + 1) * width) return { start, end, width };
  }
  return null;
}

const columnAt = (lines: readonly Line[], at: number) =>
  isHeading(lines[at]) ? columnOf(lines[at]!.strand.text) : null;

/** A few words that could head a column. */
const isHeading = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.cell &&
  line.strand.length <= longestHeading &&
  !/[。；，、：:\d《》“”]/.test(line.strand.text);

/** A column of plain numbers tells rows better than their height; 人大1号, 政协2号 do not. */
function isNumbered(lines: readonly Line[], start: number, width: number): boolean {
  const column = lines.slice(start, start + width).findIndex(({ strand }) => columnOf(strand.text)?.kind === 'number');
  const first = lines[start + width + column];
  return column >= 0 && (!first || kindOf(first) === 'number');
}

/** Headings that are short, one of them asking what is to be done. */
function isHead(lines: readonly Line[], start: number, last: number): boolean {
  const head = lines.slice(start, last + 1);
  if (!head.every((line) => isHeading(line) && (columnOf(line.strand.text) || !isOrgan(line.strand.text))))
    return false;
  const kinds = head.map(({ strand }) => columnOf(strand.text)?.kind);
  return kinds.includes('text') || kinds.includes('title');
}

/** Behind the last row all of whose lines are what their headings ask for. */
function endOf(lines: readonly Line[], start: number, width: number): number {
  const kinds = lines.slice(start, start + width).map(({ strand }) => columnOf(strand.text)?.kind ?? 'other');
  let end = start + width;
  // 县乡综治中心建设: a task of few words may end like an organ; the units beside it keep the step.
  while (end + width <= lines.length && kinds.every((kind, k) => fits(kind, lines[end + k]!))) end += width;
  return end;
}

function fits(kind: string, line: Line): boolean {
  if (line.cell) return false;
  const own = kindOf(line);
  if (kind === 'role' || kind === 'unit') return own === 'units' || own === 'dash';
  if (kind === 'deadline') return own === 'time' || own === 'dash';
  return true;
}
