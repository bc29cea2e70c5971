import writeExcelFile from 'write-excel-file/universal';
import type { Ledger } from '../types';
import { spreadOf } from './heights';
import { layout } from './layout';
import { sheetRows } from './rows';
import { onPaper } from './widths';

/**
 * A ledger as a workbook, a sheet for each of its tables.
 *
 * Written by write-excel-file: kept up, built on the zip library that we have, and its hooks take what it lacks itself;
 * exceljs makes functions out of text, which the pages of an extension may not. Takes about a second for 5,000 duties.
 */
export async function ledgerXlsx(ledger: Ledger): Promise<Blob> {
  const set = onPaper(ledger);
  const columns = set.columns.map(({ width }) => ({ width }));
  const spreads = set.sheets.map(({ rows }) => spreadOf(set.columns, rows));
  const sheets = set.sheets.map((sheet, at) => ({
    data: sheetRows(set.columns, sheet, spreads[at]!),
    sheet: sheet.name,
    columns,
    orientation: 'landscape' as const,
    // Also makes the writer give each sheet a view, which must be there for the other parts to find their places.
    zoomScale: 1,
  }));
  return writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 10, features: [layout(set, spreads)] }).toBlob();
}
