import type { Ledger } from './types';

/** A ledger without its hidden columns, for forms that cannot hide any. */
export function seen(ledger: Ledger): Ledger {
  const kept = ledger.columns.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
  if (kept.length === ledger.columns.length) return ledger;
  return {
    ...ledger,
    columns: kept.map((at) => ledger.columns[at]!),
    sheets: ledger.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => kept.map((at) => row[at] ?? null)),
    })),
  };
}
