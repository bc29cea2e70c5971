import { renderHook } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, filterTasks, noFilter } from '../../../components/tasks/filter';
import { type SortKey, sortTasks } from '../../../components/tasks/sort';
import { useTaskList } from '../../../components/tasks/useTaskList';
import { head, other, taskRecord, today } from './sample';

const documents = new Map([head, other].map((document) => [document.id, document]));

const part = fc.record({
  title: fc.constantFrom('设立窗口', '编制清单', '开展督查'),
  status: fc.constantFrom('open', 'doing', 'done', 'dropped'),
  dueDate: fc.option(fc.constantFrom('2026-01-01', '2026-06-20', '2027-12-31')),
  documentId: fc.constantFrom(head.id, other.id),
});
const filters = fc.record({
  text: fc.constantFrom('', '窗口', '清单', '没有这样的词', '清河'),
  status: fc.constantFrom<(Filter['status'] | null)[]>(null, 'open', 'done'),
  documentId: fc.constantFrom(null, other.id),
});
const keys = fc.constantFrom<SortKey | null>(null, 'due', 'updated', 'document', 'status', 'taken');

describe('the list of tasks', () => {
  it('holds what passes, in the order that was asked for, and counts it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), filters, keys, (parts, narrowed, sort) => {
        const all = parts.map((each) => taskRecord(each as Parameters<typeof taskRecord>[0]));
        const filter = { ...noFilter, ...narrowed };
        const { result, unmount } = renderHook(() => useTaskList(all, { filter, sort, documents, today }));
        const passing = (wanted: Filter) =>
          sortTasks(filterTasks(all, wanted, documents, today), sort ?? 'due', documents);
        expect(result.current.tasks).toEqual(passing(filter));
        const counted = Object.values(result.current.counts).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(passing({ ...filter, status: null }).length);
        unmount();
      }),
    );
  });
});
