import { escapeHtml } from './escape';
import { refuseLocked } from './odf-lock';
import { type Format, FormatError, type FormatWarning } from './types';
import { type Area, mostRows, sheetBlocks, withHead } from './xlsx/blocks';
import { keepMergedTexts } from './xlsx/merged';
import { childrenOf, descendants, isElement, parseXml, type XmlElement } from './xml';
import { openZip } from './zip';

/** Empty cells and rows are repeated to the end of the sheet: no sheet is wider or longer in truth. */
const mostColumns = 200;
/** Signs of rows with text that are repeated, a cell counted as so many: some thousands of rows of 是 and 否. */
const mostRepeated = 1_000_000;
const CELL = 50;

/**
 * Spreadsheets of OpenDocument (.ods). Each cell holds its text as it is shown, so nothing is to be worked out; the library
 * that reads the old kinds loses times and dates of these.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const zip = openZip(bytes, (path) => /^(?:content|META-INF\/manifest)\.xml$/i.test(path));
  refuseLocked(zip);
  const content = zip.get('content.xml');
  if (!content) throw new FormatError(zip.truncated ? 'truncated' : 'damaged', 'no content');
  const { root, malformed } = parseXml(content);
  const hiddenStyles = new Set(
    descendants(root, 'style')
      .filter((style) =>
        descendants(style, 'table-properties').some(({ attributes }) => attributes.display === 'false'),
      )
      .map(({ attributes }) => attributes.name),
  );
  const room = { left: mostRepeated };
  const tables = childrenOf(descendants(root, 'spreadsheet')[0], 'table').map((table) => ({
    name: table.attributes.name ?? '',
    hidden: hiddenStyles.has(table.attributes['style-name']),
    ...sheetOf(table, table.attributes.name ?? '', room),
  }));
  const shown = tables.filter(({ hidden, html }) => !hidden && /\S/.test(html));
  const hidden = tables.filter((table) => table.hidden && /\S/.test(table.html)).map((table) => table.name);
  if (shown.length === 0) throw new FormatError(zip.truncated ? 'truncated' : 'empty');
  const warnings: FormatWarning[] = shown.flatMap((table) => table.warnings);
  if (zip.truncated) warnings.push({ code: 'truncated' });
  else if (malformed) warnings.push({ code: 'malformed-part', count: 1 });
  if (hidden.length > 0) warnings.push({ code: 'sheets-hidden', count: hidden.length, where: hidden.join('、') });
  const html = shown.map((table) => {
    const named = shown.length > 1 && !/^(?:sheet|工作表)\s?\d*$/i.test(table.name);
    return `${named ? `<h2>${escapeHtml(table.name)}</h2>\n` : ''}${table.html}`;
  });
  options.onProgress?.(1);
  return { name, format: 'ods', title: null, html: html.join('\n'), fields: {}, warnings };
};

/** @param room what may still be repeated: it stands in the file once */
function sheetOf(table: XmlElement, name: string, room: { left: number }): { html: string; warnings: FormatWarning[] } {
  const texts = new Map<number, Map<number, string>>();
  const merged: Area[] = [];
  const columnHidden = hiddenColumns(table);
  const all = new Map<number, Map<number, string>>();
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  let filled = 0;
  let index = 0;
  for (const row of rowsIn(table)) {
    const cells = new Map<number, string>();
    const own = new Map<number, string>();
    let column = 0;
    for (const cell of childrenOf(row)) {
      if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue;
      const text = cell.name === 'table-cell' ? cellText(cell) : '';
      const rowSpan = Number(cell.attributes['number-rows-spanned'] ?? 1);
      const columnSpan = Number(cell.attributes['number-columns-spanned'] ?? 1);
      if (rowSpan > 1 || columnSpan > 1) merged.push({ row: index, column, rowSpan, columnSpan });
      const times = Number(cell.attributes['number-columns-repeated'] ?? 1);
      if (text !== '')
        for (let at = column; at < Math.min(column + times, mostColumns); at++) {
          own.set(at, text);
          if (columnHidden(at)) hidden.columns.add(at);
          else cells.set(at, text);
        }
      column += times;
    }
    const times = Number(row.attributes['number-rows-repeated'] ?? 1);
    const last = Math.min(index + times, mostRows);
    if (own.size > 0) all.set(index, own);
    const cost = [...cells.values()].reduce((sum, { length }) => sum + length + CELL, 0);
    const fits = Math.min(last, index + 1 + Math.floor(Math.max(0, room.left) / Math.max(1, cost)));
    room.left -= cost * Math.max(0, last - index - 1);
    if (/collapse|filter/.test(row.attributes.visibility ?? '')) {
      if (cells.size > 0) filled += times;
      for (let at = index; at < last; at++) hidden.rows.add(at);
    } else if (cells.size > 0)
      for (let at = index; at < fits; at++) texts.set(at, at === index ? cells : new Map(cells));
    index += times;
  }
  const warnings: FormatWarning[] = [];
  if (room.left < 0) warnings.push({ code: 'limit-reached' });
  if (filled > 0) warnings.push({ code: 'rows-hidden', count: filled, where: name });
  if (hidden.columns.size > 0) warnings.push({ code: 'columns-hidden', count: hidden.columns.size, where: name });
  keepMergedTexts(texts, all, merged, { row: (at) => hidden.rows.has(at), column: columnHidden });
  return { html: sheetBlocks({ texts, merged: withHead(texts, merged) }), warnings };
}

/** Rows, also those in groups and under repeated heads. */
function rowsIn(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((node) => {
    if (node.name === 'table-row') return [node];
    return /^table-(?:header-rows|row-group|rows)$/.test(node.name) ? rowsIn(node) : [];
  });
}

function hiddenColumns(table: XmlElement): (column: number) => boolean {
  const ranges: [number, number][] = [];
  let column = 0;
  for (const item of descendants(table, 'table-column')) {
    const times = Number(item.attributes['number-columns-repeated'] ?? 1);
    if (/collapse|filter/.test(item.attributes.visibility ?? '')) ranges.push([column, column + times]);
    column += times;
  }
  return (at) => ranges.some(([from, to]) => at >= from && at < to);
}

/** Its paragraphs, a line each; notes of the sheet are none. */
function cellText(cell: XmlElement): string {
  const shown = childrenOf(cell, 'p').map(inline).join('\n').trim() || stored(cell);
  return cell.attributes['value-type'] === 'date' ? dated(shown, cell.attributes['date-value']) : shown;
}

/** What a cell holds that some programs write without what it shows. */
const stored = ({ attributes }: XmlElement): string =>
  attributes['string-value'] ??
  attributes['date-value'] ??
  attributes['boolean-value']?.toUpperCase() ??
  attributes.value ??
  '';

/**
 * A date as ISO 8601 where the cell shows its day, in whatever form (27.06.30), with its hour where it shows one; as it is
 * shown where it does not (2027年6月).
 */
function dated(shown: string, stored = ''): string {
  const [, date = '', hour = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(stored) ?? [];
  if (date === '' || !showsDay(shown, date)) return shown;
  return /\d[:时]\d/.test(shown) && hour !== '' ? `${date} ${hour}` : date;
}

function showsDay(shown: string, date: string): boolean {
  if (shown.includes(date.replaceAll('-', '')) || shown.includes(date.slice(2).replaceAll('-', ''))) return true;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const numbers = (shown.match(/\d+/g) ?? []).map(Number);
  const take = (...values: number[]) => {
    const at = numbers.findIndex((number) => values.includes(number));
    if (at >= 0) numbers.splice(at, 1);
  };
  take(year);
  // A month by its name leaves no number.
  if (!/[A-Za-z]{3}/.test(shown)) take(month);
  return numbers.includes(day);
}

function inline(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (!isElement(node)) return node;
      if (node.name === 's') return ' '.repeat(Math.min(100, Number(node.attributes.c ?? 1)));
      if (node.name === 'tab') return '\t';
      if (node.name === 'line-break') return '\n';
      return /^(?:annotation|note|ruby-text)$/.test(node.name) ? '' : inline(node);
    })
    .join('');
}
