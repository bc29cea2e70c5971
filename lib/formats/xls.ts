import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { rootNames } from './compound';
import { declaredEncoding, decode } from './encoding';
import { escapeHtml } from './escape';
import { sniff } from './sniff';
import { type Format, FormatError, type FormatWarning } from './types';
import { type Area, mostRows, sheetBlocks, withHead } from './xlsx/blocks';
import { keepMergedTexts } from './xlsx/merged';
import { formatCode, numberText } from './xlsx/numbers';
import { cellTextShown } from './xlsx/texts';

const none: ReadonlyMap<number, string> = new Map();

// Files of before 1997 name a code page. The library's own tables of them weigh as much as itself; the browser has them all.
set_cptable({
  utils: {
    hascp: () => true,
    decode: (page: number, data: Uint8Array | number[]) => decodePage(page, Uint8Array.from(data)),
  },
});

/** Code pages by the names that decoders know. */
const PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Text of an old file; Chinese where its code page is not one that a decoder knows. */
function decodePage(page: number, bytes: Uint8Array): string {
  const label = PAGES[page] ?? `windows-${page}`;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Spreadsheets of before 2007 and their kin (.xls, .et, .xlsb, Excel's XML), by SheetJS: half a megabyte, loaded when
 * the first such file is opened. Sheets are set as those of .xlsx are.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const book = workbook(bytes);
  options.onProgress?.(0.7);
  const warnings: FormatWarning[] = [];
  const state = (index: number) => book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
  const from1904 = Boolean(book.Workbook?.WBProps?.date1904);
  const shown = book.SheetNames.filter((_, index) => state(index) === 0);
  const out: string[] = [];
  const hidden: string[] = [];
  for (const sheet of book.SheetNames) {
    const { html, warnings: own } = sheetHtml(book.Sheets[sheet] as WorkSheet, sheet, from1904);
    if (!/\S/.test(html)) continue;
    if (!shown.includes(sheet)) {
      hidden.push(sheet);
      continue;
    }
    warnings.push(...own);
    // A name that somebody gave, not one the program made.
    const named = shown.length > 1 && !/^sheet\s?\d*$/i.test(sheet);
    out.push(`${named ? `<h2>${escapeHtml(sheet)}</h2>\n` : ''}${html}`);
  }
  if (hidden.length > 0) warnings.push({ code: 'sheets-hidden', count: hidden.length, where: hidden.join('、') });
  const objects = [...rootNames(bytes)].filter((own) => own.startsWith('mbd')).length;
  if (objects > 0) warnings.push({ code: 'objects-left-out', count: objects });
  if (out.length === 0) throw new FormatError('empty');
  options.onProgress?.(1);
  return { name, format: 'xls', title: null, html: out.join('\n'), fields: {}, warnings };
};

/** The library takes any noise for a text; what it is given is to be a spreadsheet by its first bytes. */
export function workbook(bytes: Uint8Array): WorkBook {
  if (sniff(bytes) !== 'xls') throw new FormatError('damaged', 'no spreadsheet');
  try {
    const text = xmlOf(bytes);
    return read(text ?? bytes, {
      type: text === null ? 'array' : 'string',
      dense: true,
      cellNF: true,
      sheetRows: mostRows,
      codepage: 936,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new FormatError(/password/i.test(message) ? 'locked' : 'damaged', message);
  }
}

/**
 * A workbook written as one XML file as its text, for the library reads the bytes of such a file in the code page of old
 * ones, whatever they are; null for every other kind.
 */
function xmlOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x50 || bytes[0] === 0xd0 || bytes[0] === 0x09) return null;
  const { text } = decode(bytes, declaredEncoding(bytes));
  return /^\s*</.test(text) ? text.replace(/^\s+|^(\s*<\?xml[^>]{0,200}?)\s+encoding=["'][\w-]*["']/, '$1') : null;
}

function sheetHtml(sheet: WorkSheet, name: string, from1904: boolean): { html: string; warnings: FormatWarning[] } {
  const texts = new Map<number, Map<number, string>>();
  const all = new Map<number, Map<number, string>>();
  const columns = new Set<number>();
  const hidden = {
    row: (index: number) => sheet['!rows']?.[index]?.hidden ?? false,
    column: (index: number) => sheet['!cols']?.[index]?.hidden ?? false,
  };
  let rows = 0;
  let blanked = 0;
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  data.forEach((row, index) => {
    const cells = new Map<number, string>();
    const own = new Map<number, string>();
    row?.forEach((cell, column) => {
      const text = cell ? cellText(cell, from1904).trim() : '';
      if (text === '') {
        if (cell && (cell.t === 's' || cell.t === 'n') && String(cell.v ?? '').trim() !== '') blanked++;
        return;
      }
      own.set(column, text);
      if (hidden.column(column)) columns.add(column);
      else cells.set(column, text);
    });
    if (own.size > 0) all.set(index, own);
    if (cells.size === 0) return;
    if (hidden.row(index)) rows++;
    else texts.set(index, cells);
  });
  const merged = (sheet['!merges'] ?? []).map(
    ({ s, e }): Area => ({ row: s.r, column: s.c, rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 }),
  );
  const warnings: FormatWarning[] = [];
  if (data.length >= mostRows) warnings.push({ code: 'limit-reached', count: mostRows });
  if (rows > 0) warnings.push({ code: 'rows-hidden', count: rows, where: name });
  if (columns.size > 0) warnings.push({ code: 'columns-hidden', count: columns.size, where: name });
  if (blanked > 0) warnings.push({ code: 'hidden-left-out', count: blanked, where: name });
  keepMergedTexts(texts, all, merged, hidden);
  return { html: sheetBlocks({ texts, merged: withHead(texts, merged) }), warnings };
}

/** What a cell shows, dates as 2026-06-30. */
export function cellText({ t, v, z }: CellObject, from1904: boolean): string {
  const code = typeof z === 'number' ? formatCode(z, none) : typeof z === 'string' && z !== 'General' ? z : null;
  if (t === 'n' && typeof v === 'number') return numberText(v, code, from1904);
  if (t === 's') return cellTextShown(String(v ?? ''), code);
  return t === 'b' ? String(v).toUpperCase() : '';
}
