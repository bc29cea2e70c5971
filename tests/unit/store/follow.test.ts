import { describe, expect, it } from 'vitest';
import type { ProgressEntry } from '../../../lib/follow/types';
import { seen, task } from './samples';
import { freshStore } from './setup';

const entry: ProgressEntry = {
  id: 'entry-1',
  on: '2026-03-28',
  text: '三个镇已开窗口',
  percent: 60,
  problem: '系统未联通',
  next: '四月联调',
  by: '',
  at: '2026-03-28T08:00:00.000Z',
};

describe('following a task up', () => {
  it('is kept, undone, and carried by a backup', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    const receipt = await store.editTasks([first!.id], {
      set: {
        leaders: ['周副县长'],
        offices: ['审批股 ', '审批股'],
        handlers: ['陈工'],
        word: '推进中',
        status: 'doing',
        progress: [entry],
        evidence: ['验收单.pdf'],
        steps: [{ id: 's1', text: '选址', done: true }],
        dueDate: '2026-07-31',
        moves: [{ on: '2026-03-28', from: '2026-06-30', to: '2026-07-31', reason: '系统未联通' }],
      },
    });
    const [kept] = await store.tasks();
    expect(kept).toMatchObject({ offices: ['审批股'], handlers: ['陈工'], word: '推进中', progress: [entry] });
    const other = freshStore().store;
    await other.merge(await store.dump());
    expect(await other.tasks()).toEqual([kept]);
    await store.undoTasks(receipt);
    const [back] = await store.tasks();
    expect({ ...back, updated: '', at: undefined }).toEqual({ ...first, updated: '', at: undefined, word: null });
    // What is undone can still be backed up and brought in.
    await freshStore().store.merge(await store.dump());
  });

  it('notes when each field was last changed', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    await store.updateTasks([first!.id], { note: '一' });
    const [noted] = await store.updateTasks([first!.id], { handlers: ['陈工'] });
    expect(Object.keys(noted!.at!).sort()).toEqual(['handlers', 'note']);
    expect(noted!.at!.note! < noted!.at!.handlers!).toBe(true);
  });

  it('rolls a recurring duty over, by whatever call it is done, and takes that back', async () => {
    const { store } = freshStore();
    const draft = { ...task, dueDate: null, deadlineText: null, recurrenceText: '每季度开展一次' };
    const [first] = await store.addTasks(seen, [draft]);
    expect(first).toMatchObject({ dueDate: '2026-03-31', repeat: { text: '每季度开展一次', until: null } });
    const receipt = await store.editTasks([first!.id], { set: { status: 'done' } });
    expect(await store.tasks()).toMatchObject([
      { status: 'open', dueDate: '2026-06-30', rounds: [{ due: '2026-03-31', done: '2026-03-05' }] },
    ]);
    await store.undoTasks(receipt);
    expect(await store.tasks()).toMatchObject([{ status: 'open', dueDate: '2026-03-31' }]);
    const [next] = await store.updateTasks([first!.id], { status: 'done' });
    expect(next).toMatchObject({ status: 'open', dueDate: '2026-06-30' });
  });

  it('has a recurring duty due first within the time that its document plans for', async () => {
    const { store } = freshStore();
    const draft = { ...task, dueDate: null, deadlineText: null, recurrenceText: '每季度开展一次' };
    const coming = { ...seen, policy: { ...seen.policy, begins: '2027-01-01' } };
    const [first] = await store.addTasks(coming, [draft]);
    expect(first).toMatchObject({ dueDate: '2027-03-31', repeat: { text: '每季度开展一次', until: null } });
  });

  it('takes tasks by hand, each once, without a document', async () => {
    const { store, changes } = freshStore();
    const draft = {
      title: '上报窗口整改情况',
      dueDate: '2026-03-20',
      note: '',
      tags: [],
      source: { kind: 'meeting' as const, name: '县政府第12次常务会议', date: '2026-03-04' },
    };
    const first = await store.addByHand(draft, 'key-by-hand-1');
    expect(first).toMatchObject({ ...draft, documentId: 'hand', origin: 'hand', status: 'open', excerpt: '' });
    expect(await store.addByHand(draft, 'key-by-hand-1')).toEqual(first);
    await store.addByHand({ ...draft, title: '另一件' });
    expect(await store.tasks()).toHaveLength(2);
    // Asked anew with the very same words; the same report of another month is another task.
    expect(await store.addByHand(draft)).toEqual(first);
    const next = await store.addByHand({ ...draft, dueDate: '2026-04-20' });
    expect(next).toMatchObject({ title: draft.title, dueDate: '2026-04-20' });
    expect(await store.addByHand({ ...draft, note: '附表另报' })).toMatchObject({ note: '附表另报' });
    await store.updateTasks([first.id], { status: 'done' });
    expect((await store.addByHand(draft)).status).toBe('open');
    await store.removeTasks((await store.tasks()).map(({ id }) => id).filter((id) => id !== first.id));
    await store.addByHand({ ...draft, title: '另一件' });
    expect(changes).not.toEqual([]);
    const gone = await store.removeTasks([first.id]);
    await store.restoreTasks(gone);
    expect(await store.tasks('hand')).toHaveLength(2);
  });

  it('counts what is due, of what is not closed', async () => {
    const { store } = freshStore();
    const dated = (dueDate: string | null, status: 'open' | 'doing' | 'done' | 'dropped', at: number) => ({
      ...task,
      measureId: `一›${at}`,
      dueDate,
      status,
    });
    await store.addTasks(seen, [
      dated('2026-03-04', 'open', 1),
      dated('2026-03-04', 'done', 2),
      dated('2025-12-31', 'doing', 3),
      dated('2026-03-05', 'doing', 4),
      dated('2026-03-05', 'dropped', 5),
      dated('2026-03-06', 'open', 6),
      dated(null, 'open', 7),
    ]);
    expect(await store.due('2026-03-05')).toEqual({ overdue: 2, today: 1 });
    const late = (await store.tasks()).find(({ dueDate }) => dueDate === '2025-12-31')!;
    await store.removeTasks([late.id]);
    expect(await store.due('2026-03-05')).toEqual({ overdue: 1, today: 1 });
  });

  it('by two at once loses no entry and no name of either', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    const other = { ...entry, id: 'entry-2', text: '第四个镇' };
    await store.updateTasks([first!.id], { progress: [entry], handlers: ['陈工'] }, { progress: [], handlers: [] });
    await store.updateTasks([first!.id], { progress: [other], handlers: ['吴工'] }, { progress: [], handlers: [] });
    expect(await store.tasks()).toMatchObject([{ progress: [entry, other], handlers: ['陈工', '吴工'] }]);
    // One takes an entry away while the other corrects the second one.
    const corrected = { ...other, text: '第四、五个镇' };
    await store.updateTasks([first!.id], { progress: [other] }, { progress: [entry, other] });
    await store.updateTasks([first!.id], { progress: [entry, corrected] }, { progress: [entry, other] });
    expect(await store.tasks()).toMatchObject([{ progress: [corrected] }]);
  });

  it('is overwritten by nobody where both have changed the same entry', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    await store.updateTasks([first!.id], { progress: [entry] }, { progress: [] });
    await store.updateTasks([first!.id], { progress: [{ ...entry, percent: 70 }] }, { progress: [entry] });
    const second = store.updateTasks([first!.id], { progress: [{ ...entry, percent: 80 }] }, { progress: [entry] });
    await expect(second).rejects.toMatchObject({ code: 'conflict', detail: { field: 'progress' } });
    const gone = store.updateTasks([first!.id], { progress: [] }, { progress: [entry] });
    await expect(gone).rejects.toMatchObject({ code: 'conflict' });
    expect(await store.tasks()).toMatchObject([{ progress: [{ percent: 70 }] }]);
  });

  it('happens in the trash as well: what is done there has its day when it comes back', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    await store.removeTasks([first!.id]);
    await store.updateTasks([first!.id], { status: 'done' }, { status: 'open' });
    await store.putBack([first!.id]);
    expect(await store.tasks()).toMatchObject([
      { status: 'done', doneOn: '2026-03-05', at: { status: expect.any(String) } },
    ]);
  });

  it.each([
    ['progress', [{ ...entry, percent: 101 }]],
    ['moves', [{ on: '2026-02-30', from: '2026-03-01', to: null, reason: '' }]],
    ['source', { kind: 'rumour', name: '', date: null }],
    ['doneOn', '2026-02-30'],
  ])('refuses %s of another shape', async (field, value) => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    await expect(store.updateTasks([first!.id], { [field]: value } as never)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
