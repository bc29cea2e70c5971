import { FormatError } from '../formats/types';
import type { Answer, Order, Outcome } from './types';

/** A thread that says nothing for so long, in milliseconds, hangs on a broken file. */
const silence = 60_000;

/** What a pool needs of a thread. */
export interface Thread {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(order: Order): void;
  terminate(): void;
}

export interface Pool {
  /** Orders that are best given at once. */
  readonly size: number;
  /**
   * Carries out one order, in a thread that is free or in a new one: who gives many keeps to `size` at once.
   *
   * @throws FormatError for a file that cannot be read, or whose reading hangs or breaks its thread; the reason of the
   * abort, at once.
   */
  run<Kind extends Order['kind']>(
    order: Extract<Order, { kind: Kind }>,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (fraction: number) => void },
  ): Promise<Extract<Outcome, { kind: OutcomeOf[Kind] }>>;
  /** Ends all threads, which gives their memory back. The next order starts new ones. */
  end(): void;
}

interface OutcomeOf {
  readonly study: 'studied';
  readonly match: 'matched';
  readonly draft: 'drafted';
}

/** One core is left to the page; beyond three the disk and the memory are the limit. */
const sensible = () => Math.min(3, Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1));

const hire = (): Thread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function createPool(size = sensible(), start: () => Thread = hire, patience = silence): Pool {
  const free: Thread[] = [];

  const run: Pool['run'] = async (order, { signal, onProgress } = {}) => {
    signal?.throwIfAborted();
    const thread = free.pop() ?? start();
    return new Promise((resolve, reject) => {
      let watch: ReturnType<typeof setTimeout>;
      const finish = (keep: boolean) => {
        clearTimeout(watch);
        signal?.removeEventListener('abort', stop);
        thread.onmessage = thread.onerror = null;
        if (keep) free.push(thread);
        else thread.terminate();
      };
      const stop = () => {
        finish(false);
        reject(signal?.reason);
      };
      const listen = () => {
        clearTimeout(watch);
        watch = setTimeout(() => {
          finish(false);
          reject(new FormatError('damaged', 'the reader hangs'));
        }, patience);
      };
      thread.onmessage = ({ data }) => {
        listen();
        if (data.kind === 'progress') return onProgress?.(data.fraction);
        if (data.kind === 'failed') {
          finish(true);
          return reject(new FormatError(data.code, data.message));
        }
        // Readers in the thread have messages of their own, which are none of ours.
        if (data.kind !== 'studied' && data.kind !== 'matched' && data.kind !== 'drafted') return;
        finish(true);
        resolve(data as never);
      };
      thread.onerror = (event) => {
        event.preventDefault?.();
        finish(false);
        reject(new FormatError('damaged', event.message));
      };
      signal?.addEventListener('abort', stop);
      listen();
      thread.postMessage(order);
    });
  };

  return {
    size,
    run,
    end() {
      for (const thread of free.splice(0)) thread.terminate();
    },
  };
}
