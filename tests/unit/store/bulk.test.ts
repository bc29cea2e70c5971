import { describe, expect, it } from 'vitest';
import { annotation, seen, task } from './samples';
import { freshStore } from './setup';

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...task, tags: [], measureId: `一›${at}` }));

describe('an edit of many', () => {
  it('adds and takes away tags, and leaves the others', async () => {
    const { store, changes } = freshStore();
    const [first, second] = await store.addTasks(seen, many(2));
    await store.updateTasks([first!.id], { tags: ['急', '本周'] });
    const before = changes.length;
    const receipt = await store.editTasks([first!.id, second!.id, 'gone'], {
      addTags: ['督办', '急'],
      removeTags: ['本周'],
    });
    expect(receipt.changed).toBe(2);
    expect((await store.tasks(undefined, [first!.id, second!.id])).map(({ tags }) => tags)).toEqual([
      ['急', '督办'],
      ['督办', '急'],
    ]);
    expect(changes.length).toBe(before + 1);
    await store.undoTasks(receipt);
    expect((await store.tasks(undefined, [first!.id, second!.id])).map(({ tags }) => [...tags].sort())).toEqual([
      ['急', '本周'].sort(),
      [],
    ]);
  });

  it('is undone only as far as it still stands', async () => {
    const { store } = freshStore();
    const [first, second] = await store.addTasks(seen, many(2));
    const ids = [first!.id, second!.id];
    const receipt = await store.editTasks(ids, { set: { status: 'doing', dueDate: '2026-12-01' }, addTags: ['督办'] });
    await store.updateTasks([first!.id], { status: 'done', tags: ['督办', '后来加的'] });
    await store.removeTasks([second!.id]);
    await store.undoTasks(receipt);
    expect(await store.tasks()).toMatchObject([{ status: 'done', dueDate: first!.dueDate, tags: ['后来加的'] }]);
  });

  it('that is sent twice is done once, and can still be undone', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, many(1));
    const one = await store.editTasks([first!.id], { set: { status: 'doing' } }, 'key-of-this-edit');
    expect(await store.editTasks([first!.id], { set: { status: 'doing' } }, 'key-of-this-edit')).toEqual(one);
    await store.undoTasks(one);
    expect(await store.tasks()).toMatchObject([{ status: 'open' }]);
  });

  it('that is stopped has changed nothing, nor has what was stopped of undoing or deleting it', async () => {
    const { store, changes } = freshStore();
    const records = await store.addTasks(seen, many(3));
    const ids = records.map(({ id }) => id);
    const stopped = async (key: string, work: Promise<unknown>) => {
      await store.stop(key);
      await expect(work).rejects.toMatchObject({ code: 'stopped' });
    };
    const before = changes.length;
    await stopped('key-of-edit', store.editTasks(ids, { set: { status: 'doing' } }, 'key-of-edit'));
    await stopped('key-of-trash', store.moveToTrash('tasks', ids, 'key-of-trash'));
    expect([await store.tasks(), changes.length]).toEqual([records, before]);
    const receipt = await store.editTasks(ids, { set: { status: 'doing' } }, 'key-of-edit');
    expect(receipt.changed).toBe(3);
    await stopped('key-of-undo', store.undoTasks(receipt, 'key-of-undo'));
    expect((await store.tasks()).map(({ status }) => status)).toEqual(['doing', 'doing', 'doing']);
    // What is over, or never was, cannot be stopped.
    await store.stop('key-of-edit');
    await store.undoTasks(receipt, 'key-of-edit');
    expect((await store.tasks()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  });

  it('changes all or none', async () => {
    const { store } = freshStore();
    const [first, second] = await store.addTasks(seen, many(2));
    await store.updateTasks([second!.id], { tags: Array.from({ length: 50 }, (_, at) => `t${at}`) });
    await expect(store.editTasks([first!.id, second!.id], { addTags: ['一个太多'] })).rejects.toMatchObject({
      code: 'too-many',
    });
    expect((await store.tasks(undefined, [first!.id]))[0]!.tags).toEqual([]);
  });

  it('changes none of a thousand where the last cannot be, and tells of each part once', async () => {
    const { store, told } = freshStore();
    const records = await store.addTasks(seen, many(1100));
    const ids = records.map(({ id }) => id);
    await store.updateTasks([ids.at(-1)!], { tags: Array.from({ length: 50 }, (_, at) => `t${at}`) });
    await expect(store.editTasks(ids, { addTags: ['一个太多'] })).rejects.toMatchObject({ code: 'too-many' });
    expect(await store.tags()).not.toMatchObject([{ tag: '一个太多' }]);
    expect((await store.tasks(undefined, [ids[0]!]))[0]!.tags).toEqual([]);
    told.length = 0;
    await store.editTasks(ids.slice(0, -1).concat(ids[0]!, 'gone'), { addTags: ['督办'] });
    const done = told.map((each) => each.done);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1100);
    expect((await store.tasks(undefined, ids)).filter(({ tags }) => tags.includes('督办'))).toHaveLength(1099);
  });

  it('takes 3,000 in one transaction, and annotations as well', async () => {
    const { store, changes } = freshStore();
    const records = await store.addTasks(seen, many(3000));
    const before = changes.length;
    const receipt = await store.editTasks(
      records.map(({ id }) => id),
      { set: { status: 'dropped' } },
    );
    expect([receipt.changed, changes.length - before]).toEqual([3000, 1]);
    const note = await store.addAnnotation(seen, { ...annotation, tags: [] });
    const edit = await store.editAnnotations([note.id], { addTags: ['引用'], set: { colour: 'blue' } });
    expect(await store.annotations()).toMatchObject([{ tags: ['引用'], colour: 'blue' }]);
    await store.undoAnnotations(edit);
    expect(await store.annotations()).toMatchObject([{ tags: [], colour: note.colour }]);
  });

  it('of each in its own way is one call: all of them or none, and one undo', async () => {
    const { store, changes } = freshStore();
    const [first, second] = await store.addTasks(seen, many(2));
    const before = changes.length;
    const receipt = await store.editEachTask([
      { id: first!.id, edit: { set: { note: '一' }, base: { note: '' } } },
      { id: second!.id, edit: { set: { status: 'done' }, addTags: ['督办'] } },
    ]);
    expect([receipt.changed, changes.length - before]).toEqual([2, 1]);
    const now = () => store.tasks(undefined, [first!.id, second!.id]);
    expect(await now()).toMatchObject([{ note: '一' }, { status: 'done', tags: ['督办'] }]);
    // What somebody else has changed since is not overwritten, and nothing else is changed then.
    const late = store.editEachTask([
      { id: second!.id, edit: { set: { note: '二' }, base: { note: '' } } },
      { id: first!.id, edit: { set: { note: '三' }, base: { note: '' } } },
    ]);
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { field: 'note', present: '一' } });
    expect(await now()).toMatchObject([{ note: '一' }, { note: '' }]);
    await store.undoTasks(receipt);
    expect(await now()).toMatchObject([{ note: '' }, { status: 'open', tags: [] }]);
  });

  it('is refused with fields that no record has', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, many(1));
    await expect(store.editTasks([first!.id], { set: { status: 'eaten' as never } })).rejects.toMatchObject({
      code: 'invalid',
    });
    const forged = {
      changed: 1,
      changes: [
        { id: first!.id, fields: [{ field: 'documentId', before: 'x', after: seen.id }], added: [], removed: [] },
      ],
    };
    await expect(store.undoTasks(forged)).rejects.toMatchObject({ code: 'invalid' });
  });
});
