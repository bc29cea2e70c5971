import { describe, expect, it } from 'vitest';
import {
  bothDue,
  dueOf,
  editInSteps,
  everythingDue,
  readDue,
  tagsOf,
  withAnswered,
  withRead,
} from '../../../entrypoints/tasks/due-tables';
import type { Lists } from '../../../lib/store/lists';
import type { TaskRecord } from '../../../lib/store/types';
import { task } from '../store/samples';

const record = (id: string, part: Partial<TaskRecord> = {}): TaskRecord => ({
  ...task,
  id,
  created: '2026-03-05T08:00:00.000Z',
  updated: '2026-03-05T08:00:00.000Z',
  ...part,
});
const data = { tasks: [record('a'), record('b'), record('c')], annotations: [], documents: [], tags: [] };

describe('an edit of many', () => {
  const receipt = {
    changed: 3,
    changes: ['a', 'b', 'gone'].map((id) => ({
      id,
      fields: [{ field: 'status', before: 'open', after: 'doing' }],
      added: ['急'],
      removed: [],
    })),
  };

  it('is shown as at once, and leaves alone what was read anew while it was worked out', async () => {
    const change = await editInSteps(data, { table: 'tasks', receipt });
    expect(change(data)).toEqual(withAnswered(data, { edited: { table: 'tasks', receipt } }));
    const read = record('b', { note: '刚读到的' });
    const { tasks } = change({ ...data, tasks: [data.tasks[0]!, read, data.tasks[2]!] });
    expect(tasks[0]).toMatchObject({ status: 'doing', tags: [...task.tags, '急'] });
    expect(tasks[1]).toBe(read);
    expect(tasks[2]).toBe(data.tasks[2]);
  });
});

describe('what a change makes due', () => {
  it('is what it names, and everything where it names nothing', () => {
    expect(dueOf({ tables: ['documents', 'tasks'], documentIds: ['d'], ids: ['a'] })).toEqual({
      documents: ['d'],
      tasks: ['a'],
    });
    expect(dueOf({ tables: ['tasks'], documentIds: ['d'] })).toEqual({ tasks: 'all' });
    expect(dueOf({ tables: ['documents', 'tasks', 'annotations'], documentIds: [] })).toEqual(everythingDue);
  });

  it('comes together with what was due before', () => {
    expect(bothDue({ tasks: ['a', 'b'], annotations: 'all' }, { tasks: ['b', 'c'], annotations: ['n'] })).toEqual({
      tasks: ['a', 'b', 'c'],
      annotations: 'all',
    });
    expect(bothDue({}, { documents: ['d'] })).toEqual({ documents: ['d'] });
  });
});

describe('what was read', () => {
  it('takes the place of what was there, adds what is new and leaves out what is gone', async () => {
    const lists = {
      some: async () => [record('c', { title: '改了' }), record('d')],
    } as unknown as Lists;
    const read = await readDue(lists, { tasks: ['b', 'c', 'd'] }, () => {});
    const next = withRead(data, read);
    expect(next.tasks.map(({ id, title }) => [id, title])).toEqual([
      ['a', task.title],
      ['c', '改了'],
      ['d', task.title],
    ]);
    // Drawn again is only what is another object.
    expect(next.tasks[0]).toBe(data.tasks[0]);
    expect(next.annotations).toBe(data.annotations);
  });
});

describe('what the store answered', () => {
  it('of an edit of many is shown before the records are read again', () => {
    const receipt = {
      changed: 2,
      changes: [
        { id: 'a', fields: [{ field: 'status', before: 'open', after: 'done' }], added: ['督办'], removed: [] },
        { id: 'b', fields: [], added: [], removed: ['窗口'] },
      ],
    };
    const { tasks } = withAnswered(data, { edited: { table: 'tasks', receipt } });
    expect(tasks.map(({ status, tags }) => [status, tags])).toEqual([
      ['done', ['窗口', '督办']],
      ['open', []],
      ['open', ['窗口']],
    ]);
    expect(tasks[2]).toBe(data.tasks[2]);
  });
});

it('tags are counted over both lists, most used first', () => {
  const tasks = [record('a', { tags: ['乙', '甲'] }), record('b', { tags: ['乙'] })];
  expect(tagsOf({ tasks, annotations: [] })).toEqual([
    { tag: '乙', count: 2 },
    { tag: '甲', count: 1 },
  ]);
});
