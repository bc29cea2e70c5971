import { cellHtml, mostRows } from '../csv';
import { type HtmlCell, tableHtml } from '../markup';
import { child, childrenOf, type XmlElement } from '../xml';
import { cellText, place, type Workbook } from './cells';

const mostColumns = 200;

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A sheet as HTML: rows above the table that hold one text (titles, notes) as paragraphs, the rest as one table. */
export function sheetHtml(root: XmlElement | null, book: Workbook): { html: string; cut: boolean } {
  const rows = childrenOf(child(root, 'sheetData'), 'row');
  const merged = mergedAreas(root);
  const texts = new Map<number, Map<number, string>>();
  let width = 0;
  let next = 0;
  for (const row of rows.slice(0, mostRows)) {
    const index = Number(row.attributes.r ?? next + 1) - 1;
    next = index + 1;
    if (row.attributes.hidden === '1' || row.attributes.hidden === 'true') continue;
    const cells = new Map<number, string>();
    let column = 0;
    for (const cell of childrenOf(row, 'c')) {
      column = place(cell.attributes.r)?.column ?? column;
      const text = cellText(cell, book).trim();
      if (text !== '' && column < mostColumns) {
        cells.set(column, text);
        width = Math.max(width, column + 1);
      }
      column++;
    }
    if (cells.size > 0) texts.set(index, cells);
  }
  return { html: blocks(texts, merged, width), cut: rows.length > mostRows };
}

function mergedAreas(root: XmlElement | null): Area[] {
  return childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(place);
    if (!from || !to) return [];
    const area = { ...from, rowSpan: to.row - from.row + 1, columnSpan: to.column - from.column + 1 };
    return area.rowSpan > 0 && area.columnSpan > 0 ? [area] : [];
  });
}

function blocks(
  texts: ReadonlyMap<number, ReadonlyMap<number, string>>,
  merged: readonly Area[],
  width: number,
): string {
  const indexes = [...texts.keys()].sort((a, b) => a - b);
  const tableStart = indexes.findIndex((index) => texts.get(index)!.size > 1);
  const above = tableStart < 0 ? indexes : indexes.slice(0, tableStart);
  const inside = tableStart < 0 ? [] : indexes.slice(tableStart);
  const title = above.flatMap((index) => [...texts.get(index)!.values()].map(cellHtml)).join('\n');
  if (inside.length === 0) return title;

  const starts = new Map(merged.map((area) => [`${area.row}/${area.column}`, area]));
  const covered = new Set<string>();
  const order = new Map(inside.map((index, at) => [index, at]));
  for (const area of merged) {
    // Rows without text are not printed, so a span counts only those that are.
    for (const row of inside) {
      if (row < area.row || row >= area.row + area.rowSpan) continue;
      for (let column = area.column; column < Math.min(width, area.column + area.columnSpan); column++)
        if (row !== area.row || column !== area.column) covered.add(`${row}/${column}`);
    }
  }
  const rows = inside.map((row, at) => {
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
  return `${title}\n${tableHtml(rows)}`;
}
