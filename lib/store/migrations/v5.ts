import type { Migration } from './types';

/**
 * Indexes in the order in which the lists stand, so that their first rows are read before the rest: tasks by status and date
 * (those without a date are in no index of dates), annotations by their last change. And the trash: what was deleted, by the
 * day it went.
 */
export const v5: Migration = {
  version: 5,
  tables: {
    tasks: 'id, documentId, [documentId+measureId], *tags, [status+dueDate+created], [status+created]',
    annotations: 'id, documentId, *tags, updated',
    trash: 'id, removed',
  },
};
