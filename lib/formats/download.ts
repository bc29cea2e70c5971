import { extensionOf, formatOf, maxBytes } from './registry';
import { FormatError, type FormatOptions } from './types';

/**
 * Why a file could not be had from its address: the site does not answer or refuses (`status`), gives a page where a file
 * was asked for, or the browser keeps a file of this machine to itself.
 */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';

  constructor(
    readonly code: 'fetch-failed' | 'fetch-page' | 'fetch-local',
    readonly status: string = '',
  ) {
    super(`${code} ${status}`.trim());
  }
}

const kindOf: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/ofd': 'ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

/**
 * Fetches a file for the reader, as a click on its link would: from the web with the cookies of its site, from this
 * machine where the browser lets us.
 *
 * @throws DownloadError, FormatError `too-large`, or the abort reason.
 */
export async function fetchFile(url: string, { signal, onProgress }: FormatOptions = {}): Promise<File> {
  if (url.startsWith('file:')) return new File([await localBytes(url, signal)], nameIn(url) || 'file');
  const response = await fetch(url, { credentials: 'include', ...(signal && { signal }) }).catch((error) => {
    if (signal?.aborted) throw error;
    throw new DownloadError('fetch-failed');
  });
  if (!response.ok) throw new DownloadError('fetch-failed', String(response.status));
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const said = nameSaid(response.headers.get('content-disposition') ?? '');
  const asked = said ?? nameIn(url);
  // Error pages and sign-in pages are served in the place of a file, often with a good status.
  if (/html/.test(type) && said === null && !/^x?html?$/.test(extensionOf(asked)))
    throw new DownloadError('fetch-page');
  const bytes = await bytesOf(response, signal, onProgress);
  const kind = kindOf[type];
  const name = formatOf(asked) || !kind ? asked || 'file' : `${asked || 'file'}.${kind}`;
  const modified = Date.parse(response.headers.get('last-modified') ?? '');
  return new File(bytes, name, Number.isNaN(modified) ? {} : { lastModified: modified });
}

async function bytesOf(
  response: Response,
  signal: AbortSignal | undefined,
  onProgress: ((fraction: number) => void) | undefined,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const length = Number(response.headers.get('content-length')) || 0;
  if (length > maxBytes) throw new FormatError('too-large', String(length));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      signal?.throwIfAborted();
      throw new DownloadError('fetch-failed');
    });
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new FormatError('too-large', String(size));
    }
    parts.push(value);
    if (length > 0) onProgress?.(Math.min(1, size / length));
  }
  return parts;
}

/** `fetch` knows no `file:` addresses; the older call does where the browser allows them. */
function localBytes(url: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'arraybuffer';
    request.onload = () => {
      const { response } = request as { response: ArrayBuffer | null };
      if (response && response.byteLength > 0) resolve(response);
      else reject(new DownloadError('fetch-local'));
    };
    request.onerror = () => reject(new DownloadError('fetch-local'));
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(signal.reason);
    });
    try {
      request.open('GET', url);
      request.send();
    } catch {
      reject(new DownloadError('fetch-local'));
    }
  });
}

/** The last part of an address's path, or of its query where that names a file. */
function nameIn(url: string): string {
  const { pathname, search } = new URL(url);
  const query = /[=/]([^=/&]+\.\w{2,5})$/.exec(search)?.[1];
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  return decoded(query && !formatOf(last) ? query : last).replace(/[\\/:*?"<>|]/g, '_');
}

/**
 * The name a site gives a file. RFC 6266 has it in UTF-8 behind `filename*`; many sites write raw bytes of UTF-8 or GBK
 * behind `filename`, which arrive one sign a byte.
 */
export function nameSaid(disposition: string): string | null {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended) return decoded(extended);
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
  const raw = (plain?.[1] ?? plain?.[2])?.trim();
  if (!raw) return null;
  if (!/[\u0080-\u00ff]/.test(raw) || /[\u0100-\uffff]/.test(raw)) return decoded(raw);
  const bytes = Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
