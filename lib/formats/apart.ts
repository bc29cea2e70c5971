import { formatOf, openFile } from './registry';
import type { Answer, Order } from './thread';
import { threaded } from './threaded';
import { FormatError, type FormatOptions, type LocalDocument } from './types';

/** A thread that says nothing for so long, in milliseconds, hangs on a broken file. */
const silence = 60_000;
/** Idle threads are kept for the next file this long; ending them gives their memory back. */
const patience = 5_000;

const idle: { worker: Worker; timer: ReturnType<typeof setTimeout> }[] = [];

/**
 * `openFile` in a thread of its own: the page stays responsive, an abort takes effect at once, and a file that makes its
 * reader hang is given up. Saved pages are read here, as they need a DOM, and PDF, which has a thread of its own.
 *
 * @throws FormatError, or the abort reason.
 */
export async function openApart(file: File, options: FormatOptions = {}): Promise<LocalDocument> {
  const format = formatOf(file.name);
  // Of a name that says nothing the thread finds out what it is.
  if (typeof Worker === 'undefined' || (format && !threaded.includes(format))) return openFile(file, options);
  options.signal?.throwIfAborted();
  return (await inThread(file, options)) ?? openFile(file, options);
}

/** Null for a file that has to be read here: a saved page or a PDF under another name. */
function inThread(
  file: File,
  { signal, onProgress, password, pages, recognised }: FormatOptions,
): Promise<LocalDocument | null> {
  const worker = hire();
  return new Promise((resolve, reject) => {
    let watch: ReturnType<typeof setTimeout>;
    const end = (keep: boolean) => {
      clearTimeout(watch);
      signal?.removeEventListener('abort', stop);
      worker.onmessage = null;
      worker.onerror = null;
      if (keep) release(worker);
      else worker.terminate();
    };
    const stop = () => {
      end(false);
      reject(signal?.reason);
    };
    const listen = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        end(false);
        reject(new FormatError('damaged', 'the reader hangs'));
      }, silence);
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      listen();
      if (data.kind === 'progress') onProgress?.(data.fraction);
      else {
        end(true);
        if (data.kind === 'done') resolve(data.document);
        else if (data.kind === 'elsewhere') resolve(null);
        else reject(new FormatError(data.code, data.message));
      }
    };
    worker.onerror = (event) => {
      end(false);
      reject(new FormatError('damaged', event.message));
    };
    signal?.addEventListener('abort', stop);
    listen();
    const order: Order = { file, password, pages, recognised };
    worker.postMessage(order);
  });
}

function hire(): Worker {
  const found = idle.pop();
  if (found) clearTimeout(found.timer);
  return found?.worker ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function release(worker: Worker): void {
  const entry = { worker, timer: setTimeout(() => dismiss(), patience) };
  const dismiss = () => {
    const place = idle.indexOf(entry);
    if (place >= 0) idle.splice(place, 1);
    worker.terminate();
  };
  idle.push(entry);
}
