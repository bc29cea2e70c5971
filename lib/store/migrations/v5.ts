import type { Migration } from './types';

/** Reserved. */
export const v5: Migration = { version: 5, tables: {} };
