import { describe, expect, it } from 'vitest';
import { bring } from '../../../lib/export/backup';
import { Database } from '../../../lib/store/database';
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
    // Asked a second time, because the first answer was lost: it is taken back, and nothing more is done.
    await store.addTasks(seen, [{ ...task, measureId: '一›77' }]);
    expect(await incoming.undo()).toBe(true);
    expect(await store.tasks()).toHaveLength(3);
    await expect(incoming.merge()).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.takeBack('never-heard-of')).toBe(false);
  });

  it('is put on what was only taken on here, and goes from it again', async () => {
    const { store } = freshStore();
    const bare = { ...task, tags: [] };
    const [kept] = await store.addTasks(seen, [bare]);
    const worked = { ...kept!, id: 'of-the-backup', note: '已与法规科对过', status: 'doing', tags: ['督办'] } as const;
    const incoming = await bring(store, { documents: [], tasks: [worked], annotations: [] });
    expect(incoming.plan).toEqual({ added: 0, updated: 1, kept: 0 });
    await incoming.merge();
    expect(await store.tasks()).toEqual([{ ...worked, id: kept!.id }]);
    await incoming.undo();
    expect(await store.tasks()).toEqual([kept]);
    // What has words of its own stays, whatever a backup brings.
    const [own] = await store.updateTasks([kept!.id], { note: '这里写的' });
    await (await bring(store, { documents: [], tasks: [worked], annotations: [] })).merge();
    expect(await store.tasks()).toEqual([own]);
  });

  it('comes once where it has two tasks of one measure', async () => {
    const dump = await dumpWith(1);
    const { store } = freshStore();
    const twice = { ...dump.tasks[0]!, id: 'second' };
    await (await bring(store, { ...dump, tasks: [...dump.tasks, twice] })).merge();
    expect(await store.tasks()).toEqual(dump.tasks);
  });

  it('keeps where a document was seen here, and since when', async () => {
    const dump = await dumpWith(1);
    const { store } = freshStore();
    const mirror = 'https://www.qinghe.gov.cn/mirror/12.html';
    await store.addTasks({ ...seen, url: mirror }, [{ ...task, measureId: '一›66' }]);
    const [here] = await store.documentHeads();
    const later = dump.documents.map((document) => ({ ...document, lastSeen: '2026-03-05T08:02:00.000Z' }));
    await (await bring(store, { ...dump, documents: later })).merge();
    const [head] = await store.documentHeads();
    expect(head).toMatchObject({ urls: [seen.url, mirror], firstSeen: here!.firstSeen });
  });

  it('keeps for undo no more than it replaced, in pieces that a database takes', async () => {
    const dump = await dumpWith(1200);
    const { store, name } = freshStore();
    await store.merge(dump);
    const newer = dump.tasks.map((task, at) => (at < 600 ? { ...task, updated: '2026-03-05T08:02:00.000Z' } : task));
    const incoming = await bring(store, { ...dump, tasks: newer });
    expect(await incoming.merge()).toEqual({ added: 0, updated: 600, kept: 602 });
    const database = new Database(name);
    await database.open();
    const rows = await database.journal.toArray();
    database.close();
    const kept = rows.map(({ value }) => (value as { tasks?: unknown[] }).tasks?.length ?? 0);
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(600);
    expect(Math.max(...kept)).toBeLessThanOrEqual(500);
    await incoming.undo();
    expect(await store.dump()).toEqual(dump);
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
    ['a note without end', (record) => ({ ...record, note: '长'.repeat(40_000) })],
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

  const others: [string, Exclude<keyof StoreDump, 'tasks'>, (record: never) => unknown][] = [
    ['a document without a policy', 'documents', ({ policy: _, ...rest }: { policy: object }) => rest],
    ['a document of a class of its own', 'documents', (record: object) => ({ ...record, policy: { class: 'law' } })],
    ['a document with addresses that are no list', 'documents', (record: object) => ({ ...record, urls: {} })],
    ['a document by the name of tasks of no document', 'documents', (record: object) => ({ ...record, id: 'hand' })],
    ['an annotation without words', 'annotations', ({ quote: _, ...rest }: { quote: string }) => rest],
    ['an annotation in no colour', 'annotations', (record: object) => ({ ...record, colour: 'url(x)' })],
    ['an annotation that is a number', 'annotations', () => 7],
    ['an earlier text without its day', 'baselines', (record: object) => ({ ...record, lastSeen: 'once' })],
  ];

  it.each(others)('is named when it is %s, and the rest is whole', async (_, table, breaking) => {
    const dump = await dumpWith(1);
    const { policy, id, fingerprint, lastSeen } = dump.documents[0]!;
    const whole = { ...dump, baselines: [{ id, policy, fingerprint, lastSeen }] };
    expect(examine(whole).bad).toEqual([]);
    const bad = breaking({ ...whole[table][0]!, ...(table !== 'baselines' && { id: 'bad' }) } as never) as never;
    const found = examine({ ...whole, [table]: [bad, ...whole[table]] });
    expect(found.bad).toMatchObject([{ table, at: 0 }]);
    expect(found.good).toEqual(whole);
  });
});
