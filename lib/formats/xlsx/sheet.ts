import type { FormatWarning } from '../types';
import { child, childrenOf, type XmlElement } from '../xml';
import { type Area, mostRows, sheetBlocks, withHead } from './blocks';
import { cellText, missingIn, place, type Workbook } from './cells';
import { keepMergedTexts } from './merged';

const mostColumns = 200;

/**
 * A sheet as HTML. Rows and columns that somebody hid or filtered away are left out, as they would be in print, and said.
 *
 * @param name of the sheet, for what is said
 * @param room signs that are shown: a long string that stands in the file once may be named by a million cells
 */
export function sheetHtml(
  root: XmlElement | null,
  book: Workbook,
  name: string,
  room: number,
): { html: string; warnings: FormatWarning[] } {
  const rows = childrenOf(child(root, 'sheetData'), 'row');
  const isHidden = hiddenColumns(root);
  const texts = new Map<number, Map<number, string>>();
  const all = new Map<number, Map<number, string>>();
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  let filled = 0;
  let next = 0;
  let wide = false;
  let left = room;
  let unknown = 0;
  let blanked = 0;
  for (const row of rows.slice(0, mostRows)) {
    const index = Number(row.attributes.r ?? next + 1) - 1;
    next = index + 1;
    const cells = new Map<number, string>();
    const own = new Map<number, string>();
    let column = 0;
    for (const cell of childrenOf(row, 'c')) {
      column = place(cell.attributes.r)?.column ?? column;
      const text = left > 0 ? cellText(cell, book).trim() : '';
      left -= text.length;
      if (text === '') {
        const missing = left > 0 && !isHidden(column) ? missingIn(cell, book) : null;
        if (missing === 'result') unknown++;
        if (missing === 'shown') blanked++;
      } else if (column >= mostColumns) wide = true;
      else {
        own.set(column, text);
        if (isHidden(column)) hidden.columns.add(column);
        else cells.set(column, text);
      }
      column++;
    }
    all.set(index, own);
    // A height of 0 hides as well.
    if (isOn(row.attributes.hidden) || Number(row.attributes.ht ?? 1) === 0) {
      if (cells.size > 0) filled++;
      hidden.rows.add(index);
    } else if (cells.size > 0) texts.set(index, cells);
  }
  const warnings: FormatWarning[] = [];
  if (rows.length > mostRows || wide || left <= 0) warnings.push({ code: 'limit-reached' });
  if (filled > 0) warnings.push({ code: 'rows-hidden', count: filled, where: name });
  if (hidden.columns.size > 0) warnings.push({ code: 'columns-hidden', count: hidden.columns.size, where: name });
  if (unknown > 0) warnings.push({ code: 'formulas-left-out', count: unknown, where: name });
  if (blanked > 0) warnings.push({ code: 'hidden-left-out', count: blanked, where: name });
  const merged = mergedAreas(root);
  keepMergedTexts(texts, all, merged, { row: (index) => hidden.rows.has(index), column: isHidden });
  return { html: sheetBlocks({ texts, merged: withHead(texts, merged) }), warnings };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `<col min max hidden>`, from 1, both inclusive; a width of 0 hides as well. */
function hiddenColumns(root: XmlElement | null): (column: number) => boolean {
  const ranges = childrenOf(child(root, 'cols'), 'col').flatMap(({ attributes }) =>
    isOn(attributes.hidden) || Number(attributes.width ?? 1) === 0
      ? [[Number(attributes.min) - 1, Number(attributes.max) - 1] as const]
      : [],
  );
  return (column) => ranges.some(([from, to]) => column >= from && column <= to);
}

function mergedAreas(root: XmlElement | null): Area[] {
  return childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(place);
    if (!from || !to) return [];
    const area = { ...from, rowSpan: to.row - from.row + 1, columnSpan: to.column - from.column + 1 };
    return area.rowSpan > 0 && area.columnSpan > 0 ? [area] : [];
  });
}
