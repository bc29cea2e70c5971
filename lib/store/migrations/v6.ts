import { repeatOf } from '../../follow/repeat';
import type { TaskRecord } from '../types';
import type { Migration } from './types';

/**
 * Following tasks up: tasks that were taken on before, whose measure names a recurrence that can be counted and no deadline,
 * recur by it from now on. Their first date is set when the present period is done, not here: a step of the schema has no
 * calendar.
 */
export const v6: Migration = {
  version: 6,
  tables: {},
  async upgrade(transaction) {
    await transaction
      .table<TaskRecord, string>('tasks')
      .filter(({ recurrenceText, dueDate, repeat }) => {
        const rule = repeat === undefined && dueDate === null && recurrenceText ? repeatOf(recurrenceText) : null;
        return rule !== null && rule.rule !== 'FREQ=DAILY';
      })
      .modify((task) => {
        (task as { repeat?: TaskRecord['repeat'] }).repeat = { text: task.recurrenceText ?? '', until: null };
      });
  },
  example: {
    table: 'tasks',
    before: {
      id: 'a-0',
      documentId: 'd',
      measureId: '一›3',
      tags: [],
      dueDate: null,
      recurrenceText: '每季度开展一次',
    },
    after: {
      id: 'a-0',
      documentId: 'd',
      measureId: '一›3',
      tags: [],
      dueDate: null,
      recurrenceText: '每季度开展一次',
      repeat: { text: '每季度开展一次', until: null },
    },
  },
};
