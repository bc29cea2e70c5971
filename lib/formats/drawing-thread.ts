import type { OriginalFile } from './drawing';
import type { Answer, Order } from './picturing';
import { type FixedPage, FormatError } from './types';

/** Draws the pages of a file to be read, in a thread: the page of the reader has nothing to do with it. */
export interface DrawingThread {
  /** One at a time. @throws Error when the page cannot be drawn, or the reason of an abort. */
  draw(page: FixedPage): Promise<ImageBitmap>;
  /** Ends the thread, in the middle of whatever it does. */
  close(): void;
}

/** @param signal An abort ends the thread at once. */
export function openDrawingThread({ file, format, password }: OriginalFile, signal: AbortSignal): DrawingThread {
  const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url), { type: 'module' });
  const opened = asked(worker, { kind: 'open', file, format, password }, signal);
  // Whoever waits for a page hears of the failure; until then it is nobody's.
  let before: Promise<unknown> = opened.catch(() => undefined);
  const drawn = async ({ number, width, height, pictures }: FixedPage): Promise<ImageBitmap> => {
    await opened;
    const answer = await asked(worker, { kind: 'draw', page: { number, width, height, pictures } }, signal);
    if (answer.kind !== 'drawn') throw new Error('nothing was drawn');
    return answer.picture;
  };
  return {
    draw(page) {
      const mine = before.then(() => drawn(page));
      before = mine.catch(() => undefined);
      return mine;
    },
    close: () => worker.terminate(),
  };
}

/** What the thread answers to an order. */
function asked(worker: Worker, order: Order, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      signal.removeEventListener('abort', stop);
      worker.onmessage = null;
      worker.onerror = null;
    };
    const fail = (reason: unknown) => {
      end();
      reject(reason);
    };
    const stop = () => {
      worker.terminate();
      fail(signal.reason);
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      // pdf.js takes the thread for its own and says so, in its words.
      if (data.kind === undefined) return;
      if (data.kind === 'failed') return fail(data.code ? new FormatError(data.code) : new Error(data.message));
      end();
      resolve(data);
    };
    worker.onerror = (event) => fail(new Error(event.message || 'the thread could not start'));
    worker.postMessage(order);
  });
}
