import type { ReadPage } from '../ocr';
import { openThreads } from '../ocr/threads';
import type { OriginalFile } from './drawing';
import { openDrawingThread } from './drawing-thread';
import { type FixedPage, FormatError, type Recognised } from './types';

/** How far reading has come. */
export interface RecogniseProgress {
  /** Pages read, and pages to be read. */
  readonly done: number;
  readonly of: number;
  /** 0 to 1, never falling. */
  readonly fraction: number;
}

export interface RecogniseOptions {
  /** Ends the work at once; what was read until then is the result. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RecogniseProgress) => void;
  /** Called with all that was read so far, whenever a page is: whoever keeps it loses nothing, however this ends. */
  readonly onRead?: (read: Recognised) => void;
}

/** What was read, and pages that could not be. */
export interface RecogniseResult {
  readonly read: Recognised;
  readonly failed: readonly number[];
}

/**
 * Reads pages from their pictures in threads, some pages at a time; another thread draws them, no more than are being read.
 *
 * @param pages Those to be read.
 * @throws FormatError where none could be read.
 */
export async function recognise(
  original: OriginalFile,
  pages: readonly FixedPage[],
  { signal, onProgress, onRead }: RecogniseOptions,
): Promise<RecogniseResult> {
  const read = new Map<number, ReadPage>();
  const failed: number[] = [];
  const parts = new Map<number, number>();
  const threads = openThreads();
  const source = openDrawingThread(original, signal);
  const waiting = [...pages];
  let reason: unknown = null;
  const tell = () => {
    const partial = [...parts.values()].reduce((sum, part) => sum + part, 0);
    const done = read.size + failed.length;
    onProgress({ done, of: pages.length, fraction: Math.min(1, (done + partial) / pages.length) });
  };
  const work = async () => {
    for (let page = waiting.shift(); page && !signal.aborted; page = waiting.shift()) {
      const { number } = page;
      try {
        const picture = await source.draw(page);
        const found = await threads.read(picture, signal, (fraction) => {
          parts.set(number, fraction);
          tell();
        });
        read.set(number, found);
        onRead?.(new Map(read));
      } catch (error) {
        if (signal.aborted) return;
        reason = error;
        failed.push(number);
      }
      parts.delete(number);
      tell();
    }
  };
  try {
    tell();
    await Promise.all(Array.from({ length: Math.min(threads.count, pages.length) }, work));
  } finally {
    threads.close();
    source.close();
  }
  if (read.size === 0 && !signal.aborted)
    throw reason instanceof FormatError ? reason : new FormatError('no-text', String(reason));
  return { read, failed };
}
