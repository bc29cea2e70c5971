import { describe, expect, it } from 'vitest';
import { bring } from '../../../lib/export/backup';
import { examine } from '../../../lib/store/examine';
import type { Store, StoreDump } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { annotation, seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

/** A dump of a store with so many tasks and one annotation. */
async function dumpWith(count: number): Promise<StoreDump> {
  const { store } = freshStore();
  await store.addTasks(
    seen,
    Array.from({ length: count }, (_, at) => ({ ...task, measureId: `一›${at}` })),
  );
  await store.addAnnotation(seen, annotation);
  return store.dump();
}

/** A store whose background dies at the n-th call: that call and all after it are never answered. */
function dying(store: Store, at: number): Store {
  let calls = 0;
  return new Proxy(store, {
    get(target, name) {
      const method = target[name as keyof Store] as unknown as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        calls += 1;
        if (calls >= at) throw new Error('gone');
        return method(...args);
      };
    },
  });
}

describe('what is brought in', () => {
  it('is told before it is taken, and changes nothing until then', async () => {
    const dump = await dumpWith(450);
    const { store } = freshStore();
    const shares: number[] = [];
    const incoming = await bring(store, dump, (share) => shares.push(share));
    expect(incoming.plan).toEqual({ added: 452, updated: 0, kept: 0 });
    expect(await store.dump()).toEqual({ documents: [], tasks: [], annotations: [] });
    expect(shares.at(-1)).toBe(1);
    expect(await incoming.merge()).toEqual(incoming.plan);
    expect(await store.dump()).toEqual(dump);
    // Asked a second time, because the first answer was lost.
    expect(await incoming.merge()).toEqual(incoming.plan);
  });

  it('is there whole or not at all, wherever it breaks off', async () => {
    const dump = await dumpWith(450);
    for (let at = 1; at < 12; at++) {
      const { store } = freshStore();
      const [mine] = await store.addTasks({ ...seen, id: 'doc-mine' }, [task]);
      const work = async () => (await bring(dying(store, at), dump)).merge();
      await work().catch(() => undefined);
      const count = (await store.tasks()).length;
      expect([1, 451], `broken off at call ${at}`).toContain(count);
      expect(await store.tasks(undefined, [mine!.id])).toEqual([mine]);
    }
  });

  it('goes again when it is undone, but for what was changed since', async () => {
    const dump = await dumpWith(3);
    const { store } = freshStore();
    const [first, second] = dump.tasks as [TaskRecord, TaskRecord];
    const older = { ...first, note: '这里的', updated: '2020-01-01T00:00:00.000Z' };
    await store.merge({ documents: dump.documents, tasks: [older], annotations: [] });
    const incoming = await bring(store, dump);
    await incoming.merge();
    const [changed] = await store.updateTasks([second.id], { note: '后来写的' });
    expect(await incoming.undo()).toBe(true);
    expect((await store.tasks()).sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      [older, changed].sort((a, b) => a!.id.localeCompare(b!.id)),
    );
    expect(await store.annotations()).toEqual([]);
    expect(await incoming.undo()).toBe(false);
  });

  it('takes a document along when it goes, unless something is kept of it by now', async () => {
    const dump = await dumpWith(1);
    for (const later of [false, true]) {
      const { store } = freshStore();
      const incoming = await bring(store, dump);
      await incoming.merge();
      if (later) await store.addAnnotation(seen, { ...annotation, quote: '后来标的' });
      await incoming.undo();
      expect((await store.documents()).length).toBe(later ? 1 : 0);
    }
  });

  it('is forgotten when it is not wanted', async () => {
    const { store } = freshStore();
    const incoming = await bring(store, await dumpWith(2));
    await incoming.drop();
    await expect(incoming.merge()).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.tasks()).toEqual([]);
  });
});

describe('what is looked at before', () => {
  const broken: [string, (record: TaskRecord) => unknown][] = [
    ['no record', () => null],
    ['a text', () => '任务'],
    ['a list', () => []],
    ['no id', ({ id: _, ...rest }) => rest],
    ['an empty id', (record) => ({ ...record, id: '' })],
    ['an id of 300 signs', (record) => ({ ...record, id: 'x'.repeat(300) })],
    ['no document', ({ documentId: _, ...rest }) => rest],
    ['a status of its own', (record) => ({ ...record, status: 'eaten' })],
    ['a date that is none', (record) => ({ ...record, dueDate: '2026-02-30' })],
    ['a date in words', (record) => ({ ...record, dueDate: '月底' })],
    ['a time that is none', (record) => ({ ...record, updated: 'yesterday' })],
    ['no time', ({ created: _, ...rest }) => rest],
    ['tags that are no list', (record) => ({ ...record, tags: '急' })],
    ['a tag that is a number', (record) => ({ ...record, tags: [1] })],
    ['a tag without end', (record) => ({ ...record, tags: ['长'.repeat(1000)] })],
    ['too many tags', (record) => ({ ...record, tags: Array.from({ length: 200 }, (_, at) => `t${at}`) })],
    ['a note without end', (record) => ({ ...record, note: '长'.repeat(30_000) })],
    ['a note that is an object', (record) => ({ ...record, note: {} })],
    ['selectors of another kind', (record) => ({ ...record, selectors: [{ type: 'XPathSelector' }] })],
    ['a selector without its quote', (record) => ({ ...record, selectors: [{ type: 'TextQuoteSelector' }] })],
    [
      'a place that is no number',
      (record) => ({ ...record, selectors: [{ type: 'TextPositionSelector', start: 'a', end: 2 }] }),
    ],
    ['a role of its own', (record) => ({ ...record, role: 'boss' })],
    ['units that are no list', (record) => ({ ...record, lead: '县司法局' })],
    ['an origin of its own', (record) => ({ ...record, origin: 'dream' })],
    ['a path that is a text', (record) => ({ ...record, path: '一' })],
    ['a resolution that is none', (record) => ({ ...record, resolution: { method: 'guess', span: null, score: 0 } })],
    ['an excerpt without end', (record) => ({ ...record, excerpt: '长'.repeat(300_000) })],
    ['a title that is missing', ({ title: _, ...rest }) => rest],
    ['the id of another', (record) => ({ ...record, id: 'good', title: '第二个' })],
  ];

  it.each(broken)('is named when it is %s, and the rest is whole', async (_, breaking) => {
    const dump = await dumpWith(1);
    const good: TaskRecord = { ...dump.tasks[0]!, id: 'good', measureId: '一›7' };
    const bad = breaking({ ...dump.tasks[0]!, id: 'bad', measureId: '一›8' }) as TaskRecord;
    const found = examine({ ...dump, tasks: [good, bad] });
    expect(found.bad).toMatchObject([{ table: 'tasks', at: 1 }]);
    expect(found.good.tasks).toEqual([good]);
    const { store } = freshStore();
    await (await bring(store, found.good)).merge();
    expect(await store.tasks()).toEqual([good]);
  });
});
