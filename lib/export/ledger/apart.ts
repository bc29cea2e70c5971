import { slicer } from '../../formats/slices';
import { FormatError } from '../../formats/types';
import type { Comparison, Ours } from './back/compare';
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
  how: WriteOptions = {},
  start: () => Thread = hire,
): Promise<Blob> {
  const answer = await apart({ kind: 'write', format, options }, rows, how, start);
  if (answer.kind !== 'written') throw new Error(answer.kind);
  return answer.blob;
}

/**
 * `compareFile` in a thread of its own.
 *
 * @throws FormatError, or the reason of the abort.
 */
export async function compareLedgerApart(
  file: Blob,
  rows: readonly LedgerRow[],
  reader: Ours,
  how: WriteOptions = {},
  start: () => Thread = hire,
): Promise<Comparison> {
  const answer = await apart({ kind: 'compare', file, reader }, rows, how, start);
  if (answer.kind !== 'compared') throw new Error(answer.kind);
  return answer.comparison;
}

/** Hands the rows over, then the order; ends the thread whatever comes of it. */
async function apart(
  order: Order,
  rows: readonly LedgerRow[],
  { signal, onProgress }: WriteOptions,
  start: () => Thread,
): Promise<Answer> {
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
    thread.postMessage(order);
    return await outcome;
  } finally {
    outcome.catch(() => undefined);
    thread.terminate();
  }
}

function answerOf(thread: Thread, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }) => {
      if (data.kind !== 'failed') resolve(data);
      else reject(data.code ? new FormatError(data.code, data.message) : new Error(data.message));
    };
    thread.onerror = (event) => {
      event.preventDefault?.();
      reject(new Error(event.message));
    };
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
