import type * as Pdfjs from 'pdfjs-dist';
import { boundStates, hearEnded } from './states';

export type PdfEngine = typeof Pdfjs;

interface Engine {
  readonly pdfjs: PdfEngine;
  /** Folder of the tables of encodings that fonts may name instead of carrying. */
  readonly cMapUrl: string;
  /** Folders of what only drawing wants: the standard fonts, and decoders of pictures. */
  readonly fontUrl: string;
  readonly decoderUrl: string;
  /** Whether pdf.js may fetch those tables by itself: in a thread of ours it has no page to do it for it. */
  readonly useWorkerFetch?: boolean;
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
  hearEnded();
  return { pdfjs, ...ownFolders() };
}

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
  return { pdfjs, ...ownFolders(), useWorkerFetch: true };
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
  return { pdfjs, cMapUrl: folder('cmaps'), fontUrl: folder('standard_fonts'), decoderUrl: folder('wasm') };
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
