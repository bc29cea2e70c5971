import { annexSet, csvSet } from './choice';
import { ledgerCsv } from './csv';
import type { LedgerFormat } from './formats';
import { type LedgerOptions, ledgerOf } from './ledger';
import { ledgerMarkdown } from './markdown';
import type { LedgerRow } from './types';

const office = 'application/vnd.openxmlformats-officedocument';

const types: Readonly<Record<LedgerFormat, string>> = {
  xlsx: `${office}.spreadsheetml.sheet`,
  docx: `${office}.wordprocessingml.document`,
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
};

/**
 * Writes duties as a file. What writes Office's formats is loaded when it is asked for: it is heavy.
 *
 * Without chosen columns a CSV has the standard ones, which programs rely on; the others are the 台账 that is handed in.
 */
export async function writeLedger(
  format: LedgerFormat,
  rows: readonly LedgerRow[],
  options: LedgerOptions = {},
): Promise<Blob> {
  const text = (words: string) => new Blob([words], { type: types[format] });
  switch (format) {
    case 'csv':
      return text(ledgerCsv(ledgerOf(rows, { ...options, columns: options.columns ?? csvSet(rows) })));
    case 'md':
      return text(ledgerMarkdown(ledgerOf(rows, { ...options, returnable: false })));
    case 'xlsx': {
      const { ledgerXlsx } = await import('./xlsx/write');
      return ledgerXlsx(ledgerOf(rows, { returnable: true, ...options }));
    }
    case 'docx': {
      const { ledgerDocx } = await import('./docx');
      const named = options.grouping === 'document' || new Set(rows.map(({ task }) => task.documentId)).size <= 1;
      const columns = options.columns ?? annexSet(rows, named);
      return ledgerDocx(ledgerOf(rows, { ...options, columns, returnable: false }));
    }
    case 'ics': {
      const { calendarOf } = await import('./calendar');
      return text(calendarOf(rows));
    }
  }
}
