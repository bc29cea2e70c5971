import { withDeadlines } from '../../follow/deadlines';
import type { PolicyDocument } from '../../policy/types';
import { severalLimits } from '../taking';
import type { TaskRecord } from '../types';
import type { Migration } from './types';

/** Documents whose tasks are brought over at a time: their policies are held meanwhile. */
const SLICE = 20;

interface PolicyRow {
  readonly id: string;
  readonly policy: PolicyDocument;
}

/**
 * Of several limits of one measure (6月底前完成方案，年底前全部完成) a task had the first alone. It gets them all, from the text that
 * is kept of its document; its due date stays as it is, for somebody may have worked by it.
 */
export const v8: Migration = {
  version: 8,
  tables: {},
  async upgrade(transaction) {
    const tasks = transaction.table<TaskRecord, string>('tasks');
    const ids = (await tasks.orderBy('documentId').uniqueKeys()) as string[];
    for (let at = 0; at < ids.length; at += SLICE) {
      const rows = await transaction.table<PolicyRow, string>('policies').bulkGet(ids.slice(at, at + SLICE));
      for (const row of rows) {
        const several = severalLimits(row?.policy.measures ?? []);
        if (!row || several.size === 0) continue;
        await tasks
          .where({ documentId: row.id })
          .filter(({ measureId, deadlines }) => !deadlines && several.has(measureId ?? ''))
          .modify((task) => {
            const { deadlines } = withDeadlines(task, several.get(task.measureId ?? '')!);
            (task as { deadlines?: TaskRecord['deadlines'] }).deadlines = deadlines;
          });
      }
    }
  },
  example: {
    table: 'tasks',
    beside: {
      policies: {
        id: 'd',
        policy: {
          measures: [
            {
              id: '一›3',
              deadlines: [
                { text: '6月底前', date: '2026-06-30', isDefault: false },
                { text: '年底前', date: '2026-12-31', isDefault: false },
              ],
            },
          ],
        },
      },
    },
    before: { id: 'a-0', documentId: 'd', measureId: '一›3', tags: [], dueDate: '2026-06-30', deadlineText: '6月底前' },
    after: {
      id: 'a-0',
      documentId: 'd',
      measureId: '一›3',
      tags: [],
      dueDate: '2026-06-30',
      deadlineText: '6月底前',
      deadlines: [
        { text: '6月底前', date: '2026-06-30' },
        { text: '年底前', date: '2026-12-31' },
      ],
    },
  },
};
