import type { Migration } from './types';

/**
 * The version of a document that the reader knows, kept beside the one last read until the reader has seen what changed.
 * Nearly always empty.
 */
export const v2: Migration = { version: 2, tables: { baselines: 'id' } };
