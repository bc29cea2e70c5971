import { find, read } from 'cfb';
import { type Format, FormatError, type FormatWarning } from '../types';
import { bodyOf } from './body';
import { type Streams, tableName } from './text';

/**
 * Word 97–2003 (.doc) and the WPS files that are the same inside: text as it stands after all tracked changes, without what
 * is hidden, tables, and the numbers that Word makes. The readers of .doc on the registry need Node.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const { streams, objects } = streamsOf(bytes);
  options.onProgress?.(0.3);
  const { html, warnings } = bodyOf(streams);
  if (html === '') throw new FormatError('empty');
  options.onProgress?.(1);
  const embedded: FormatWarning[] = objects > 0 ? [{ code: 'objects-left-out', count: objects }] : [];
  return { name, format: 'doc', title: null, html, fields: {}, warnings: [...warnings, ...embedded] };
};

/**
 * The document's own streams: those at the root of the container. Embedded objects have streams of the same names in
 * storages of their own (`ObjectPool`); they are counted.
 */
function streamsOf(bytes: Uint8Array): { streams: Streams; objects: number } {
  try {
    const container = read(bytes, { type: 'array' });
    const stream = (path: string) => {
      const content = find(container, `/${path}`)?.content;
      return content ? Uint8Array.from(content as Iterable<number>) : null;
    };
    const main = stream('WordDocument');
    if (!main) throw new FormatError('old-word', 'no main stream');
    const table = stream(tableName(main));
    if (!table) throw new FormatError('damaged', 'no table stream');
    const objects = container.FullPaths.filter((path) => /^[^/]*\/ObjectPool\/[^/]+\/$/i.test(path)).length;
    return { streams: { main, table, data: stream('Data') ?? undefined }, objects };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('truncated', error instanceof Error ? error.message : '');
  }
}
