import { describe, expect, it } from 'vitest';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
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
});
