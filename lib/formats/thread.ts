import type { FormatErrorCode, LocalDocument, Recognised } from './types';

/** To the thread that reads files. */
export interface Order {
  readonly file: File;
  readonly password?: string;
  readonly pages?: boolean;
  readonly recognised?: Recognised;
}

/** From it; `elsewhere` says that the file turned out to be of a kind that is not read in such a thread. */
export type Answer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly document: LocalDocument }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly code: FormatErrorCode; readonly message: string };
