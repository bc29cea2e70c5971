import type { Page } from 'playwright-core';
import type { TaskRecord } from '../../../lib/store/types';

/** The files that the browser keeps as backups, unread: to be asked again and again while one is awaited. */
export const listed = (page: Page): Promise<{ name: string; size: number }[]> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const all: { name: string; size: number }[] = [];
    for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      const { name, size } = await handle.getFile();
      all.push({ name, size });
    }
    return all;
  });

/** How many tasks each of them holds, as whoever restores it reads it; one that cannot be read fails. */
export const whole = (page: Page): Promise<{ name: string; tasks: number }[]> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const all: { name: string; tasks: number }[] = [];
    for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      const file = await handle.getFile();
      if (file.size === 0) continue;
      // What it writes before it takes the file's place is no backup yet, whatever is in it.
      if (!file.name.endsWith('.json.gz')) continue;
      const zipped = file.stream().pipeThrough(new DecompressionStream('gzip'));
      const text = await new Response(zipped).text().catch((error) => {
        throw new Error(`${file.name}, ${file.size} bytes: ${error}`);
      });
      all.push({ name: file.name, tasks: JSON.parse(text).tasks.length });
    }
    return all;
  });

/** Lets all backups be of some days ago, each of another: the next is due. */
export const makeOlder = (page: Page, round: number): Promise<void> =>
  page.evaluate(async (round) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    const yesterday = new Date(Date.now() - 86_400_000 - 60_000).toISOString().slice(0, 10);
    for (const name of names.filter((each) => each.slice(0, 10) > yesterday)) {
      const handle = (await folder.getFileHandle(name)) as FileSystemFileHandle & { move(to: string): Promise<void> };
      const older = new Date(Date.now() - 86_400_000 * (2 + round) - 60_000).toISOString().slice(0, 10);
      await handle.move(older + name.slice(10));
    }
  }, round);

/** A database as version 4 left it, in the place of the one that is there. */
export const makeOld = (page: Page, tasks: readonly TaskRecord[]): Promise<void> =>
  page.evaluate(
    (tasks) =>
      new Promise<void>((resolve, reject) => {
        const fail = (event: Event) => reject((event.target as IDBRequest).error);
        indexedDB.deleteDatabase('dutymark').onerror = fail;
        // Asked for in the same turn: the background, which reads at its start, must not make a new one in between.
        const opening = indexedDB.open('dutymark', 40);
        opening.onerror = fail;
        opening.onupgradeneeded = () => {
          const database = opening.result;
          for (const name of ['documents', 'policies', 'baselines', 'fileData']) {
            database.createObjectStore(name, { keyPath: 'id' });
          }
          database.createObjectStore('files', { keyPath: 'id' }).createIndex('documentId', 'documentId');
          const journal = database.createObjectStore('journal', { keyPath: ['key', 'at'] });
          journal.createIndex('made', 'made');
          const store = database.createObjectStore('tasks', { keyPath: 'id' });
          store.createIndex('documentId', 'documentId');
          store.createIndex('[documentId+measureId]', ['documentId', 'measureId']);
          store.createIndex('tags', 'tags', { multiEntry: true });
          const notes = database.createObjectStore('annotations', { keyPath: 'id' });
          notes.createIndex('documentId', 'documentId');
          notes.createIndex('tags', 'tags', { multiEntry: true });
          for (const task of tasks) store.put(task);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    tasks,
  );
