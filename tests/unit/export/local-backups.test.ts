import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../lib/export/backup';
import { backupOf, type LocalBackup, localBackups, nameOf, outdated } from '../../../lib/export/local-backups';
import type { OwnFolder } from '../../../lib/export/own-folder';
import { annotation, seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

/** A folder in memory, which writes as the browser's does: all of a file or none of it. */
function folderInMemory() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const fault: { now: Error | null } = { now: null };
  const folder: OwnFolder = {
    list: async () => [...files].map(([name, bytes]) => ({ name, size: bytes.length })),
    read: async (name) => (files.has(name) ? new File([files.get(name)!], name) : null),
    async write(name, fill) {
      let file = new Blob([]);
      await fill(async (part) => {
        if (fault.now) throw fault.now;
        file = new Blob([file, part]);
      });
      const zipped = file.stream().pipeThrough(new CompressionStream('gzip'));
      files.set(name, new Uint8Array(await new Response(zipped).arrayBuffer()));
    },
    remove: async (name) => void files.delete(name),
  };
  return { files, folder, fault };
}

const counts = { documents: 1, tasks: 2, annotations: 3 };
const madeOn = (day: string): LocalBackup => backupOf(nameOf(counts, new Date(`${day}T08:00:00Z`)), 10)!;

describe('a backup made by itself', () => {
  const start = (first: string) => {
    const clock = { now: new Date(first) };
    const memory = folderInMemory();
    const backups = localBackups(
      async () => memory.folder,
      () => clock.now,
    );
    return { clock, backups, ...memory };
  };

  it('is made once a day, is whole, and says what is in it without being read', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    await store.addAnnotation(seen, annotation);
    const { clock, backups } = start('2026-03-05T08:00:00Z');
    const now = await store.counts();
    expect(await backups.make(store, now, { profiles: [] })).toBe(true);
    expect(await backups.make(store, now, {})).toBe(false);
    clock.now = new Date('2026-03-06T07:59:00Z');
    expect(await backups.make(store, now, {})).toBe(false);
    clock.now = new Date('2026-03-06T08:00:00Z');
    expect(await backups.make(store, now, {})).toBe(true);
    const list = await backups.list();
    expect(list.map(({ made, counts }) => [made, counts.tasks])).toEqual([
      ['2026-03-06T08:00:00Z', 1],
      ['2026-03-05T08:00:00Z', 1],
    ]);
    const { dump, settings } = readBackup((await backups.read(list[1]!.name))!);
    expect(dump).toEqual({ ...(await store.dump()), baselines: [] });
    expect(settings).toEqual({ profiles: [] });
    expect(await backups.read('gone')).toBeNull();
  });

  it('is none of an empty store, which may have been emptied', async () => {
    const { store } = freshStore();
    const { backups } = start('2026-03-05T08:00:00Z');
    expect(await backups.make(store, await store.counts(), {})).toBe(false);
    expect(await backups.list()).toEqual([]);
  });

  it('that cannot be written leaves those before as they were', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const { clock, backups, fault } = start('2026-03-05T08:00:00Z');
    await backups.make(store, await store.counts(), {});
    clock.now = new Date('2026-03-09T08:00:00Z');
    fault.now = new DOMException('full', 'QuotaExceededError');
    await expect(backups.make(store, await store.counts(), {})).rejects.toThrow('full');
    expect((await backups.list()).map(({ made }) => made)).toEqual(['2026-03-05T08:00:00Z']);
  });

  it('of a clock that was ahead stops no other', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const { clock, backups } = start('2030-01-01T08:00:00Z');
    await backups.make(store, await store.counts(), {});
    clock.now = new Date('2026-03-05T08:00:00Z');
    expect(await backups.make(store, await store.counts(), {})).toBe(true);
    // Nor has it one made at every write from then on.
    clock.now = new Date('2026-03-05T09:00:00Z');
    expect(await backups.make(store, await store.counts(), {})).toBe(false);
  });

  it('that was cut off is none, and makes room for the next', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const { clock, backups, files } = start('2026-03-05T08:00:00Z');
    const begun = nameOf(counts, clock.now);
    files.set(begun, new Uint8Array());
    // As Chromium calls what it writes before it takes the file's place.
    files.set(`${begun}.crswap`, new Uint8Array(5));
    expect(await backups.list()).toEqual([]);
    clock.now = new Date('2026-03-05T08:10:00Z');
    expect(await backups.make(store, await store.counts(), {})).toBe(true);
    expect([...files.keys()].filter((name) => name.startsWith(begun))).toEqual([]);
  });

  it('goes with everything else', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const { backups } = start('2026-03-05T08:00:00Z');
    await backups.make(store, await store.counts(), {});
    await backups.clear();
    expect(await backups.list()).toEqual([]);
  });

  it('is nothing where the browser keeps no files', async () => {
    const backups = localBackups(() => Promise.reject(new Error('no such thing')));
    expect(await backups.list()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is the newest of the last three days, four weeks and two months', () => {
    const days = Array.from({ length: 90 }, (_, at) =>
      madeOn(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)),
    );
    const gone = new Set(outdated(days));
    // 2026-03-31 is a Tuesday: the weeks end on 03-31, 03-29, 03-22 and 03-15.
    expect(days.filter((day) => !gone.has(day)).map(({ made }) => made.slice(5, 10))).toEqual([
      '02-28',
      '03-15',
      '03-22',
      '03-29',
      '03-30',
      '03-31',
    ]);
  });

  it('made day by day comes to no more than eight, and one of two weeks ago is always among them', () => {
    let kept: LocalBackup[] = [];
    for (let at = 0; at < 200; at++) {
      kept.push(madeOn(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)));
      const gone = new Set(outdated(kept));
      kept = kept.filter((backup) => !gone.has(backup));
      expect(kept.length).toBeLessThanOrEqual(8);
      const oldest = (Date.UTC(2026, 0, 1 + at) - Date.parse(kept[0]!.made)) / 86_400_000;
      if (at > 62) expect(oldest).toBeGreaterThanOrEqual(14);
    }
  });

  it('passes over files that are not ours', () => {
    expect(backupOf('notes.json', 3)).toBeNull();
  });
});
