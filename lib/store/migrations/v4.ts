import type { Migration } from './types';

/**
 * What is under way, or was done and can be undone: parts of a backup that is being brought in, what an edit of many records
 * has changed. By the key that the caller made for it, and a number within.
 */
export const v4: Migration = { version: 4, tables: { journal: '[key+at], made' } };
