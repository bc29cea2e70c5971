import Papa from 'papaparse';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { tableHtml } from './markup';
import { type Format, FormatError, type FormatWarning } from './types';

export const mostRows = 20_000;

/** Comma- or tab-separated values: one table, its first row the header. */
export const open: Format['open'] = async (bytes, name) => {
  const { text } = decode(bytes);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostRows + 1 });
  if (data.length === 0) throw new FormatError('empty');
  const warnings: FormatWarning[] = data.length > mostRows ? [{ code: 'limit-reached', count: mostRows }] : [];
  const width = Math.max(...data.map((row) => row.length));
  const rows = data.slice(0, mostRows).map((row, index) =>
    Array.from({ length: width }, (_, column) => ({
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
