import { type Format, FormatError, type FormatOptions } from '../types';
import { openZip } from '../zip';
import { readDocument } from './document';
import { zipParts } from './parts';

/** Parts of a Word file that are read: XML, and files inserted into it. */
const WANTED = /\.(?:xml|rels|mht|mhtml|html?|xhtml|txt|docx)$/i;

/**
 * Word documents (.docx), read from their XML. mammoth was weighed and left: it drops automatic numbers, and its document
 * model has no place to put them back.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  return { name, format: 'docx', fields: {}, ...(await readPackage(bytes, options)) };
};

/** @param depth of documents inserted into documents */
async function readPackage(bytes: Uint8Array, options: FormatOptions, depth = 0) {
  if (depth > 2) throw new FormatError('damaged', 'documents in documents');
  const zip = openZip(bytes, (path) => WANTED.test(path) && !/(?:^|\/)(?:theme|media)\//i.test(path));
  options.onProgress?.(0.2);
  const inner = async (inserted: Uint8Array) =>
    (await readPackage(inserted, { signal: options.signal }, depth + 1)).html;
  return readDocument(zipParts(zip), options, inner);
}
