import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PageFlow } from '../layout/flow';
import { slicer } from '../slices';
import { type Format, FormatError, type FormatOptions, type FormatWarning, type LocalDocument } from '../types';
import { loadEngine, type PdfEngine } from './engine';
import { readPage } from './page';

const mostPages = 3000;

/** PDF, by pdf.js: its text with places, put back into paragraphs and tables. */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const { pdfjs, cMapUrl, useWorkerFetch } = await loadEngine();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes over and empties the array it is given.
    data: bytes.slice(),
    password: options.password,
    cMapUrl,
    useWorkerFetch,
    cMapPacked: true,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  });
  const stop = () => void task.destroy();
  options.signal?.addEventListener('abort', stop);
  try {
    const document = await task.promise;
    const read = await readDocument(document, pdfjs, options);
    if (isCut(bytes)) read.warnings.push({ code: 'truncated' });
    return { name, format: 'pdf', fields: {}, ...read };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw worded(error, bytes, options.password !== undefined);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await task.destroy();
  }
};

type Read = Pick<LocalDocument, 'html' | 'title' | 'pages'> & { readonly warnings: FormatWarning[] };

async function readDocument(document: PDFDocumentProxy, pdfjs: PdfEngine, options: FormatOptions): Promise<Read> {
  const warnings: FormatWarning[] = [];
  const flow = new PageFlow();
  const slice = slicer(options.signal);
  const count = Math.min(document.numPages, mostPages);
  if (count < document.numPages) warnings.push({ code: 'limit-reached', count });
  let table = false;
  let garbled = 0;
  let signs = 0;
  for (let number = 1; number <= count; number++) {
    await slice();
    try {
      const page = await document.getPage(number);
      const raw = await readPage(page, pdfjs, table);
      table = raw.table && raw.rules.length > 0;
      for (const { text } of raw.items) {
        signs += text.length;
        garbled += text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
      }
      flow.add(raw);
      page.cleanup();
    } catch {
      options.signal?.throwIfAborted();
      warnings.push({ code: 'page-unreadable', page: number });
    }
    options.onProgress?.(number / (count + 1));
  }
  // Fonts that do not say what their signs mean give noise, as unreadable as a scan.
  if (signs === 0 || garbled > signs * 0.3) throw new FormatError('no-text', `${signs} signs, ${garbled} garbled`);
  if (flow.blank > 0) warnings.push({ code: 'pages-without-text', count: flow.blank });
  if (flow.unsureTables > 0) warnings.push({ code: 'table-unsure', count: flow.unsureTables });
  const { html, pages } = await flow.finish(options.pages ?? false, options.signal);
  if (html === '') throw new FormatError('no-text');
  options.onProgress?.(1);
  // The title in a PDF's properties is mostly the name of a draft or of a template: the text knows better.
  return { html, title: null, warnings, pages: options.pages ? pages : undefined };
}

/** A whole PDF says where it ends. */
function isCut(bytes: Uint8Array): boolean {
  return !new TextDecoder('windows-1252').decode(bytes.subarray(-2048)).includes('%%EOF');
}

function worded(error: unknown, bytes: Uint8Array, withPassword: boolean): FormatError {
  if (error instanceof FormatError) return error;
  const { name, message } = error as { name?: string; message?: string };
  if (name === 'PasswordException') return new FormatError(withPassword ? 'wrong-password' : 'encrypted', message);
  return new FormatError(isCut(bytes) ? 'truncated' : 'damaged', message);
}
