import { answerOf } from '../ocr/answer';
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
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
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
const asked = (worker: Worker, order: Order, signal: AbortSignal): Promise<Answer> =>
  answerOf<Answer, Answer>(
    worker,
    signal,
    () => worker.postMessage(order),
    (answer, { done, fail }) => {
      if (answer.kind === 'failed') fail(answer.code ? new FormatError(answer.code) : new Error(answer.message));
      // pdf.js takes the thread for its own and says so, in its words.
      else if (answer.kind !== undefined) done(answer);
    },
  );
