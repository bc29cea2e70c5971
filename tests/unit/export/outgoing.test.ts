import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../lib/export/backup';
import { backupFile } from '../../../lib/export/outgoing';
import type { OwnFolder } from '../../../lib/export/own-folder';
import { seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

describe('a backup to be downloaded', () => {
  it('lies on the disk, alone', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const files = new Map([['earlier.json', 'x']]);
    const folder: OwnFolder = {
      list: async () => [...files].map(([name, text]) => ({ name, size: text.length })),
      read: async (name) => new File([files.get(name)!], name),
      async write(name, fill) {
        const decoder = new TextDecoder();
        await fill(async (bytes) => {
          files.set(name, (files.get(name) ?? '') + decoder.decode(bytes, { stream: true }));
        });
      },
      remove: async (name) => void files.delete(name),
    };
    const file = await backupFile(store, {}, 'backup.json', async () => folder);
    expect([...files.keys()]).toEqual(['backup.json']);
    expect(readBackup(await file.text()).dump.tasks).toEqual(await store.tasks());
  });

  it('is made in memory where nothing can be written', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task]);
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const file = await backupFile(store, {}, 'backup.json', full);
    expect(readBackup(await file.text()).dump.tasks).toEqual(await store.tasks());
  });
});
