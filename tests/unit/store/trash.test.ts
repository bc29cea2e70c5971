import { describe, expect, it } from 'vitest';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import type { TaskPatch } from '../../../lib/store/port';
import { createRepository } from '../../../lib/store/repository';
import { annotation, seen, task } from './samples';
import { freshName, freshStore } from './setup';

const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...task, measureId: `一›${at}` }));

describe('what is deleted', () => {
  it('lies in the trash, newest first, with what it is known by', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, many(1));
    const note = await store.addAnnotation(seen, annotation);
    await store.removeTasks([first!.id]);
    await store.removeAnnotations([note.id]);
    const { count, heads } = await store.trashed();
    expect(count).toBe(2);
    expect(heads).toMatchObject([
      { id: note.id, table: 'annotations', title: annotation.quote, note: annotation.note },
      { id: first!.id, table: 'tasks', title: task.title, document: seen.policy.title },
    ]);
  });

  it('is put back as it was', async () => {
    const { store, changes } = freshStore();
    const [first, second] = await store.addTasks(seen, many(2));
    const note = await store.addAnnotation(seen, annotation);
    await store.removeTasks([first!.id, second!.id]);
    await store.removeAnnotations([note.id]);
    expect(await store.putBack([first!.id, note.id, 'gone'])).toBe(2);
    expect(changes.at(-1)).toEqual({ tables: ['annotations'], documentIds: [seen.id], ids: [note.id] });
    expect(await store.tasks()).toEqual([first]);
    expect(await store.annotations()).toEqual([note]);
    expect((await store.trashed()).heads.map(({ id }) => id)).toEqual([second!.id]);
  });

  it('leaves the trash when its deletion is undone', async () => {
    const { store } = freshStore();
    const records = await store.addTasks(seen, many(2));
    await store.restoreTasks(await store.removeTasks(records.map(({ id }) => id)));
    const note = await store.addAnnotation(seen, annotation);
    await store.restoreAnnotations(await store.removeAnnotations([note.id]));
    expect((await store.trashed()).count).toBe(0);
  });

  it('stays in the trash where its measure was taken on again', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, many(1));
    const removed = await store.removeTasks([first!.id]);
    const [again] = await store.addTasks(seen, many(1));
    await store.restoreTasks(removed);
    expect(await store.putBack([first!.id])).toBe(0);
    expect(await store.tasks()).toEqual([again]);
    expect((await store.trashed()).count).toBe(1);
  });

  it('comes back once, though its measure was taken on and deleted twice', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, many(1));
    await store.removeTasks([first!.id]);
    const [again] = await store.addTasks(seen, many(1));
    await store.removeTasks([again!.id]);
    expect(await store.putBack([first!.id, again!.id])).toBe(1);
    expect(await store.tasks()).toEqual([first]);
    expect((await store.trashed()).heads.map(({ id }) => id)).toEqual([again!.id]);
    await store.removeTasks([first!.id]);
    await store.restoreTasks([first!, again!]);
    expect(await store.tasks()).toEqual([first]);
  });

  it('has the words that were written on it meanwhile, however it comes back', async () => {
    const { store } = freshStore();
    const [kept] = await store.addTasks(seen, many(1));
    const note = await store.addAnnotation(seen, annotation);
    const removed = await store.removeTasks([kept!.id]);
    const gone = await store.removeAnnotations([note.id]);
    // In another tab the field was open still.
    await store.updateTasks([kept!.id], { note: '另一页写的' });
    await store.updateAnnotations([note.id], { note: '另一页写的' });
    await store.restoreTasks(removed);
    await store.restoreAnnotations(gone);
    expect(await store.tasks()).toMatchObject([{ id: kept!.id, note: '另一页写的' }]);
    expect(await store.annotations()).toMatchObject([{ id: note.id, note: '另一页写的' }]);
    expect((await store.trashed()).count).toBe(0);
  });

  it('is not forgotten because an older state of it came back from a backup', async () => {
    for (const bulk of [false, true]) {
      const { store } = freshStore();
      const [kept] = await store.addTasks(seen, many(1));
      const dump = await store.dump();
      const [written] = await store.updateTasks([kept!.id], { note: '备份之后写的' });
      await store.removeTasks([kept!.id]);
      await store.merge(dump);
      expect(await store.tasks()).toEqual([kept]);
      expect(await store.putBack([kept!.id])).toBe(1);
      expect(await store.tasks()).toEqual([written]);
      // A call whose answer was lost comes twice.
      await store.putBack([kept!.id]);
      expect(await store.tasks()).toEqual([written]);
      await store.removeTasks([kept!.id]);
      await store.merge(dump);
      await (bulk ? store.moveToTrash('tasks', [kept!.id]) : store.removeTasks([kept!.id]));
      await store.putBack([kept!.id]);
      expect(await store.tasks()).toEqual([written]);
    }
  });

  it('of another document is not touched by what a page gives back under its id', async () => {
    const { store } = freshStore();
    const [kept] = await store.addTasks(seen, many(1));
    const other = { ...seen, id: 'doc-other' };
    const [own] = await store.addTasks(other, [{ ...many(1)[0]!, documentId: other.id }]);
    await store.removeTasks([kept!.id]);
    await store.restoreTasks([{ ...own!, id: kept!.id, measureId: '一›99' }]);
    expect((await store.trashed()).heads.map(({ id }) => id)).toEqual([kept!.id]);
  });

  it('with a clock that was years behind is kept its 30 days', async () => {
    const clock = { now: new Date('2026-03-01T08:00:00.000Z') };
    const name = freshName();
    const store = createRepository({ connection: connect(() => new Database(name)), now: () => clock.now });
    const [first] = await store.addTasks(seen, many(1));
    clock.now = new Date('2010-01-01T00:00:00.000Z');
    await store.removeTasks([first!.id]);
    clock.now = new Date('2026-03-02T08:00:00.000Z');
    await store.tidy();
    expect((await store.trashed()).count).toBe(1);
  });

  it('goes for good when it is told to, and with everything else', async () => {
    const { store } = freshStore();
    const records = await store.addTasks(seen, many(3));
    await store.removeTasks(records.map(({ id }) => id));
    await store.emptyTrash([records[0]!.id]);
    expect((await store.trashed()).count).toBe(2);
    await store.emptyTrash();
    expect((await store.trashed()).count).toBe(0);
    await store.removeTasks((await store.addTasks(seen, many(1))).map(({ id }) => id));
    await store.clear();
    expect((await store.trashed()).count).toBe(0);
  });

  it('goes for good after 30 days', async () => {
    const clock = { now: new Date('2026-03-01T08:00:00.000Z') };
    const name = freshName();
    const store = createRepository({ connection: connect(() => new Database(name)), now: () => clock.now });
    const [first, second] = await store.addTasks(seen, many(2));
    await store.removeTasks([first!.id]);
    clock.now = new Date('2026-03-20T08:00:00.000Z');
    await store.removeTasks([second!.id]);
    clock.now = new Date('2026-03-30T08:00:00.000Z');
    await store.tidy();
    expect((await store.trashed()).count).toBe(2);
    clock.now = new Date('2026-04-01T08:00:00.000Z');
    await store.tidy();
    expect((await store.trashed()).heads.map(({ id }) => id)).toEqual([second!.id]);
  });

  it('of more than a message carries goes by its ids, tells how far it is, and comes back', async () => {
    const told: number[] = [];
    const name = freshName();
    const store = createRepository({
      connection: connect(() => new Database(name)),
      onProgress: ({ done }) => told.push(done),
    });
    const ids = (await store.addTasks(seen, many(2500))).map(({ id }) => id);
    expect(await store.moveToTrash('tasks', [...ids, 'gone'], 'key-of-this-call')).toEqual(ids);
    expect(told).toEqual([1000, 2000, 2501]);
    expect(await store.counts()).toMatchObject({ tasks: 0 });
    const { count, heads } = await store.trashed();
    expect([count, heads.length]).toEqual([2500, 500]);
    expect(await store.putBack(ids)).toBe(2500);
    expect(await store.counts()).toMatchObject({ tasks: 2500 });
  });
});

describe('undoing that something was taken on', () => {
  it('takes nothing away that was written since', async () => {
    const { store } = freshStore();
    const records = await store.addTasks(seen, many(2));
    await store.updateTasks([records[0]!.id], { note: '后来写的' });
    const gone = await store.removeTasks(
      records.map(({ id }) => id),
      true,
    );
    expect(gone.map(({ id }) => id)).toEqual([records[1]!.id]);
    expect(await store.tasks()).toMatchObject([{ note: '后来写的' }]);
    const note = await store.addAnnotation(seen, annotation);
    await store.updateAnnotations([note.id], { note: '后来写的' });
    expect(await store.removeAnnotations([note.id], true)).toEqual([]);
  });

  it.each<[string, TaskPatch]>([
    ['a date', { dueDate: '2026-09-30' }],
    ['no date any more', { dueDate: null }],
    ['another title', { title: '与财政局一起办' }],
    ['a status word of the office’s own', { status: 'open', word: '待会签' }],
    ['a day of being done', { doneOn: '2026-03-04' }],
    ['recurring', { repeat: { text: '每月5日前', until: null } }],
    ['no recurring', { repeat: null }],
    ['people', { handlers: ['陈工'] }],
    ['a step', { steps: [{ id: 's1', text: '选址', done: false }] }],
  ])('takes nothing away that was given %s', async (_, patch) => {
    const { store } = freshStore();
    const [dated, undated] = await store.addTasks(seen, [
      { ...many(1)[0]!, tags: [] },
      { ...many(2)[1]!, tags: [], dueDate: null, recurrenceText: '每季度开展一次', deadlineText: null },
    ]);
    const ids = [dated!.id, undated!.id];
    await store.updateTasks(ids, patch);
    expect(await store.removeTasks(ids, true)).toEqual([]);
  });

  it('takes away what was changed and changed back', async () => {
    const { store } = freshStore();
    const [kept] = await store.addTasks(seen, [{ ...task, tags: [] }]);
    await store.updateTasks([kept!.id], { status: 'doing', note: '改一下', tags: ['急'] });
    await store.updateTasks([kept!.id], { status: 'open', note: '', tags: [] });
    expect(await store.removeTasks([kept!.id], true)).toHaveLength(1);
  });
});
