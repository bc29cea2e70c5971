import { describe, expect, it } from 'vitest';
import { entailedBy } from '../../../components/records/back';
import type { TaskPatch } from '../../../lib/store/port';
import { seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

/** A change as the lists make it, and what its undo leaves of the task. */
async function undone(part: Partial<typeof task> & TaskPatch, patch: TaskPatch, meanwhile?: TaskPatch) {
  const { store } = freshStore();
  const [added] = await store.addTasks(seen, [{ ...task, ...part }]);
  const after = await store.updateTasks([added!.id], patch);
  if (meanwhile) await store.updateTasks([added!.id], meanwhile);
  await store.undoTasks(entailedBy(added!, patch, after)!);
  const [back] = await store.tasks();
  return { before: added!, back: back! };
}

/** What is absent and what was taken away again are one. */
const bare = (record: object) =>
  Object.fromEntries(
    Object.entries(record).filter(([field, value]) => {
      return !['at', 'updated'].includes(field) && value !== null && value !== undefined && value !== false;
    }),
  );

describe('undoing a change of one task', () => {
  it.each<[string, Partial<typeof task> & TaskPatch, TaskPatch]>([
    ['a status word goes with its status', { word: '滞后', status: 'doing' }, { status: 'done' }],
    ['what is done has its day', { status: 'doing' }, { status: 'done' }],
    ['what was done is opened', { status: 'done', doneOn: '2026-03-01' }, { status: 'open' }],
    [
      'a recurring duty goes on to its next period',
      { dueDate: null, recurrenceText: '每季度开展一次' },
      { status: 'done' },
    ],
    ['a date is moved', {}, { dueDate: '2026-12-31' }],
    ['a default date is moved', { dueByDefault: true }, { dueDate: '2026-12-31' }],
    ['a date is set where there was none', { dueDate: null }, { dueDate: '2026-12-31' }],
  ])('leaves it as it was, where %s', async (_, part, patch) => {
    const { before, back } = await undone(part, patch);
    const empty = { ...bare(before) };
    expect({ moves: [], rounds: [], ...bare(back) }).toEqual({ moves: [], rounds: [], ...empty });
  });

  it('leaves what came after it', async () => {
    const { back } = await undone({}, { status: 'done' }, { dueDate: '2026-11-30', note: '后来写的' });
    expect(back).toMatchObject({ status: 'open', dueDate: '2026-11-30', note: '后来写的' });
  });

  it('needs no more than the fields that were changed, where nothing is entailed', () => {
    expect(entailedBy({ id: 'a' }, { note: 'x' }, [{ id: 'a', note: 'x' }])).toBeNull();
    expect(entailedBy({ id: 'a' }, { status: 'done' }, undefined)).toBeNull();
  });
});
