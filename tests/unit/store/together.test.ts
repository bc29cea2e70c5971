import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import { createLists } from '../../../lib/store/lists';
import type { TaskRecord } from '../../../lib/store/types';
import { seen, task } from './samples';
import { freshStore } from './setup';

afterEach(() => vi.restoreAllMocks());

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...task, tags: [], measureId: `一›${at}` }));

/** How many records were asked for one by one meanwhile. */
function singly(): () => number {
  const spy = vi.spyOn(IDBObjectStore.prototype, 'get');
  return () => spy.mock.calls.length;
}

describe('records that stand together', () => {
  it('are read together for an edit of all, for undoing it, and for showing it', async () => {
    const { store, name } = freshStore();
    const ids = (await store.addTasks(seen, many(1100))).map(({ id }) => id);
    const asked = singly();
    const receipt = await store.editTasks(ids, { set: { status: 'doing' } });
    await store.undoTasks(receipt);
    const shown = await createLists(connect(() => new Database(name))).some('tasks', ids);
    expect([receipt.changed, shown.length]).toEqual([1100, 1100]);
    expect(asked()).toBeLessThan(10);
  });

  it('are found whichever of them are wanted, and no others are changed', async () => {
    const { store, name } = freshStore();
    const records = await store.addTasks(seen, many(300));
    const lists = createLists(connect(() => new Database(name)));
    const wish = fc.record({ every: fc.integer({ min: 1, max: 60 }), from: fc.integer({ min: 0, max: 299 }) });
    await fc.assert(
      fc.asyncProperty(wish, fc.array(fc.integer({ min: 0, max: 299 })), async ({ every, from }, more) => {
        const wanted = records.filter((_, at) => more.includes(at) || (at >= from && at % every === 0));
        const ids = wanted.map(({ id }) => id);
        const mixed = [...ids.slice(3), 'gone', ...ids.slice(0, 3), ...ids.slice(0, 2)];
        const byId = (list: readonly TaskRecord[]) => [...list.map(({ id }) => id)].sort();
        expect(byId(await lists.some('tasks', mixed))).toEqual([...ids].sort());
        const receipt = await store.editTasks(mixed, { addTags: ['督办'] });
        const tagged = (await store.tasks()).filter(({ tags }) => tags.includes('督办'));
        expect(byId(tagged)).toEqual([...ids].sort());
        await store.undoTasks(receipt);
        expect((await store.tasks()).some(({ tags }) => tags.length > 0)).toBe(false);
      }),
      { numRuns: 15 },
    );
  });
});
