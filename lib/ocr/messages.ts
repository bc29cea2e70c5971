import type { ReadPage } from './types';

/** To a thread that reads: one page, drawn. The thread closes the picture. */
export interface Order {
  readonly kind: 'read';
  readonly picture: ImageBitmap;
}

/** From it. */
export type Answer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'read'; readonly page: ReadPage }
  | { readonly kind: 'failed'; readonly message: string };
