import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkReceipt, MergeReport, StoreDump } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { processesOf } from '../lib/processes';
import { seen, task } from '../unit/store/samples';
import { type Stage, stage } from './fixture';
import { send } from './hand';

/** How often the whole browser is killed in the middle of each kind of work. */
const TIMES = Number(process.env.DUTYMARK_KILLS ?? 3);
const MANY = 3000;
const PART = 200;
const TIMEOUT = { timeout: 900_000 };

let folder = '';
let profile = '';
let at: Stage;
let ours: Page;

async function start(): Promise<void> {
  at = await stage({ profile });
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
}

/** As a power cut ends it: no process of the browser gets to do anything more. */
async function kill(): Promise<void> {
  for (const id of processesOf(profile)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await at.close({ keepProfile: true }).catch(() => undefined);
}

/** Kills the browser a while after some work was begun, and starts it anew. @returns what the work came to; null: nothing. */
async function cutOff<Value>(work: () => Promise<Value>, after: number): Promise<Value | null> {
  const doing = work().catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, after));
  const ended = Promise.race([doing, new Promise<null>((resolve) => setTimeout(resolve, 0, null))]);
  const came = await ended;
  await kill();
  await doing;
  await start();
  return came;
}

interface Reply<Value> {
  readonly ok: boolean;
  readonly value: Value;
  readonly message?: string;
}

async function call<Value>(method: string, ...args: readonly unknown[]): Promise<Value> {
  const reply = await send<Reply<Value>>(ours, 'callStore', { method, args });
  if (!reply.ok) throw new Error(`${method}: ${reply.message}`);
  return reply.value;
}

const all = () => call<TaskRecord[]>('tasks', seen.id);
const instant = '2026-03-05T08:00:00.000Z';
const records = (round: number, count = MANY): TaskRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ...task,
    id: `round-${round}-${index}`,
    documentId: seen.id,
    measureId: `一›${round}-${index}`,
    created: instant,
    updated: instant,
  }));

async function putAside(key: string, tasks: readonly TaskRecord[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += PART) {
    const part: StoreDump = { documents: [], tasks: tasks.slice(from, from + PART), annotations: [] };
    await call('putAside', key, from / PART, part);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dutymark-killed-'));
  profile = join(folder, 'profile');
  await start();
});
afterAll(async () => {
  await at.close({ keepProfile: false });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('the browser, killed in the middle', () => {
  it('of single writes has lost none that it had told of', TIMEOUT, async () => {
    const told = new Map<string, string>();
    for (let round = 0; round < TIMES; round++) {
      const write = async () => {
        for (let number = 0; ; number++) {
          const [added] = await call<TaskRecord[]>('addTasks', seen, [{ ...task, measureId: `${round}›${number}` }]);
          told.set(added!.id, '');
          const note = `第${round}轮第${number}条`;
          await call('updateTasks', [added!.id], { note });
          told.set(added!.id, note);
        }
      };
      await cutOff(write, 200 + round * 70);
      const kept = new Map((await all()).map(({ id, note }) => [id, note]));
      // A note that was on its way may be there; one that was told of must be.
      for (const [id, note] of told) expect(kept.get(id) ?? 'lost', `round ${round}`).toContain(note);
    }
    expect(told.size).toBeGreaterThan(0);
  });

  it('of an edit of many has changed all of them or none', TIMEOUT, async () => {
    await call('clear');
    await putAside('for-the-edits-here', records(99));
    await call('mergeAside', 'for-the-edits-here');
    const ids = records(99).map(({ id }) => id);
    for (let round = 0; round < TIMES; round++) {
      const tag = `督办${round}`;
      const args = [ids, { addTags: [tag], set: { status: round % 2 ? 'open' : 'doing' } }, `edit-of-round-${round}`];
      const receipt = await cutOff(() => call<BulkReceipt>('editTasks', ...args), 20 + round * 90);
      const tagged = (await all()).filter(({ tags }) => tags.includes(tag)).length;
      expect([0, MANY], `round ${round}`).toContain(tagged);
      if (receipt) expect(tagged).toBe(MANY);
      expect((await call<BulkReceipt>('editTasks', ...args)).changed).toBe(MANY);
    }
  });

  it('of a restore has taken over all of it or nothing, and can still end it', TIMEOUT, async () => {
    for (let round = 0; round < TIMES; round++) {
      await call('clear');
      const key = `restore-of-round-${round}`;
      await putAside(key, records(round));
      const report = await cutOff(() => call<MergeReport>('mergeAside', key), 20 + round * 90);
      const there = (await all()).length;
      expect([0, MANY], `round ${round}`).toContain(there);
      if (report) expect(there).toBe(MANY);
      expect(await call<MergeReport>('mergeAside', key)).toEqual({ added: MANY, updated: 0, kept: 0 });
      expect((await all()).length).toBe(MANY);
    }
  });

  it('of a backup leaves those before whole, none that is half, and makes the next', TIMEOUT, async () => {
    await call('clear');
    await putAside('for-the-backups', records(77));
    await call('mergeAside', 'for-the-backups');
    const today = new Date().toISOString().slice(0, 10);
    const ofToday = async () => (await whole()).filter(({ name }) => name >= today).map(({ tasks }) => tasks);
    await expect.poll(ofToday, { timeout: 60_000 }).toEqual([MANY]);
    for (let round = 0; round <= TIMES; round++) {
      await makeOlder(ours, round);
      const before = await whole();
      await call('updateTasks', ['round-77-0'], { note: `第${round}轮` });
      // It is begun some seconds after the last write.
      if (round === TIMES) break;
      await expect.poll(() => sizes(ours).then((all) => all.includes(0)), { timeout: 60_000, interval: 20 }).toBe(true);
      await cutOff(() => call('counts'), round * 40);
      const after = await whole();
      expect(after.length, `round ${round}`).toBeGreaterThanOrEqual(Math.min(3, before.length));
      expect(new Set(after.map(({ tasks }) => tasks))).toEqual(new Set([MANY]));
    }
    await expect.poll(ofToday, { timeout: 60_000 }).toEqual([MANY]);
    expect(await sizes(ours)).not.toContain(0);
    const [last] = await call<TaskRecord[]>('tasks', null, ['round-77-0']);
    expect(last!.note).toBe(`第${TIMES}轮`);
  });

  it('of a migration has lost nothing, and ends it at the next start', TIMEOUT, async () => {
    for (let round = 0; round < TIMES; round++) {
      await makeOld(ours, records(round));
      await cutOff(() => call('counts'), 5 + round * 30);
      expect(await call('counts')).toMatchObject({ tasks: MANY });
      // What only the new version can do.
      expect(await call('trashed')).toMatchObject({ count: 0 });
      expect((await all()).map(({ id }) => id).sort()).toEqual(
        records(round)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });
});

/** Sizes of the files that the browser keeps as backups. */
const sizes = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const all: number[] = [];
    for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      all.push((await handle.getFile()).size);
    }
    return all;
  });

/** How many tasks each of them holds, as whoever restores it reads it; one that cannot be read fails. */
const whole = (): Promise<{ name: string; tasks: number }[]> =>
  ours.evaluate(async () => {
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
const makeOlder = (page: Page, round: number): Promise<void> =>
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
const makeOld = (page: Page, tasks: readonly TaskRecord[]): Promise<void> =>
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
