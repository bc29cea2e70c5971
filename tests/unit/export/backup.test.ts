import { describe, expect, it } from 'vitest';
import { mergeInto, readBackup } from '../../../lib/export/backup';
import {
  type BackupPlace,
  type BackupSource,
  backupBlob,
  writeBackup,
  writeStretch,
} from '../../../lib/export/backup-writing';
import type { NewTask, TableName } from '../../../lib/store/port';
import { annotation, seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

/** As a file takes it: what it was given may be used again once it has said that it has it. */
async function written(source: BackupSource): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await writeBackup(source, {}, async (part) => {
    await Promise.resolve();
    text += decoder.decode(part, { stream: true });
  });
  return text;
}

describe('a backup', () => {
  it('brings everything into an empty store, and nothing twice', async () => {
    const { store } = freshStore();
    const many: NewTask[] = Array.from({ length: 450 }, (_, at) => ({ ...task, measureId: `一›${at}` }));
    await store.addTasks(seen, many);
    await store.addAnnotation(seen, annotation);
    const text = await (await backupBlob(store, { theme: 'dark' }, new Date(0))).text();

    const backup = readBackup(`\uFEFF${text}`);
    expect(backup).toMatchObject({ created: '1970-01-01T00:00:00.000Z', settings: { theme: 'dark' } });
    const other = freshStore().store;
    expect(await mergeInto(other, backup.dump)).toEqual({ added: 452, updated: 0, kept: 0 });
    expect(await mergeInto(other, backup.dump)).toEqual({ added: 0, updated: 0, kept: 452 });
    expect(await other.dump()).toEqual(await store.dump());
  });

  it('has the document of every task in it, also of one that is taken on while it is written', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const other = { ...seen, id: 'doc-other' };
    const source = {
      ...store,
      page: async (table: TableName, after?: string) => {
        if (table === 'tasks') await store.addTasks(other, [{ ...task, documentId: other.id }]);
        return store.page(table, after);
      },
    } as BackupSource;
    const { dump } = readBackup(await written(source));
    const known = new Set(dump.documents.map(({ id }) => id));
    expect(dump.tasks.map(({ documentId }) => documentId).filter((id) => !known.has(id))).toEqual([]);
    expect(dump.tasks).toHaveLength(2);
  });

  it('is the same when it is written in stretches, whichever record each ends with', async () => {
    const kept: Record<string, { id: string; changed?: boolean }[]> = {
      tasks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      annotations: [],
      documents: [{ id: 'gone' }, { id: 'old', changed: true }, { id: 'text', changed: true }, { id: 'third' }],
    };
    const source = {
      page: async (table: string, after = '', most = 2) => {
        const records = kept[table]!.filter(({ id }) => id > after).slice(0, most);
        return { records, next: records.length === most ? records.at(-1)!.id : null };
      },
      document: async (id: string) => (id === 'gone' ? null : kept.documents!.find((one) => one.id === id)!),
      baseline: async (id: string) => ({ id, text: '原文' }),
    } as unknown as BackupSource;
    const stretches = async (most: number): Promise<string> => {
      const decoder = new TextDecoder();
      let text = '';
      const write = (part: Uint8Array) => {
        text += decoder.decode(part, { stream: true });
      };
      let from: BackupPlace | null | undefined;
      while (from !== null) {
        from = await writeStretch(source, { theme: 'dark' }, write, { created: new Date(0), from, most });
        from &&= structuredClone(from);
        if (from) expect(from.size).toBe(new TextEncoder().encode(text).length);
      }
      return text;
    };
    const whole = await stretches(Number.POSITIVE_INFINITY);
    expect(readBackup(whole).dump).toEqual({
      tasks: kept.tasks,
      annotations: [],
      documents: kept.documents!.slice(1),
      baselines: ['old', 'text'].map((id) => ({ id, text: '原文' })),
    });
    for (let most = 1; most < whole.length; most++) expect(await stretches(most)).toBe(whole);
  });

  it('is whole, however small or large its records are', async () => {
    const tasks = [1, 300_000, 20, 400_000, 3_000_000, 7, 333_333].map((length, id) => ({
      id,
      note: '备𠮷'.repeat(length / 3 + 1),
    }));
    const source = {
      page: async (table: TableName) => ({ records: table === 'tasks' ? tasks : [], next: null }),
    } as unknown as BackupSource;
    expect(readBackup(await written(source)).dump.tasks).toEqual(tasks);
  });

  it('never overwrites what was changed after it was made', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const { dump } = readBackup(await (await backupBlob(store, {})).text());
    const [newer] = await store.updateTasks([record!.id], { note: '后来写的' });
    await mergeInto(store, dump);
    expect(await store.tasks()).toEqual([newer]);
  });

  it.each([
    ['', 'not-json'],
    ['序号,文件标题', 'not-json'],
    ['[]', 'not-backup'],
    ['null', 'not-backup'],
    ['{"format":"other","version":1}', 'not-backup'],
    ['{"format":"dutymark-backup","version":1,"documents":[],"tasks":{}}', 'not-backup'],
    ['{"format":"dutymark-backup","version":2}', 'newer'],
    ['{"format":"dutymark-backup","version":0,"documents":[],"tasks":[],"annotations":[]}', 'not-backup'],
    ['{"format":"dutymark-backup","version":-1,"documents":[],"tasks":[],"annotations":[]}', 'not-backup'],
    ['{"format":"dutymark-backup","version":0.5,"documents":[],"tasks":[],"annotations":[]}', 'not-backup'],
  ])('that is none is refused: %s', (text, code) => {
    expect(() => readBackup(text)).toThrow(expect.objectContaining({ name: 'BackupError', code }));
  });

  it('with a record that is no record is refused before anything of it is written', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const dump = await store.dump();
    const many = Array.from({ length: 900 }, (_, at) => ({ ...record!, id: `many-${at}`, measureId: `一›${at + 9}` }));
    const bad = { ...dump, tasks: [...many, { ...record!, id: 'x', measureId: null, status: 'eaten' as never }] };
    await expect(mergeInto(store, bad)).rejects.toMatchObject({ code: 'invalid', detail: { field: 'status' } });
    expect(await store.tasks()).toEqual([record]);
  });
});
