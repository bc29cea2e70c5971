import type * as Pdfjs from 'pdfjs-dist';
import { alone } from './alone';
import { boundStates, ENDED, pagesEnded, startDocument } from './states';

export type PdfEngine = typeof Pdfjs;

export interface Engine {
  readonly pdfjs: PdfEngine;
  /** Folder of the tables of encodings that fonts may name instead of carrying. */
  readonly cMapUrl: string;
  /** Folders of what only drawing wants: the standard fonts, and decoders of pictures. */
  readonly fontUrl: string;
  readonly decoderUrl: string;
  /** Whether pdf.js may fetch those tables by itself: in a thread of ours it has no page to do it for it. */
  readonly useWorkerFetch?: boolean;
  /** Reads a document: each has a thread of its own, or this one for itself until it is read. @param size Of its file, in bytes. */
  readonly oneByOne: <Read>(size: number, read: (place: Place) => Promise<Read>) => Promise<Read>;
}

/** Where a document is read. */
export interface Place {
  /** pdf.js's thread for this document; null where pdf.js reads in ours. */
  readonly worker: Pdfjs.PDFWorker | null;
  /** How many of its pages ended early. */
  readonly ended: () => number;
}

let engine: Promise<Engine> | null = null;

/** pdf.js, loaded when the first PDF is opened. In a browser it works in a thread of its own. */
export function loadEngine(): Promise<Engine> {
  engine ??= isNode() ? inNode() : typeof document === 'undefined' ? inThread() : inBrowser();
  return engine;
}

const isNode = () => typeof process !== 'undefined' && Boolean(process.versions?.node);

async function inBrowser(): Promise<Engine> {
  // The older build: the other one wants browsers of this year, and offices have older ones.
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfEngine>,
    import('./worker?worker&url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  return { pdfjs, ...ownFolders(), oneByOne: (_, read) => inOwnThread(pdfjs, read) };
}

/** In a thread of pdf.js's own. Where it reads in the page for want of one, all that are read at once hear of a page that ended early. */
export async function inOwnThread<Read>(
  { PDFWorker }: PdfEngine,
  read: (place: Place) => Promise<Read>,
): Promise<Read> {
  const worker = new PDFWorker();
  let ended = 0;
  const count = () => void ended++;
  addEventListener(ENDED, count);
  try {
    await worker.promise;
    const port = worker.port as Worker;
    port.addEventListener('message', ({ data }) => {
      if (data === ENDED) count();
    });
    return await read({ worker, ended: () => ended });
  } finally {
    removeEventListener(ENDED, count);
    worker.destroy();
  }
}

/** One after the other: in one thread it could not be told whose page it is that ends, and time is not won either. */
const inOurThread: Engine['oneByOne'] = (size, read) =>
  alone(() => {
    startDocument(size);
    const before = pagesEnded();
    return read({ worker: null, ended: () => pagesEnded() - before });
  });

function ownFolders() {
  const folder = (name: string) => new URL(`/pdfjs/${name}/`, location.href).href;
  return { cMapUrl: folder('cmaps'), fontUrl: folder('fonts'), decoderUrl: folder('decoders') };
}

/** In a thread of ours no further one is started: both halves of pdf.js work in it. */
async function inThread(): Promise<Engine> {
  boundStates();
  const [pdfjs, { default: url }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfEngine>,
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  // Where pdf.js looks for its other half before it starts a thread for it.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = await import(/* @vite-ignore */ url);
  return { pdfjs, ...ownFolders(), useWorkerFetch: true, oneByOne: inOurThread };
}

/** The name is kept from the bundler, which would take the code for Node into the extension. */
async function inNode(): Promise<Engine> {
  fillIn();
  boundStates();
  const legacy = 'pdfjs-dist/legacy/build/pdf.mjs';
  const [pdfjs, { createRequire }, { pathToFileURL }] = await Promise.all([
    import(/* @vite-ignore */ legacy) as Promise<PdfEngine>,
    import(/* @vite-ignore */ 'node:module'),
    import(/* @vite-ignore */ 'node:url'),
  ]);
  const entry = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  const folder = (name: string) => new URL(`${name}/`, pathToFileURL(entry)).href.replace(/^file:\/\//, '');
  const folders = { cMapUrl: folder('cmaps'), fontUrl: folder('standard_fonts'), decoderUrl: folder('wasm') };
  return { pdfjs, ...folders, oneByOne: inOurThread };
}

/** What pdf.js wants and Node 20 lacks. */
function fillIn(): void {
  const promise = Promise as unknown as { withResolvers?: unknown };
  promise.withResolvers ??= () => {
    let resolve: unknown;
    let reject: unknown;
    const made = new Promise((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise: made, resolve, reject };
  };
  const buffer = ArrayBuffer.prototype as unknown as { transferToFixedLength?: unknown };
  buffer.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length);
  };
}
