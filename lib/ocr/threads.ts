import { answerOf } from './answer';
import type { Answer, Order } from './messages';
import type { ReadPage } from './types';

/** Memory a thread takes while it reads, in GB. */
const EACH = 0.7;
/** More threads than this wait for each other's memory. */
const MOST = 4;

/** Threads that read pages side by side. */
export interface Threads {
  readonly count: number;
  /**
   * Reads one page. Not more than `count` at a time.
   *
   * @param picture Is given away.
   * @throws Error where it cannot be read; the reason of an abort, at once: the thread is ended.
   */
  read(picture: ImageBitmap, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<ReadPage>;
  /** Ends the threads and gives their memory back. */
  close(): void;
}

/** As many as the machine has cores, within its memory. */
export function threadsHere(): number {
  const { hardwareConcurrency = 2, deviceMemory = 4 } = navigator as Navigator & { deviceMemory?: number };
  return Math.max(1, Math.min(MOST, hardwareConcurrency, Math.floor(deviceMemory / 2 / EACH)));
}

export function openThreads(count = threadsHere()): Threads {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const hire = (): Worker => {
    const worker = idle.pop() ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    all.add(worker);
    return worker;
  };
  const dismiss = (worker: Worker) => {
    all.delete(worker);
    worker.terminate();
  };
  return {
    count,
    async read(picture, signal, onProgress) {
      signal.throwIfAborted();
      const worker = hire();
      try {
        const page = await pageOf(worker, picture, signal, onProgress);
        idle.push(worker);
        return page;
      } catch (error) {
        dismiss(worker);
        throw error;
      }
    },
    close() {
      for (const worker of all) worker.terminate();
      all.clear();
      idle.length = 0;
    },
  };
}

function pageOf(
  worker: Worker,
  picture: ImageBitmap,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<ReadPage> {
  const order: Order = { kind: 'read', picture };
  return answerOf<Answer, ReadPage>(
    worker,
    signal,
    () => worker.postMessage(order, [picture]),
    (answer, { done, fail }) => {
      if (answer.kind === 'progress') onProgress(answer.fraction);
      else if (answer.kind === 'failed') fail(new Error(answer.message));
      else done(answer.page);
    },
  );
}
