import Papa from 'papaparse';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { tableHtml } from './markup';
import { type Format, FormatError, type FormatWarning } from './types';

export const mostRows = 20_000;

/** Empty cells that rows are filled up with, at most: one row of a hundred thousand cells must not make all rows as long. */
const MOST_FILLED = 1_000_000;

/** Comma- or tab-separated values: one table, its first row the header. */
export const open: Format['open'] = async (bytes, name) => {
  const { text } = decode(bytes);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostRows + 1 });
  if (data.length === 0) throw new FormatError('empty');
  const warnings: FormatWarning[] = data.length > mostRows ? [{ code: 'limit-reached', count: mostRows }] : [];
  const widest = Math.max(...data.map((row) => row.length));
  const width = widest * data.length <= MOST_FILLED ? widest : 0;
  const rows = data.slice(0, mostRows).map((row, index) =>
    Array.from({ length: Math.max(width, row.length) }, (_, column) => ({
      html: cellHtml(row[column] ?? ''),
      rowSpan: 1,
      columnSpan: 1,
      header: index === 0,
    })),
  );
  return { name, format: 'csv', title: null, html: tableHtml(rows), fields: {}, warnings };
};

/** Lines of a cell as paragraphs. */
export function cellHtml(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}
