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
  const columns = [...new Set(inside.flatMap((row) => [...texts.get(row)!.keys()]))].sort((a, b) => a - b);
  const width = (columns.at(-1) ?? -1) + 1;
  const starts = new Map(merged.map((area) => [`${area.row}/${area.column}`, area]));
  const covered = coveredBy(merged, inside, width);
  const order = new Map(inside.map((index, at) => [index, at]));
  return inside.map((row, at) => {
    const cells: HtmlCell[] = [];
    for (let column = 0; column < width; column++) {
      if (covered.has(`${row}/${column}`)) continue;
      const area = starts.get(`${row}/${column}`);
      const last = area ? Math.max(...inside.filter((index) => index < area.row + area.rowSpan)) : row;
      cells.push({
        html: cellHtml(texts.get(row)!.get(column) ?? ''),
        rowSpan: area ? (order.get(last) ?? at) - at + 1 : 1,
        columnSpan: area ? Math.min(area.columnSpan, width - column) : 1,
        header: at === 0,
      });
    }
    return cells;
  });
}

function coveredBy(merged: readonly Area[], inside: readonly number[], width: number): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const area of merged)
    for (const row of inside) {
      if (row < area.row || row >= area.row + area.rowSpan) continue;
      for (let column = area.column; column < Math.min(width, area.column + area.columnSpan); column++)
        if (row !== area.row || column !== area.column) covered.add(`${row}/${column}`);
    }
  return covered;
}
