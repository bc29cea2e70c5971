import type { Migration } from './types';

/**
 * One index of tasks fewer. Nothing looks tasks up by document and measure together, and each index is written anew with every
 * change of a record: with thousands of them that is felt.
 */
export const v7: Migration = {
  version: 7,
  tables: { tasks: 'id, documentId, *tags, [status+dueDate+created], [status+created]' },
};
