/** Every form a ledger takes as a file. */
export type LedgerFormat = 'xlsx' | 'docx' | 'csv' | 'md' | 'ics';

export const ledgerFormats: readonly LedgerFormat[] = ['xlsx', 'docx', 'csv', 'md', 'ics'];
