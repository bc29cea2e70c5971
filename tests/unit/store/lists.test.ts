import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortTasks } from '../../../components/tasks/sort';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import { createLists } from '../../../lib/store/lists';
import type { TaskRecord } from '../../../lib/store/types';
import { annotation, seen, task } from './samples';
import { freshName, freshStore } from './setup';

const listsOf = (name: string) => createLists(connect(() => new Database(name)));

/** A store that holds these tasks, each taken on a second after the one before. */
async function holding(parts: readonly Partial<TaskRecord>[], name = freshName()) {
  const { store } = freshStore(name);
  const records = parts.map((part, at): TaskRecord => {
    const instant = new Date(Date.UTC(2026, 2, 5, 8, 0, at)).toISOString();
    return { ...task, id: `task-${at}`, measureId: `一›${at}`, created: instant, updated: instant, ...part };
  });
  await store.merge({ documents: [], tasks: records, annotations: [] });
  return { store, records, lists: listsOf(name) };
}

describe('the first rows of the lists', () => {
  const parts = fc.array(
    fc.record({
      status: fc.constantFrom('open', 'doing', 'done', 'dropped'),
      dueDate: fc.constantFrom(null, '2026-03-01', '2026-06-30', '2027-01-01'),
    }),
    { maxLength: 24 },
  );

  it('are those that the whole list begins with, whatever has a date and whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 12 }), async (given, count) => {
        const { lists, records } = await holding(given);
        const { tasks, whole } = await lists.first(count);
        const all = sortTasks(records, 'due', new Map());
        expect(tasks.map(({ id }) => id)).toEqual(all.slice(0, count).map(({ id }) => id));
        expect(whole).toBe(records.length <= count);
      }),
      { numRuns: 60 },
    );
  });

  it('come with the annotations that were changed last, and the documents of both', async () => {
    const { store, lists } = await holding([{}, {}]);
    const later = { ...seen, id: 'doc-later' };
    const first = await store.addAnnotation(seen, annotation);
    const second = await store.addAnnotation(later, { ...annotation, quote: '另一句' });
    await store.updateAnnotations([first.id], { note: '改过' });
    const { annotations, documents, whole } = await lists.first(1);
    expect(annotations.map(({ id }) => id)).toEqual([first.id]);
    expect(documents.map(({ id }) => id)).toContain(seen.id);
    expect(whole).toBe(false);
    expect((await lists.first(2)).annotations.map(({ id }) => id)).toEqual([first.id, second.id]);
  });
});

describe('a whole list', () => {
  it('is read part by part, and tells how far it is', async () => {
    const { store, lists } = await holding(Array.from({ length: 1203 }, () => ({})));
    const told: number[] = [];
    expect(await lists.all('tasks', (count) => told.push(count))).toEqual(await store.tasks());
    expect(told).toEqual([500, 1000, 1203]);
  });

  it('gives some by their ids, as far as they are there', async () => {
    const { lists } = await holding([{}, {}, {}]);
    const some = await lists.some('tasks', ['task-2', 'gone', 'task-0']);
    expect(some.map(({ id }) => id)).toEqual(['task-2', 'task-0']);
  });
});
