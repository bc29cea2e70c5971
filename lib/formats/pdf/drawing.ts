import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Drawing } from '../drawing';
import { readingScale } from '../scale';
import { slicer } from '../slices';
import { turns } from '../turns';
import type { FixedPage } from '../types';
import { loadEngine } from './engine';
import { inPlaceOfPage } from './pageless';

/** Everything pdf.js may want beside the file lies in the extension: nothing is asked for elsewhere. */
async function load(bytes: Uint8Array, password?: string) {
  const { pdfjs, cMapUrl, fontUrl, decoderUrl, useWorkerFetch } = await loadEngine();
  return pdfjs.getDocument({
    data: bytes,
    password,
    cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: fontUrl,
    // Of the decoders (JPEG 2000, JBIG2) those in plain script: the page's policy lets no WebAssembly run.
    wasmUrl: decoderUrl,
    useWasm: false,
    ...(useWorkerFetch && { useWorkerFetch, ...inPlaceOfPage() }),
    enableXfa: false,
    verbosity: 0,
  });
}

/** Two pages at a time: more only keep each other waiting. */
const most = 2;

export async function open(bytes: Uint8Array, password?: string): Promise<Drawing> {
  const task = await load(bytes, password);
  const document = await task.promise;
  const turn = turns(most);
  return {
    draw: (page, canvas, scale, { signal, idle = false }) =>
      turn(() => draw(document, page, canvas, scale, signal), signal, idle),
    close: () => void task.destroy(),
  };
}

async function draw(
  document: PDFDocumentProxy,
  { number, turn }: FixedPage,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const viewport = page.getViewport({ scale, rotation: page.rotate + turn * 90 });
  // Drawn out of sight and shown whole: what was there before stays until then.
  const fresh = canvas.ownerDocument.createElement('canvas');
  fresh.width = Math.max(1, Math.round(viewport.width));
  fresh.height = Math.max(1, Math.round(viewport.height));
  const rendering = page.render({ canvas: fresh, viewport, annotationMode: 1 });
  const stop = () => rendering.cancel();
  signal.addEventListener('abort', stop);
  try {
    await rendering.promise;
    if (signal.aborted) return;
    canvas.width = fresh.width;
    canvas.height = fresh.height;
    canvas.getContext('2d')?.drawImage(fresh, 0, 0);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    fresh.width = 0;
    fresh.height = 0;
    page.cleanup();
  }
}

/** A canvas in a page, a thread or Node. */
export interface AnyCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): unknown;
}

/** Draws pages to be read: as they lie in the file, at a resolution good for that. */
export interface PagePictures<Canvas> {
  /** How many pages there are. */
  readonly count: number;
  /** @param number From 1. @throws Error when the page cannot be drawn, or the reason of an abort. */
  draw(number: number, signal?: AbortSignal): Promise<Canvas>;
  close(): void;
}

/** @param canvasOf Makes a canvas, whatever stands for one here. */
export async function openPictures<Canvas extends AnyCanvas>(
  bytes: Uint8Array,
  password: string | undefined,
  canvasOf: (width: number, height: number) => Canvas,
): Promise<PagePictures<Canvas>> {
  const task = await load(bytes, password);
  const document = await task.promise;
  return {
    count: document.numPages,
    async draw(number, signal) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: readingScale(width, height) });
      const canvas = canvasOf(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
      const canvasContext = canvas.getContext('2d') as CanvasRenderingContext2D;
      // Drawn as for the printer: for the screen it would wait for frames, and a tab out of sight has none.
      const rendering = page.render({ canvas: null, canvasContext, viewport, annotationMode: 1, intent: 'print' });
      const stop = () => rendering.cancel();
      signal?.addEventListener('abort', stop);
      try {
        await rendering.promise;
        return canvas;
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
        page.cleanup();
      }
    },
    close: () => void task.destroy(),
  };
}

/** The pages' sizes, without any text. */
export async function sizes(
  bytes: Uint8Array,
  password: string | undefined,
  signal: AbortSignal,
): Promise<FixedPage[]> {
  const task = await load(bytes, password);
  try {
    const document = await task.promise;
    const slice = slicer(signal);
    const pages: FixedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      await slice();
      const page = await document.getPage(number).catch(() => null);
      const { width, height } = page?.getViewport({ scale: 1 }) ?? pages[0] ?? { width: 595, height: 842 };
      pages.push({ number, turn: 0, width, height, items: [], rules: [] });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
