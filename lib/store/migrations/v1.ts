import type { Migration } from './types';

/**
 * The first tables. A document's policy stands in a table of its own: lists of documents and tasks never load it.
 * `[documentId+measureId]` finds the task of a measure; tasks from a selection have no measure and are not in it.
 */
export const v1: Migration = {
  version: 1,
  tables: {
    documents: 'id',
    policies: 'id',
    tasks: 'id, documentId, [documentId+measureId], *tags',
    annotations: 'id, documentId, *tags',
  },
};
