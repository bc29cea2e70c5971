import { describe, expect, it } from 'vitest';
import { backupBlob } from '../../../lib/export/backup-writing';
import type { StoreCall } from '../../../lib/store/calls';
import { createStoreClient } from '../../../lib/store/client';
import { eachPage } from '../../../lib/store/pages';
import { createStoreService } from '../../../lib/store/service';
import { annotation, seen, task } from './samples';
import { freshStore } from './setup';

/** UTF-16 code units that a message of the test carries: in Chinese, a quarter of the browser's 64 MiB. */
const carried = 5_600_000;

/** A store with long tasks, and a client whose messages carry so much and no more. */
async function full(tasks: number, excerpt: string) {
  const { store } = freshStore();
  const many = Array.from({ length: tasks }, (_, at) => ({ ...task, measureId: `一›${at}`, excerpt }));
  for (let at = 0; at < tasks; at += 10_000) await store.addTasks(seen, many.slice(at, at + 10_000));
  await store.addAnnotation(seen, annotation);
  const serve = createStoreService(store);
  const sizes: number[] = [];
  const client = createStoreClient(async (call: StoreCall) => {
    const reply = JSON.stringify(await serve(JSON.parse(JSON.stringify(call))));
    sizes.push(reply.length);
    if (reply.length > carried) throw new Error('Message exceeded maximum allowed size of 64MiB.');
    return JSON.parse(reply);
  });
  return { store, client, sizes };
}

const long = '在各乡镇便民服务中心设立跨镇办理窗口。'.repeat(9_000);

describe('a list that is more than one message carries', () => {
  it('is read by pages, whole and in the order of the store', async () => {
    const { store, client, sizes } = await full(80, long);
    const tasks = await client.tasks();
    expect(tasks).toEqual(await store.tasks());
    expect(tasks).toHaveLength(80);
    expect(await client.annotations()).toEqual(await store.annotations());
    expect(await client.documentHeads()).toEqual(await store.documentHeads());
    expect(Math.max(...sizes)).toBeLessThan(carried);
  });

  it('is read by pages of many where they are short', async () => {
    const { store, client, sizes } = await full(2_000, task.excerpt);
    expect(await client.tasks()).toEqual(await store.tasks());
    expect(sizes).toHaveLength(5);
  });

  it('goes through records with the same ids asked for, in parts, and each once', async () => {
    const { store, client } = await full(80, long);
    const ids = (await store.tasks()).map(({ id }) => id);
    expect(await client.tasks(undefined, [...ids, ...ids.slice(0, 40)])).toEqual(await store.tasks(undefined, ids));
  });

  it('is counted without being read', async () => {
    const { client, sizes } = await full(80, long);
    expect(await client.counts()).toEqual({ documents: 1, tasks: 80, annotations: 1 });
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(200);
  });

  it('is backed up whole', async () => {
    const { store, client } = await full(80, long);
    const { format, version, created, settings, ...dump } = JSON.parse(
      await (await backupBlob(client, { theme: 'dark' }, new Date(0))).text(),
    );
    expect({ format, version, created, settings }).toEqual({
      format: 'dutymark-backup',
      version: 1,
      created: '1970-01-01T00:00:00.000Z',
      settings: { theme: 'dark' },
    });
    expect(dump).toEqual({ baselines: [], ...(await store.dump()) });
  });
});

describe('a page', () => {
  it('is never empty before the last, and the pages hold each record once', async () => {
    const { store } = await full(1_200, task.excerpt);
    const sizes = [];
    const ids = [];
    for await (const records of eachPage((after) => store.page('tasks', after))) {
      sizes.push(records.length);
      ids.push(...records.map(({ id }) => id));
    }
    expect(sizes).toEqual([500, 500, 200]);
    expect(ids).toEqual((await store.tasks()).map(({ id }) => id));
  });

  it('holds as many as are asked for at the most, and never more than travel well', async () => {
    const { store } = await full(600, task.excerpt);
    const { records, next } = await store.page('tasks', undefined, 100);
    expect([records.length, next]).toEqual([100, records.at(-1)!.id]);
    expect((await store.page('tasks', undefined, 5000)).records).toHaveLength(500);
    await expect(store.page('tasks', undefined, 0)).rejects.toMatchObject({ code: 'invalid' });
    await expect(store.page('tasks', undefined, '100' as never)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('goes on where a record was that is gone by now', async () => {
    const { store } = await full(600, task.excerpt);
    const { next } = await store.page('tasks');
    await store.removeTasks([next!]);
    expect((await store.page('tasks', next!)).records).toHaveLength(100);
  });

  it.each([['journal'], ['policies'], ['constructor']])('of %s is refused', async (name) => {
    const { store } = freshStore();
    await expect(Promise.resolve().then(() => store.page(name as never))).rejects.toMatchObject({ code: 'invalid' });
  });
});
