import { slicer } from '../../formats/slices';
import type { LedgerFormat } from './formats';
import type { LedgerOptions } from './ledger';
import type { Answer, Order } from './thread';
import type { LedgerRow } from './types';

/** What is needed of a thread. */
export interface Thread {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(order: Order): void;
  terminate(): void;
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** From 0 to 1 while rows are handed over, then null: how long the writing itself takes is not known. */
  readonly onProgress?: ((fraction: number | null) => void) | undefined;
}

/** Rows in one message: few enough that copying them does not hold the page up. */
const batch = 50;

const hire = (): Thread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * `writeLedger` in a thread of its own: the page stays free, and an abort takes effect at once.
 *
 * @throws the reason of the abort, or what the writer met with.
 */
export async function writeLedgerApart(
  format: LedgerFormat,
  rows: readonly LedgerRow[],
  options: LedgerOptions,
  { signal, onProgress }: WriteOptions = {},
  start: () => Thread = hire,
): Promise<Blob> {
  signal?.throwIfAborted();
  const thread = start();
  const outcome = answerOf(thread, signal);
  try {
    const pause = slicer(signal);
    for (let at = 0; at < rows.length; at += batch) {
      await Promise.race([pause(), outcome]);
      thread.postMessage({ kind: 'rows', rows: rows.slice(at, at + batch) });
      onProgress?.(Math.min(1, (at + batch) / rows.length));
    }
    onProgress?.(null);
    thread.postMessage({ kind: 'write', format, options });
    return await outcome;
  } finally {
    outcome.catch(() => undefined);
    thread.terminate();
  }
}

function answerOf(thread: Thread, signal: AbortSignal | undefined): Promise<Blob> {
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }) => {
      if (data.kind === 'written') resolve(data.blob);
      else if (data.kind === 'failed') reject(new Error(data.message));
    };
    thread.onerror = (event) => {
      event.preventDefault?.();
      reject(new Error(event.message));
    };
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
