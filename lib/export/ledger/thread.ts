import type { FormatErrorCode } from '../../formats/types';
import type { Comparison, Ours } from './back/compare';
import type { LedgerFormat } from './formats';
import type { LedgerOptions } from './ledger';
import type { LedgerRow } from './types';

/** To the thread that writes ledgers and reads them back: the rows, some at a time, then what to do with them. */
export type Order =
  | { readonly kind: 'rows'; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'write'; readonly format: LedgerFormat; readonly options: LedgerOptions }
  | {
      readonly kind: 'compare';
      readonly file: Blob;
      readonly reader: Ours;
    };

/** From it; `code` is that of a `FormatError`. */
export type Answer =
  | { readonly kind: 'written'; readonly blob: Blob }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'failed'; readonly message: string; readonly code?: FormatErrorCode };
