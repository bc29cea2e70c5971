import type { FailureCode } from '../../components/reader/failure';
import { browser } from '../../lib/browser';
import {
  fetchableUrl,
  fetchedUrl,
  fileNameOf,
  fileUrl,
  PASTED_URL,
  type ReaderRequest,
  SAMPLE_URL,
} from '../../lib/formats/address';
import { openApart } from '../../lib/formats/apart';
import { DownloadError, fetchFile } from '../../lib/formats/download';
import { type OriginalFile, pagesOf } from '../../lib/formats/drawing';
import { pageFrom } from '../../lib/formats/page-from';
import { type FixedPage, FormatError, type FormatOptions, type LocalDocument } from '../../lib/formats/types';
import { store } from '../../lib/store/client';
import { knownFor } from './recognised';
import { shelf } from './shelf';
import { keepWish } from './wish';

/** What the reader shows. */
export type Shown =
  | { readonly state: 'nothing' }
  | { readonly state: 'loading'; readonly progress: number }
  /** The file asks for a password; `wrong` when the one given does not open it. */
  | { readonly state: 'locked'; readonly file: File; readonly wrong: boolean; readonly url: string }
  | {
      readonly state: 'failed';
      readonly code: FailureCode;
      readonly detail: string;
      /** Where the file can be downloaded by hand. */
      readonly address?: string;
    }
  /** A file on a site that was not granted yet. */
  | { readonly state: 'permit'; readonly url: string }
  /** A task leads to a file that is not kept here, or to a web page: the reader has to open it. */
  | {
      readonly state: 'gone';
      readonly name: string;
      readonly address: string | null;
      readonly size?: number;
      readonly modified?: string;
    }
  | {
      readonly state: 'open';
      readonly document: LocalDocument;
      readonly url: string;
      /** The one it was read from; absent for the sample and what was pasted. */
      readonly file?: File;
      /** What its pages are drawn from; absent for a document that has no pages of its own. */
      readonly original?: OriginalFile;
    }
  /** Pictures of pages, or signs that mean nothing: there is nothing to read, but something to look at. */
  | {
      readonly state: 'scan';
      /** There is text, in fonts that do not say what it means. */
      readonly garbled?: boolean;
      readonly name: string;
      readonly file: File;
      readonly url: string;
      readonly original: OriginalFile;
      readonly pages: readonly FixedPage[];
    };

/** Never rejects: what goes wrong is shown. */
async function attempt(work: () => Promise<Shown>, detail: string): Promise<Shown> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof FormatError ? error.code : 'damaged';
    return {
      state: 'failed',
      code,
      detail: error instanceof FormatError && code === 'unsupported' ? error.message : detail,
    };
  }
}

/** The pages of a PDF without text; null for what has none that could be drawn. */
async function scanOf(
  file: File,
  url: string,
  { password, signal }: FormatOptions,
  garbled: boolean,
): Promise<Shown | null> {
  const original = { file, format: 'pdf', password };
  const pages = await pagesOf(original, signal ?? new AbortController().signal).catch(() => []);
  return pages.length > 0 ? { state: 'scan', garbled, name: file.name, file, url, original, pages } : null;
}

/** @param url the address under which the file is known, where it did not come from this machine */
export const loadFile = (file: File, options: FormatOptions = {}, url = fileUrl(file.name)): Promise<Shown> =>
  attempt(async () => {
    try {
      const recognised = (await knownFor(file)) ?? undefined;
      const document = await openApart(file, { ...options, pages: true, recognised });
      if (document.html === '' && document.pages) {
        const { format, name, pages } = document;
        return { state: 'scan', name, file, url, original: { file, format }, pages };
      }
      const original = document.pages && { file, format: document.format, password: options.password };
      return { state: 'open', document, url, file, ...(original && { original }) };
    } catch (error) {
      const code = error instanceof FormatError ? error.code : null;
      const garbled = code === 'unreadable-font';
      const scan = code === 'no-text' || garbled ? await scanOf(file, url, options, garbled) : null;
      if (scan) return scan;
      if (code === 'encrypted' || code === 'wrong-password') {
        return { state: 'locked', file, wrong: code === 'wrong-password', url };
      }
      throw error;
    }
  }, file.name);

export const loadSample = (): Promise<Shown> =>
  attempt(async () => {
    const html = await (await fetch('/sample/policy.html')).text();
    return { state: 'open', document: { ...pageFrom(html), name: '', format: 'html' }, url: SAMPLE_URL };
  }, 'policy.html');

export const loadPasted = ({ html, text }: { html: string; text: string }): Promise<Shown> =>
  attempt(async () => {
    if (text.trim() === '' && html.trim() === '') return { state: 'failed', code: 'nothing-pasted', detail: '' };
    const { textToHtml } = await import('../../lib/formats/txt');
    const document: LocalDocument = html.trim()
      ? { ...pageFrom(html), name: '', format: 'html' }
      : { name: '', format: 'txt', title: null, html: textToHtml(text), fields: {} };
    return { state: 'open', document, url: PASTED_URL };
  }, '');

/** What the address of the page asks for. */
export async function loadRequest(request: ReaderRequest, options: FormatOptions = {}): Promise<Shown> {
  if (request.show === 'sample') return loadSample();
  if (request.show === 'address') return loadAddress(request.url, options);
  if (request.show === 'document') return loadDocument(request.document, options);
  return { state: 'nothing' };
}

/** A file behind an address; where its site was not granted, the user is asked first. */
export async function loadAddress(url: string, options: FormatOptions = {}): Promise<Shown> {
  const origin = originOf(url);
  if (origin && !(await browser.permissions.contains({ origins: [origin] }))) return { state: 'permit', url };
  try {
    const file = await fetchFile(url, options);
    return await loadFile(file, options, fetchedUrl(url));
  } catch (error) {
    if (error instanceof DownloadError) {
      return { state: 'failed', code: error.code, detail: error.status, address: url };
    }
    return attempt(() => Promise.reject(error), url);
  }
}

/** What must be granted to fetch from a site; null for files of this machine. */
export const originOf = (url: string): string | null =>
  url.startsWith('file:') ? null : `*://${new URL(url).hostname}/*`;

/** The document of a task: from the library, or from where it was fetched; else with what is known of its file. */
async function loadDocument(id: string, options: FormatOptions): Promise<Shown> {
  const [head] = await shelf.ofDocument(id).catch(() => []);
  const kept = head?.kept ? await shelf.open(head.id).catch(() => null) : null;
  if (kept) return loadFile(kept, options);
  const record = await store.document(id).catch(() => null);
  if (!record) return { state: 'failed', code: 'no-document', detail: '' };
  if (record.urls.includes(SAMPLE_URL)) return loadSample();
  await keepWish(id);
  for (const url of record.urls.map(fetchableUrl)) {
    const shown = url === null ? null : await loadAddress(url, options);
    if (shown?.state === 'open') return shown;
  }
  const address = record.urls.find((url) => /^https?:/.test(url)) ?? null;
  const name = head?.name ?? record.urls.map(fileNameOf).find(Boolean) ?? record.title ?? '';
  return { state: 'gone', name, address, ...(head && { size: head.size, modified: head.modified }) };
}
