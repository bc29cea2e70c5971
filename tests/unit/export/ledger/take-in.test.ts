import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { takeIn } from '../../../../lib/export/ledger/back/take-in';
import { localDay } from '../../../../lib/follow/day';
import type { Store } from '../../../../lib/store/port';
import { seen, task } from '../../store/samples';
import { freshStore } from '../../store/setup';

const table: Grid = {
  merged: [],
  name: '台账',
  rows: [
    ['序号', '工作任务', '责任人'],
    ['1', '整治河道', '李工'],
    ['2', '清理权责清单', ''],
  ].map((cells) => cells.map((text) => ({ text, kind: 'text' as const }))),
};
const { rows } = foreignRows(table, suggestMapping(table)!, '2026-03-09');
// Just behind the clock of the store.
const now = new Date('2026-03-05T08:02:00Z');
const day = localDay(now);
const serial = () => {
  let count = 0;
  return () => `id-${count++}`;
};
const imported = { name: '督办', rows, now, newId: serial() };

/** Two tasks that are here, and a change of each. */
async function withTwo() {
  const { store, changes } = freshStore();
  const made = await store.addTasks(
    seen,
    ['a', 'b'].map((measureId) => ({ ...task, tags: ['旧'], measureId })),
  );
  const [first, second] = made.map(({ id }) => id) as [string, string];
  const edits = [
    {
      id: first,
      edit: { set: { status: 'done', note: '已办' } as const, addTags: ['督办'], base: { note: task.note } },
    },
    { id: second, edit: { set: { dueDate: '2027-05-31' }, removeTags: ['旧'], base: { dueDate: task.dueDate } } },
  ];
  return { store, changes, first, second, edits };
}

describe('a ledger of the office’s own', () => {
  it('adds and changes by one write, with all that a change entails, and one undo takes all of it back', async () => {
    const { store, changes, first, second, edits } = await withTwo();
    const before = await store.dump();
    const told = changes.length;
    const done = await takeIn(store, { ...imported, newId: serial(), edits });
    expect(done).toMatchObject({ added: 2, changed: 2 });
    expect(changes.length).toBe(told + 1);
    expect(await store.tasks(undefined, [first, second])).toMatchObject([
      { status: 'done', note: '已办', doneOn: day, tags: ['旧', '督办'], at: { status: now.toISOString() } },
      { dueDate: '2027-05-31', tags: [], moves: [{ from: task.dueDate, to: '2027-05-31' }] },
    ]);
    expect((await store.tasks()).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['整治河道', '清理权责清单']),
    );
    expect(await done.undo()).toBe(true);
    expect(await store.dump()).toEqual(before);
  });

  it('overwrites nothing that was written meanwhile: nothing is added then either', async () => {
    const { store, first, edits } = await withTwo();
    await store.updateTasks([first], { note: '同事先写的' });
    const before = await store.dump();
    await expect(takeIn(store, { ...imported, newId: serial(), edits })).rejects.toMatchObject({ code: 'conflict' });
    expect(await store.dump()).toEqual(before);
  });

  it('brings nothing back that was deleted meanwhile', async () => {
    const { store, first, second, edits } = await withTwo();
    await store.removeTasks([first]);
    expect(await takeIn(store, { ...imported, newId: serial(), edits })).toMatchObject({ added: 2, changed: 1 });
    const kept = (await store.tasks()).map(({ id, title }) => (id === second ? id : title));
    expect(kept.sort()).toEqual(['整治河道', '清理权责清单', second].sort());
  });

  it('leaves to somebody who writes between the look and the write what is theirs', async () => {
    const { store, second, edits } = await withTwo();
    const hasty: Store = {
      ...store,
      tasks: async (...args) => {
        const present = await store.tasks(...args);
        await store.updateTasks([second], { note: '刚写的' });
        return present;
      },
    };
    await takeIn(hasty, { ...imported, newId: serial(), edits, now: new Date('2026-03-05T08:00:00Z') });
    expect(await store.tasks(undefined, [second])).toMatchObject([{ note: '刚写的', dueDate: task.dueDate }]);
  });

  it('of nothing writes nothing', async () => {
    const { store, changes } = freshStore();
    expect(await takeIn(store, { ...imported, rows: [], edits: [] })).toMatchObject({ added: 0, changed: 0 });
    expect(changes).toEqual([]);
  });
});
