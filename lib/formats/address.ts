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
  const last = url.slice(url.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** What `reader.html` is asked to show. */
export type ReaderRequest =
  | { readonly show: 'sample' }
  /** The document a task or annotation comes from. */
  | { readonly show: 'document'; readonly document: string }
  /** The files kept on this machine. */
  | { readonly show: 'library' }
  | { readonly show: 'nothing' };

/** `?sample`, `?document=ID`, `?library`, or nothing. */
export function readerRequest(search: string): ReaderRequest {
  const query = new URLSearchParams(search);
  const document = query.get('document');
  if (document) return { show: 'document', document };
  if (query.has('library')) return { show: 'library' };
  return query.has('sample') ? { show: 'sample' } : { show: 'nothing' };
}
