import type { LedgerFormat } from './formats';
import type { LedgerOptions } from './ledger';
import type { LedgerRow } from './types';

/** To the thread that writes ledgers: the rows, some at a time, then what to make of them. */
export type Order =
  | { readonly kind: 'rows'; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'write'; readonly format: LedgerFormat; readonly options: LedgerOptions };

/** From it. */
export type Answer =
  | { readonly kind: 'written'; readonly blob: Blob }
  | { readonly kind: 'failed'; readonly message: string };
