import { StoreError, type StoreErrorCode, type StoreErrorDetail } from '../store/errors';
import { createRepository } from '../store/repository';
import type { BackupSettings } from './backup';
import { backupFile } from './outgoing';

/** What is asked of the thread that writes a backup. */
export interface BackupOrder {
  readonly settings: BackupSettings;
  /** Of the file. */
  readonly name: string;
}

export type BackupAnswer =
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
 * A backup of everything, made in a thread of its own, whose memory is gone when it is done. In a page that has shown a hundred
 * thousand tasks the browser lets what was read gather for hundreds of megabytes before it clears them away.
 *
 * Where no thread can be had it is made here. @throws StoreError
 */
export async function backupApart(order: BackupOrder, start: () => Thread = hire): Promise<Blob> {
  const answer = await carriedOut(order, start);
  if (!answer) return backupFile(createRepository(), order.settings, order.name);
  if ('file' in answer) return answer.file;
  const { code, message, detail } = answer.failed;
  throw new StoreError(code, message, detail);
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
