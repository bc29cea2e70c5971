import { neededWidths, pageWidths } from '../page-widths';
import { printed, readable } from '../paper';
import type { Ledger } from '../types';
import { hasTall } from './heights';

/**
 * A ledger whose printed columns together are no wider than paper on which they can be read: programs shrink what is wider.
 * Where they need more than that, they have just what they need.
 */
export function onPaper(ledger: Ledger): Ledger {
  const { columns, sheets } = printed(ledger);
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const room = Math.max(readable[ledger.paper], sum(neededWidths(columns, rows)));
  // A text too long for Excel's highest row gets what room there is.
  if (sum(columns.map(({ width }) => width)) <= room && !hasTall(columns, rows)) return ledger;
  const widths = new Map(pageWidths(columns, rows, room).map((width, at) => [columns[at]!.key, width]));
  return {
    ...ledger,
    columns: ledger.columns.map((column) => ({
      ...column,
      width: Math.floor((widths.get(column.key) ?? column.width) * 10) / 10,
    })),
  };
}
