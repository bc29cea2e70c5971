import Papa from 'papaparse';
import { withoutNames } from './as-written';
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
  const { data, broken } = cellsOf(text, delimiter);
  if (data.length === 0) throw new FormatError('empty');
  const warnings: FormatWarning[] = [...decoded];
  if (broken > 0) warnings.push({ code: 'malformed-part', count: broken });
  if (data.length > mostRows) warnings.push({ code: 'limit-reached', count: mostRows });
  const rows = data.slice(0, mostRows).map((row) => row.map((cell) => shownOf(withoutNames(cell).trim())));
  const { areas, below } = mergedBlanks(rows);
  if (below > 0) warnings.push({ code: 'blanks-joined', count: below });
  const texts = new Map(
    rows.map((row, index) => [index, new Map(row.flatMap((cell, column) => (cell ? [[column, cell] as const] : [])))]),
  );
  return { name, format: 'csv', title: null, html: sheetBlocks({ texts, merged: areas }), fields: {}, warnings };
};

/** What a spreadsheet shows for a text that its writer made a formula (="001"), so that it stays one. */
const shownOf = (cell: string): string => {
  const inner = /^="((?:[^"]|"")*)"$/.exec(cell)?.[1];
  return inner === undefined ? cell : inner.replaceAll('""', '"').trim();
};

/**
 * Rows of cells. A quotation mark that is opened and never closed, or closed in the middle of a cell, would take all rows
 * behind it into one cell: such a text is read again as one that quotes nothing.
 *
 * @returns `broken`: how many such marks there are
 */
function cellsOf(text: string, delimiter: string | undefined): { data: string[][]; broken: number } {
  const how = { skipEmptyLines: 'greedy', preview: mostRows + 1, delimiter } as const;
  const { data, errors, meta } = Papa.parse<string[]>(text, how);
  const broken = errors.filter(({ type }) => type === 'Quotes').length;
  if (broken === 0) return { data, broken };
  const plain = Papa.parse<string[]>(text, { ...how, delimiter: meta.delimiter, quoteChar: '\0' });
  return { data: plain.data.map((row) => row.map(unquoted)), broken };
}

/** Without the marks around a cell, and a mark alone at one of its ends. */
const unquoted = (cell: string): string => {
  const inner = /^"([\s\S]*)"$/.exec(cell.trim())?.[1];
  if (inner !== undefined) return inner.replaceAll('""', '"');
  return (cell.match(/"/g)?.length ?? 0) === 1 ? cell.replace(/^\s*"|"\s*$/, '') : cell;
};

/** Commas of Chinese typing between cells: as many in each line, and no other separator; undefined for the usual ones. */
function fullWidth(text: string): string | undefined {
  const lines = text.split(/\r?\n/, 50).filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines;
  const count = first.split('，').length;
  if (rest.length === 0 || count < 3 || /[,\t;|]/.test(first)) return undefined;
  return rest.every((line) => line.split('，').length === count) ? '，' : undefined;
}
