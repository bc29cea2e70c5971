import '../older';
import { toStoreError } from '../store/errors';
import { createRepository } from '../store/repository';
import type { BackupAnswer, BackupOrder } from './backup-apart';
import { backupFile } from './outgoing';

/** The thread a backup is written in: one order, and whoever gave it ends the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: BackupAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<BackupOrder>) => void): void;
};

scope.addEventListener('message', async ({ data: { settings, name } }) => {
  try {
    scope.postMessage({ file: await backupFile(createRepository(), settings, name) });
  } catch (reason) {
    const { code, message, detail } = toStoreError(reason);
    scope.postMessage({ failed: { code, message, detail } });
  }
});
