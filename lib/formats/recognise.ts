import type { ReadPage } from '../ocr';
import { openThreads } from '../ocr/threads';
import type { OriginalFile } from './drawing';
import { isTooLarge, pictureSize } from './picture/size';
import { readingScale } from './scale';
import { type FixedPage, type FixedPicture, FormatError, type Recognised } from './types';

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
}

/** What was read, and pages that could not be. */
export interface RecogniseResult {
  readonly read: Recognised;
  readonly failed: readonly number[];
}

/**
 * Reads pages from their pictures in threads, some pages at a time; no more pictures are drawn than are being read.
 *
 * @param pages Those to be read.
 * @throws FormatError where none could be read.
 */
export async function recognise(
  original: OriginalFile,
  pages: readonly FixedPage[],
  { signal, onProgress }: RecogniseOptions,
): Promise<RecogniseResult> {
  const read = new Map<number, ReadPage>();
  const failed: number[] = [];
  const parts = new Map<number, number>();
  const threads = openThreads();
  const source = await openSource(original);
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
        const picture = await source.picture(page, signal);
        const found = await threads.read(picture, signal, (fraction) => {
          parts.set(number, fraction);
          tell();
        });
        read.set(number, found);
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

interface Source {
  picture(page: FixedPage, signal: AbortSignal): Promise<ImageBitmap>;
  close(): void;
}

async function openSource({ file, format, password }: OriginalFile): Promise<Source> {
  if (format !== 'pdf') return { picture: (page) => assembled(page), close: () => undefined };
  const { openPictures } = await import('./pdf/drawing');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pages = await openPictures(bytes, password, (width, height) => new OffscreenCanvas(width, height));
  return {
    picture: async ({ number }, signal) => (await pages.draw(number, signal)).transferToImageBitmap(),
    close: pages.close,
  };
}

/** A page's pictures, each in its place, as the page lies. */
async function assembled(page: FixedPage): Promise<ImageBitmap> {
  const scale = readingScale(page.width, page.height);
  const canvas = new OffscreenCanvas(Math.round(page.width * scale), Math.round(page.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const { data, x, y, width, height } of page.pictures ?? []) {
    const picture = await decoded(data);
    context.drawImage(picture, x * scale, y * scale, width * scale, height * scale);
    picture.close();
  }
  return canvas.transferToImageBitmap();
}

async function decoded(data: FixedPicture['data']): Promise<ImageBitmap> {
  const size = pictureSize(new Uint8Array(await data.slice(0, 1 << 20).arrayBuffer()));
  if (size && isTooLarge(size)) throw new FormatError('too-many-pixels');
  return createImageBitmap(data).catch(() => {
    throw new FormatError('broken-picture');
  });
}
