import { cellHtml, type HtmlCell, tableHtml } from '../markup';
import { headMerges } from '../merged-blanks';
import type { Area } from './area';

export type { Area } from './area';

/** Rows of a sheet that are read. */
export const mostRows = 20_000;

/** What a sheet shows: texts by row and column, from 0; rows and columns that are not there print nothing. */
export interface SheetTexts {
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merged: readonly Area[];
}

/** The merged cells of a sheet, with those of a heading in two rows where nobody merged any there. */
export function withHead(texts: SheetTexts['texts'], merged: readonly Area[]): readonly Area[] {
  const own = headMerges(texts);
  const taken = own.some(({ row }) => merged.some((area) => area.row <= row + 1 && area.row + area.rowSpan > row));
  return taken ? merged : [...merged, ...own];
}

/** A sheet as HTML: rows above the table that hold one text (titles, notes) as paragraphs, the rest as one table. */
export function sheetBlocks({ texts, merged }: SheetTexts): string {
  const indexes = [...texts.keys()].sort((a, b) => a - b);
  const tableStart = indexes.findIndex((index) => texts.get(index)!.size > 1);
  const above = tableStart < 0 ? indexes : indexes.slice(0, tableStart);
  const inside = tableStart < 0 ? [] : indexes.slice(tableStart);
  const title = above.flatMap((index) => [...texts.get(index)!.values()].map(cellHtml)).join('\n');
  return inside.length === 0 ? title : `${title}\n${tableHtml(tableRows(inside, texts, merged))}`;
}

/** Rows of the table; those without text are not printed, so a span counts only those that are. */
function tableRows(inside: readonly number[], texts: SheetTexts['texts'], merged: readonly Area[]): HtmlCell[][] {
  const width = 1 + inside.reduce((most, row) => Math.max(most, ...texts.get(row)!.keys()), -1);
  const { starts, covered } = spansOf(merged, inside, width);
  return inside.map((row, at) => {
    const cells: HtmlCell[] = [];
    for (let column = 0; column < width; column++) {
      const place = at * width + column;
      if (covered.has(place)) continue;
      const html = cellHtml(texts.get(row)!.get(column) ?? '');
      cells.push({ html, rowSpan: 1, columnSpan: 1, ...starts.get(place), header: at === 0 });
    }
    return cells;
  });
}

/** How far a cell reaches, in rows and columns of the table. */
type Span = Pick<HtmlCell, 'rowSpan' | 'columnSpan'>;

/**
 * Where merged cells begin in the table, and what they cover, as places counted row by row. A cell begins with the first of its
 * rows that is printed. Cells that lie over others, as no program writes them, are passed over.
 */
function spansOf(
  merged: readonly Area[],
  inside: readonly number[],
  width: number,
): { starts: ReadonlyMap<number, Span>; covered: ReadonlySet<number> } {
  const starts = new Map<number, Span>();
  const covered = new Set<number>();
  // As many cells as there are may be covered, each once; a hostile file lays thousands over each other.
  let room = 2 * inside.length * width;
  for (const area of [...merged].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const from = firstFrom(inside, area.row);
    const to = firstFrom(inside, area.row + area.rowSpan);
    const right = Math.min(width, area.column + area.columnSpan);
    const start = from * width + area.column;
    if (from >= to || area.column >= right || covered.has(start) || starts.has(start)) continue;
    room -= (to - from) * (right - area.column);
    if (room < 0) break;
    starts.set(start, { rowSpan: to - from, columnSpan: right - area.column });
    for (let at = from; at < to; at++)
      for (let column = area.column; column < right; column++)
        if (at * width + column !== start) covered.add(at * width + column);
  }
  return { starts, covered };
}

/** Place of the first that is not smaller, among numbers in order. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
