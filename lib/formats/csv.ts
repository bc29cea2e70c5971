import Papa from 'papaparse';
import { decode } from './encoding';
import { mergedBlanks } from './merged-blanks';
import { type Format, FormatError, type FormatWarning } from './types';
import { mostRows, sheetBlocks } from './xlsx/blocks';

/** Comma- or tab-separated values: one table, its first row of several cells the header. */
export const open: Format['open'] = async (bytes, name) => {
  const { text: whole, warnings: decoded } = decode(bytes);
  // A first line that tells a spreadsheet the separator.
  const [told = '', separator] = /^sep=(.)\r?\n/i.exec(whole) ?? [];
  const text = whole.slice(told.length);
  const delimiter = separator ?? fullWidth(text);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostRows + 1, delimiter });
  if (data.length === 0) throw new FormatError('empty');
  const warnings: FormatWarning[] = [...decoded];
  if (data.length > mostRows) warnings.push({ code: 'limit-reached', count: mostRows });
  const rows = data.slice(0, mostRows).map((row) => row.map((cell) => cell.trim()));
  const { areas, below } = mergedBlanks(rows);
  if (below > 0) warnings.push({ code: 'blanks-joined', count: below });
  const texts = new Map(
    rows.map((row, index) => [index, new Map(row.flatMap((cell, column) => (cell ? [[column, cell] as const] : [])))]),
  );
  return { name, format: 'csv', title: null, html: sheetBlocks({ texts, merged: areas }), fields: {}, warnings };
};

/** Commas of Chinese typing between cells: as many in each line, and no other separator; undefined for the usual ones. */
function fullWidth(text: string): string | undefined {
  const lines = text.split(/\r?\n/, 50).filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines;
  const count = first.split('，').length;
  if (rest.length === 0 || count < 3 || /[,\t;|]/.test(first)) return undefined;
  return rest.every((line) => line.split('，').length === count) ? '，' : undefined;
}
