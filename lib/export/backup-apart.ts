import { StoreError, type StoreErrorCode, type StoreErrorDetail } from '../store/errors';
import { createRepository } from '../store/repository';
import type { BackupPlace, BackupSettings } from './backup-writing';
import { backupFile } from './outgoing';

/** What is asked of a thread that writes a stretch of a backup. */
export interface BackupOrder {
  readonly settings: BackupSettings;
  /** Of the file. */
  readonly name: string;
  readonly created: Date;
  /** Where it goes on; none: at the beginning of a new file. */
  readonly from?: BackupPlace;
}

export type BackupAnswer =
  | { readonly next: BackupPlace }
  | { readonly file: Blob }
  | {
      readonly failed: {
        readonly code: StoreErrorCode;
        readonly message: string;
        readonly detail: StoreErrorDetail | null;
      };
    };

type Thread = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

const hire = (): Thread => new Worker(new URL('./backup-thread.ts', import.meta.url), { type: 'module' });

/**
 * A backup of everything, made in threads of its own, one after the other, each of which ends before much of what it has read
 * has gathered. In a page that has shown a hundred thousand tasks, or in one thread for all of them, the browser lets that
 * gather for a hundred megabytes and more before it clears it away.
 *
 * Where no thread can be had, or one breaks, it is made here. @throws StoreError
 */
export async function backupApart(
  { settings, name }: Pick<BackupOrder, 'settings' | 'name'>,
  start: () => Thread = hire,
): Promise<Blob> {
  const created = new Date();
  let from: BackupPlace | undefined;
  for (;;) {
    const answer = await carriedOut({ settings, name, created, ...(from && { from }) }, start);
    if (!answer) return backupFile(createRepository(), settings, name);
    if ('file' in answer) return answer.file;
    if ('failed' in answer) {
      const { code, message, detail } = answer.failed;
      throw new StoreError(code, message, detail);
    }
    from = answer.next;
  }
}

/** null where the thread does not come up, or breaks. */
async function carriedOut(order: BackupOrder, start: () => Thread): Promise<BackupAnswer | null> {
  let thread: Thread;
  try {
    thread = start();
  } catch {
    return null;
  }
  try {
    return await new Promise<BackupAnswer | null>((resolve) => {
      thread.addEventListener('message', ({ data }) => resolve(data as BackupAnswer));
      for (const fault of ['error', 'messageerror'] as const) thread.addEventListener(fault, () => resolve(null));
      thread.postMessage(order);
    });
  } finally {
    thread.terminate();
  }
}
