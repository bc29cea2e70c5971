import { type Format, FormatError, type FormatOptions } from '../types';
import { parseXml } from '../xml';
import { cleanPath, openZip } from '../zip';
import { readDocument } from './document';
import { flatParts, zipParts } from './parts';

/** Parts of a Word file that are read; files inserted into it, of whatever name, when they are asked for. */
const WANTED = /\.(?:xml|rels)$/i;

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
  const inner = async (document: Uint8Array) =>
    (await readPackage(document, { signal: options.signal }, depth + 1)).html;
  if (bytes[0] !== 0x50) {
    // A document inserted as one XML file.
    const { root, malformed } = parseXml(bytes);
    if (root) return readDocument(flatParts(root, malformed), options, inner);
  }
  const zip = openZip(bytes, (path) => WANTED.test(path) && !/(?:^|\/)(?:theme|media)\//i.test(path));
  options.onProgress?.(0.2);
  const inserted = (path: string) => {
    const own = cleanPath(path).toLowerCase();
    return openZip(bytes, (other) => other.toLowerCase() === own).get(path);
  };
  return readDocument(zipParts(zip, inserted), options, inner);
}
