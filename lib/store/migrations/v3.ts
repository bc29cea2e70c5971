import type { Migration } from './types';

/**
 * Files of the reader's own machine: what is known of them, and, in a table of its own that lists never load, the bytes
 * of those that are kept with leave.
 */
export const v3: Migration = { version: 3, tables: { files: 'id, documentId', fileData: 'id' } };
