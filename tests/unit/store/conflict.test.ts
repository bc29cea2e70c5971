import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotation, seen, task } from './samples';
import { freshStore } from './setup';

async function one(part: Partial<typeof task> = {}) {
  const { store } = freshStore();
  const record = (await store.addTasks(seen, [{ ...task, ...part }]))[0]!;
  return { store, record };
}

describe('two who change one record', () => {
  it('do not overwrite each other: the later is told what stands there', async () => {
    const { store, record } = await one({ note: '原来' });
    await store.updateTasks([record.id], { note: '甲写的' }, { note: '原来' });
    const second = store.updateTasks([record.id], { note: '乙写的' }, { note: '原来' });
    await expect(second).rejects.toMatchObject({ code: 'conflict', detail: { field: 'note', present: '甲写的' } });
    expect(await store.tasks()).toMatchObject([{ note: '甲写的' }]);
    await store.updateTasks([record.id], { note: '两人都有' }, { note: '甲写的' });
    expect(await store.tasks()).toMatchObject([{ note: '两人都有' }]);
  });

  it('may change different fields, and make the same change', async () => {
    const { store, record } = await one();
    await store.updateTasks([record.id], { status: 'done' }, { status: 'open' });
    await store.updateTasks([record.id], { dueDate: '2026-12-01' }, { dueDate: record.dueDate });
    // A call that was sent again because its answer was lost.
    await store.updateTasks([record.id], { status: 'done' }, { status: 'open' });
    expect(await store.tasks()).toMatchObject([{ status: 'done', dueDate: '2026-12-01' }]);
  });

  it('change no record of several where one is another by now', async () => {
    const { store } = freshStore();
    const records = await store.addTasks(seen, [task, { ...task, measureId: '一›9' }]);
    await store.updateTasks([records[1]!.id], { status: 'doing' });
    const both = records.map(({ id }) => id);
    await expect(store.updateTasks(both, { status: 'done' }, { status: 'open' })).rejects.toThrow();
    expect((await store.tasks()).map(({ status }) => status).sort()).toEqual(['doing', 'open']);
  });

  it('have their tags merged, whatever each adds and takes away', async () => {
    const some = fc.subarray(['甲', '乙', '丙', '丁', '戊']);
    await fc.assert(
      fc.asyncProperty(some, some, some, async (base, first, second) => {
        const { store, record } = await one({ tags: base });
        await store.updateTasks([record.id], { tags: first }, { tags: base });
        await store.updateTasks([record.id], { tags: second }, { tags: base });
        const tags = (await store.tasks())[0]!.tags;
        for (const tag of ['甲', '乙', '丙', '丁', '戊']) {
          const [was, one, two] = [base, first, second].map((list) => list.includes(tag));
          // Who changed it has their way; nobody's adding or taking away is lost.
          expect(tags.includes(tag)).toBe(was ? one && two : one || two);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lose no word where one deletes what the other writes on', async () => {
    const { store, record } = await one({ note: '原来' });
    await store.removeTasks([record.id]);
    await store.updateTasks([record.id], { note: '原来，后来写的' }, { note: '原来' });
    expect(await store.tasks()).toEqual([]);
    await store.putBack([record.id]);
    expect(await store.tasks()).toMatchObject([{ note: '原来，后来写的' }]);
  });

  it('of an annotation likewise', async () => {
    const { store } = freshStore();
    const note = await store.addAnnotation(seen, annotation);
    await store.updateAnnotations([note.id], { note: '甲', tags: ['甲'] }, { note: annotation.note, tags: note.tags });
    const second = store.updateAnnotations([note.id], { note: '乙' }, { note: annotation.note });
    await expect(second).rejects.toMatchObject({ code: 'conflict', detail: { field: 'note', present: '甲' } });
    await store.updateAnnotations([note.id], { tags: [...note.tags, '乙'] }, { tags: note.tags });
    expect((await store.annotations())[0]!.tags).toEqual(['甲', '乙']);
  });
});
