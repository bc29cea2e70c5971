import '../older';
import { toStoreError } from '../store/errors';
import { createRepository } from '../store/repository';
import type { BackupAnswer, BackupOrder } from './backup-apart';
import { type BackupSource, writeStretch } from './backup-writing';
import { backupFile, clearOutgoing, openOutgoing, outgoing } from './outgoing';
import { append } from './own-file';

/** The thread a stretch of a backup is written in: one order, and whoever gave it ends the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: BackupAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<BackupOrder>) => void): void;
};

/** Bytes after which another thread goes on: before the browser looks for what is no longer in use for the first time. */
const MOST = 8_000_000;

scope.addEventListener('message', async ({ data }) => {
  try {
    scope.postMessage(await carryOut(createRepository(), data));
  } catch (reason) {
    const { code, message, detail } = toStoreError(reason);
    scope.postMessage({ failed: { code, message, detail } });
  }
});

/** Where a file cannot be written on and on (a full disk, an older browser), all of it is made at once. */
async function carryOut(store: BackupSource, order: BackupOrder): Promise<BackupAnswer> {
  const { settings, name } = order;
  try {
    const next = await stretch(store, order);
    if (next) return { next };
    const file = await (await openOutgoing()).read(name);
    if (file) return { file };
  } catch (reason) {
    console.debug('[dutymark] backup at once:', reason);
  }
  return { file: await backupFile(store, settings, name) };
}

async function stretch(store: BackupSource, { settings, name, created, from }: BackupOrder) {
  if (!from) await clearOutgoing();
  return append(outgoing, name, from?.size ?? 0, (write) =>
    writeStretch(store, settings, write, { created, most: MOST, ...(from && { from }) }),
  );
}
