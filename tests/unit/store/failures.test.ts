import { afterEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../lib/store/database';
import { StoreError } from '../../../lib/store/errors';
import { migrations } from '../../../lib/store/migrations';
import type { Migration } from '../../../lib/store/migrations/types';
import { annotation, seen, task } from './samples';
import { freshName, freshStore } from './setup';

afterEach(() => vi.restoreAllMocks());

/** Writes fail as Chrome's do on a full disk: the request is taken and its transaction aborted later. */
function fillDisk(table: string) {
  const put = IDBObjectStore.prototype.put;
  const add = IDBObjectStore.prototype.add;
  const failing = (original: typeof put) =>
    function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      const request = original.apply(this, args);
      if (this.name === table) {
        const { transaction } = this as unknown as { transaction: { _abort(name: string): void } };
        queueMicrotask(() => transaction._abort('QuotaExceededError'));
      }
      return request;
    };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failing(put));
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(failing(add));
}

describe('a full disk', () => {
  it('says so, writes nothing of the call, and works again when there is room', async () => {
    const { store, changes } = freshStore();
    const [before] = await store.addTasks(seen, [task]);
    changes.length = 0;
    fillDisk('tasks');
    await expect(store.addTasks({ ...seen, id: 'second' }, [{ ...task, measureId: '2' }])).rejects.toMatchObject({
      name: 'StoreError',
      code: 'quota',
    });
    await expect(store.updateTasks([before!.id], { note: 'x' })).rejects.toMatchObject({ code: 'quota' });
    vi.restoreAllMocks();
    expect(await store.tasks()).toEqual([before]);
    expect(await store.documentHeads()).toHaveLength(1);
    expect(changes).toEqual([]);
    expect(await store.updateTasks([before!.id], { note: 'x' })).toMatchObject([{ note: 'x' }]);
  });
});

const nextStep = (upgrade?: Migration['upgrade']): Migration[] => [
  ...migrations,
  {
    version: migrations.length + 1,
    tables: { tasks: 'id, documentId, [documentId+measureId], *tags, status' },
    upgrade,
  },
];

describe('migrations', () => {
  it('stand in order without gaps', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, at) => at + 1));
  });

  it.each(migrations.filter((step) => step.example))('step $version does what its example says', async (step) => {
    const name = freshName();
    const { table, before, after, beside = {} } = step.example!;
    const old = new Database(name, migrations.slice(0, step.version - 1));
    await old.open();
    await old.table(table).put(before);
    for (const [other, record] of Object.entries(beside)) await old.table(other).put(record);
    old.close();
    const database = new Database(name, migrations.slice(0, step.version));
    await database.open();
    expect(await database.table(table).toArray()).toEqual([after]);
    database.close();
  });

  it('bring records over, keeping what they do not name', async () => {
    const { name, store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const upgrade: Migration['upgrade'] = async (transaction) => {
      await transaction.table('tasks').toCollection().modify({ note: '已升级' });
    };
    const next = freshStore(name, nextStep(upgrade)).store;
    expect(await next.tasks()).toEqual([{ ...record, note: '已升级' }]);
    expect(await next.documentHeads()).toHaveLength(1);
  });

  it('that throw leave version and data as they were', async () => {
    const { name, store } = freshStore();
    const records = await store.addTasks(seen, [task, { ...task, measureId: '2' }]);
    const upgrade: Migration['upgrade'] = async (transaction) => {
      await transaction.table('tasks').toCollection().modify({ note: 'half done' });
      throw new Error('a bug in the step');
    };
    const next = freshStore(name, nextStep(upgrade)).store;
    await expect(next.tasks()).rejects.toMatchObject({ code: 'failed-migration' });
    await expect(next.tasks()).rejects.toMatchObject({ code: 'failed-migration' });
    expect(await store.tasks()).toEqual(expect.arrayContaining(records));
    expect((await indexedDB.databases()).find((database) => database.name === name)?.version).toBe(
      migrations.length * 10,
    );
  });

  it('by a newer version push the older one out, which then refuses to touch the data', async () => {
    const { name, store } = freshStore();
    await store.addTasks(seen, [task]);
    const newer = freshStore(name, nextStep()).store;
    expect(await newer.tasks()).toHaveLength(1);
    await expect(store.updateTasks(['x'], { note: '' })).rejects.toMatchObject({ code: 'newer-version' });
    expect(await newer.tasks()).toHaveLength(1);
  });

  it('by a newer version are seen before the database is opened', async () => {
    const name = freshName();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, (migrations.length + 1) * 10);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const open = vi.spyOn(indexedDB, 'open');
    const { store } = freshStore(name);
    await expect(store.tasks()).rejects.toMatchObject({ code: 'newer-version' });
    await expect(store.addTasks(seen, [task])).rejects.toMatchObject({ code: 'newer-version' });
    expect(open).not.toHaveBeenCalled();
    open.mockRestore();
  });

  it('that another connection blocks are reported, and go through once it lets go', async () => {
    const { name, store } = freshStore();
    await store.addTasks(seen, [task]);
    // Opened by hand: it does not let go when asked.
    const holder = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const next = freshStore(name, nextStep(), 30).store;
    await expect(next.tasks()).rejects.toMatchObject({ code: 'blocked-upgrade' });
    holder.close();
    expect(await next.tasks()).toHaveLength(1);
  });
});

describe('a browser without a database', () => {
  it('is said plainly', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    await expect(freshStore().store.tasks()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('limits', () => {
  const long = (length: number) => '长'.repeat(length);

  it('refuse a tag of 10,000 characters and keep what was stored', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const error = await store.updateTasks([record!.id], { tags: [long(10_000)] }).catch((reason) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: 'too-long', detail: { field: 'tags', limit: 40, actual: 10_000 } });
    expect(await store.tasks()).toEqual([record]);
  });

  it('hold at their edges', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const update = (patch: Parameters<typeof store.updateTasks>[1]) => store.updateTasks([record!.id], patch);
    await expect(update({ tags: [long(40)], note: long(32_767), title: long(2_000) })).resolves.toHaveLength(1);
    await expect(update({ tags: [long(41)] })).rejects.toMatchObject({ code: 'too-long' });
    await expect(update({ tags: Array.from({ length: 51 }, (_, at) => `标签${at}`) })).rejects.toMatchObject({
      code: 'too-many',
    });
    await expect(update({ note: long(32_768) })).rejects.toMatchObject({
      code: 'too-long',
      detail: { field: 'note', limit: 32_767, actual: 32_768 },
    });
  });

  it.each([
    ['dueDate', { dueDate: '2026-02-30' }],
    ['dueDate', { dueDate: 'soon' }],
    ['status', { status: 'finished' }],
    ['tags', { tags: [3] }],
    ['note', { note: null }],
  ])('refuse a wrong %s', async (field, patch) => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    await expect(store.updateTasks([record!.id], patch as never)).rejects.toMatchObject({
      code: 'invalid',
      detail: { field },
    });
  });

  it('drop fields nobody asked for', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [{ ...task, extra: 'x' } as never]);
    const [changed] = await store.updateTasks([record!.id], { id: 'other', created: 'never' } as never);
    expect(record).not.toHaveProperty('extra');
    expect(changed).toMatchObject({ id: record!.id, created: record!.created });
  });

  it('refuse a whole call for one bad record', async () => {
    const { store } = freshStore();
    const bad = { ...task, measureId: '2', origin: 'elsewhere' } as never;
    await expect(store.addTasks(seen, [task, bad])).rejects.toMatchObject({ code: 'invalid' });
    await expect(store.restoreAnnotations([{ ...annotation } as never])).rejects.toMatchObject({ code: 'invalid' });
    expect(await store.tasks()).toEqual([]);
    expect(await store.documentHeads()).toEqual([]);
  });
});
