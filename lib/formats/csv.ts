import Papa from 'papaparse';
import { decode } from './encoding';
import { mergedBlanks } from './merged-blanks';
import { type Format, FormatError, type FormatWarning } from './types';
import { mostRows, sheetBlocks } from './xlsx/blocks';

/** Comma- or tab-separated values: one table, its first row of several cells the header. */
export const open: Format['open'] = async (bytes, name) => {
  const { text, warnings: decoded } = decode(bytes);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostRows + 1 });
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
