/** Address under which the sample policy is known in the store. */
export const SAMPLE_URL = 'dutymark:sample';

/** Address of a text that was pasted. */
export const PASTED_URL = 'dutymark:pasted';

/** Address under which a local file is known: its name only, since a page is never told where a file lies. */
export function fileUrl(name: string): string {
  return `file:///${encodeURIComponent(name)}`;
}

/** `file:///%E6%96…` → 方案.html; null for any other address. */
export function fileNameOf(url: string): string | null {
  if (!url.startsWith('file:///')) return null;
  const plain = fetchableUrl(url) ?? url;
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** On the address of a file that was fetched: it leads to the reader and not to the web. */
const FETCHED = '#dutymark-file';

/** The address under which a file that was fetched is known. */
export const fetchedUrl = (url: string): string => url.replace(/#.*$/s, '') + FETCHED;

/** Where a file can be fetched again: from the web, or from the place in the file system that a tab told; else null. */
export function fetchableUrl(known: string): string | null {
  if (known.endsWith(FETCHED)) return known.slice(0, -FETCHED.length);
  return null;
}

/** What `reader.html` is asked to show. */
export type ReaderRequest =
  | { readonly show: 'sample' }
  /** The document a task or annotation comes from. */
  | { readonly show: 'document'; readonly document: string }
  /** A file behind a link or in a tab. */
  | { readonly show: 'address'; readonly url: string }
  /** The files kept on this machine. */
  | { readonly show: 'library' }
  | { readonly show: 'nothing' };

/** `?sample`, `?document=ID`, `?url=ADDRESS`, `?library`, or nothing. */
export function readerRequest(search: string): ReaderRequest {
  const query = new URLSearchParams(search);
  const document = query.get('document');
  if (document) return { show: 'document', document };
  const url = query.get('url');
  if (url && /^(?:https?|file):\/\//i.test(url)) return { show: 'address', url };
  if (query.has('library')) return { show: 'library' };
  return query.has('sample') ? { show: 'sample' } : { show: 'nothing' };
}
