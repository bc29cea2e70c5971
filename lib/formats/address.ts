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
  /** The document a task or annotation comes from; `kind` and `id` of what to reveal in it. */
  | { readonly show: 'document'; readonly document: string; readonly kind: string | null; readonly id: string | null }
  | { readonly show: 'nothing' };

/** `?sample`, `?document=ID&task=ID`, `?document=ID&annotation=ID`, `?document=ID&measure=ID`, or nothing. */
export function readerRequest(search: string): ReaderRequest {
  const query = new URLSearchParams(search);
  const document = query.get('document');
  if (document) {
    const kind = ['task', 'annotation', 'measure'].find((name) => query.get(name)) ?? null;
    return { show: 'document', document, kind, id: kind && query.get(kind) };
  }
  return query.has('sample') ? { show: 'sample' } : { show: 'nothing' };
}

/** The page and query that `readerRequest` reads back: `reader.html?document=…&task=…`. */
export function readerPath(document: string, kind: 'task' | 'annotation' | 'measure', id: string): string {
  return `reader.html?${new URLSearchParams({ document, [kind]: id })}`;
}
