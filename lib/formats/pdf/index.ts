import type { PDFDocumentProxy } from 'pdfjs-dist';
import { pagesWithin } from '../bounds';
import { PageFlow } from '../layout/flow';
import { MOST_NOISE, readableText } from '../layout/readable';
import { unusable, withRecognised } from '../layout/recognised';
import type { RawPage } from '../layout/types';
import { slicer } from '../slices';
import { type Format, FormatError, type FormatOptions, type FormatWarning, type LocalDocument } from '../types';
import type { Layers } from './drawn';
import { type Engine, loadEngine, type PdfEngine, type Place } from './engine';
import { fontFacts } from './fonts';
import { mayHide } from './hints';
import { type PdfPage, readPage } from './page';
import { drawnPages, scannedPages } from './scan';

/** PDF, by pdf.js: its text with places, put back into paragraphs and tables. */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const engine = await loadEngine();
  return engine.oneByOne(bytes.length, (place) => openIn(place, engine, { bytes, name, options }));
};

interface Given {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: FormatOptions;
}

async function openIn(place: Place, engine: Engine, { bytes, name, options }: Given): Promise<LocalDocument> {
  options.signal?.throwIfAborted();
  const { pdfjs, cMapUrl, useWorkerFetch } = engine;
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
    // Names and codes of fonts, for the few that have to be asked for them.
    fontExtraProperties: true,
    verbosity: 0,
    ...(place.worker && { worker: place.worker }),
  });
  const stop = () => void task.destroy();
  options.signal?.addEventListener('abort', stop);
  try {
    const document = await task.promise;
    const read = await readDocument(document, pdfjs, options, { hides: mayHide(bytes), ended: place.ended });
    if (isCut(bytes)) read.warnings.push({ code: 'truncated' });
    return { name, format: 'pdf', fields: {}, ...read };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw worded(error, bytes, options.password !== undefined);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await task.destroy();
  }
}

type Read = Pick<LocalDocument, 'html' | 'title' | 'pages' | 'scans' | 'recognised'> & {
  readonly warnings: FormatWarning[];
};

async function readDocument(
  document: PDFDocumentProxy,
  pdfjs: PdfEngine,
  options: FormatOptions,
  { hides, ended }: { readonly hides: boolean } & Pick<Place, 'ended'>,
): Promise<Read> {
  const warnings: FormatWarning[] = [];
  const raw = await readPages(document, pdfjs, options, { warnings, hides });
  const { pages: clean, signs, lost } = readableText(raw, await fontFacts(document, pdfjs, raw));
  const known = options.recognised;
  if (clean.length === 1 && PLEASE_WAIT.test(clean[0]!.items.map(({ text }) => text).join(' ')))
    throw new FormatError('dynamic-form', 'XFA');
  // Fonts that do not say what their signs mean give noise, as unreadable as a scan.
  if (!known && signs === 0) throw new FormatError('no-text', 'no signs');
  if (!known && lost > signs * MOST_NOISE) throw new FormatError('unreadable-font', `${lost} of ${signs} signs`);
  const scanned = await scannedPages(document, pdfjs, clean);
  const blank = clean.filter(inkless).length;
  if (!known && scanned.size > 0 && scanned.size + blank >= clean.length)
    throw new FormatError('no-text', 'pictures of pages');
  const pictures = new Set([...scanned, ...(await drawnPages(document, pdfjs, clean))]);
  const left = unusable(raw, clean, pictures).filter((index) => !known?.has(clean[index]!.number));
  if (lost > 0 && (!known || left.length > 0)) warnings.push({ code: 'font-unreadable', count: lost });
  const flow = new PageFlow();
  for (const page of withRecognised(clean, known)) flow.add(page);
  const read = await flow.finish(options.pages ?? false, options.signal);
  const empty = clean.filter((page, index) => (scanned.has(index) || inkless(page)) && !known?.has(page.number)).length;
  if (empty > 0) warnings.push({ code: 'pages-without-text', count: empty });
  if (known) warnings.push({ code: 'recognised', count: clean.filter(({ number }) => known.has(number)).length });
  warnings.push(...read.warnings);
  warnings.push(...besideText(raw));
  const attached = await attachedTo(document);
  if (attached > 0) warnings.push({ code: 'attached-left-out', count: attached });
  if (ended() > 0 && !warnings.some(({ code }) => code === 'limit-reached')) warnings.push({ code: 'limit-reached' });
  if (read.html === '') throw new FormatError('no-text');
  options.onProgress?.(1);
  // The title in a PDF's properties is mostly the name of a draft or of a template: the text knows better.
  return {
    html: read.html,
    title: null,
    warnings,
    pages: options.pages ? read.pages : undefined,
    ...(left.length > 0 && { scans: left.map((index) => clean[index]!.number) }),
    ...(read.recognised && { recognised: read.recognised }),
  };
}

/** How many files lie in the file. */
async function attachedTo(document: PDFDocumentProxy): Promise<number> {
  const files: unknown = await document.getAttachments().catch(() => null);
  return files instanceof Map ? files.size : Object.keys(files ?? {}).length;
}

/** What lies on pages and is no text of them. */
function besideText(pages: readonly PdfPage[]): FormatWarning[] {
  const sum = (kind: 'notes' | 'stamps' | 'seals') => pages.reduce((all, page) => all + page[kind], 0);
  const [notes, stamps, hidden] = [sum('notes'), sum('stamps'), pages.filter((page) => page.hidden).length];
  return [
    ...(notes > 0 ? [{ code: 'comments-left-out', count: notes } as const] : []),
    ...(stamps > 0 ? [{ code: 'stamps-left-out', count: stamps } as const] : []),
    ...(sum('seals') > 0 ? [{ code: 'seals-not-checked' } as const] : []),
    ...(hidden > 0 ? [{ code: 'hidden-left-out', count: hidden } as const] : []),
  ];
}

/** Where layers are switched off, what tells which: text in them is not seen. */
async function layersOf(document: PDFDocumentProxy): Promise<Layers | null> {
  const config = await document.getOptionalContentConfig().catch(() => null);
  const groups = config ? [...(config as unknown as Iterable<[string, { visible: boolean }]>)] : [];
  return groups.some(([, { visible }]) => !visible) ? (config as Layers) : null;
}

/** What a form of Adobe's own kind (XFA) shows in other programs: a page that asks to wait for what they cannot draw. */
const PLEASE_WAIT = /^\s*(?:Please wait\.\.\.|请稍候)[\s\S]*(?:not eventually replaced|PDF|Adobe)/i;
const inkless = ({ items, turned = [] }: RawPage): boolean => items.length + turned.length === 0;

async function readPages(
  document: PDFDocumentProxy,
  pdfjs: PdfEngine,
  options: FormatOptions,
  { warnings, hides }: { readonly warnings: FormatWarning[]; readonly hides: boolean },
): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  const slice = slicer(options.signal);
  const count = pagesWithin(document.numPages);
  if (count < document.numPages) warnings.push({ code: 'limit-reached', count });
  let table = false;
  const layers = await layersOf(document);
  for (let number = 1; number <= count; number++) {
    await slice();
    try {
      const page = await document.getPage(number);
      const raw = await readPage(page, pdfjs, { afterTable: table, layers, hides });
      table = raw.table && raw.rules.length > 0;
      pages.push(raw);
      page.cleanup();
    } catch {
      options.signal?.throwIfAborted();
      warnings.push({ code: 'page-unreadable', page: number });
    }
    options.onProgress?.(number / (count + 1));
  }
  return pages;
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
