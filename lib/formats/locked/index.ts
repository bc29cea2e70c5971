import { find, read } from 'cfb';
import { lazy } from '../lazy';
import { openWith } from '../open';
import { type Format, FormatError, type FormatOptions } from '../types';
import { unlocked } from './unlock';

/** What may lie under a lock: the packages of Word and Excel. */
const inner: readonly Format[] = [
  lazy('docx', ['docx'], [], () => import('../docx')),
  lazy('xlsx', ['xlsx'], [], () => import('../xlsx')),
  lazy('xls', ['xlsb'], [], () => import('../xls')),
];

/**
 * Word and Excel files with a password ([MS-OFFCRYPTO] 2.3.4): a compound file that holds the encrypted package. What opens
 * them (@noble/hashes, @noble/ciphers; MIT) is loaded with the first such file.
 *
 * @throws FormatError `encrypted` without a password, `wrong-password`, `locked` for locks of other kinds
 */
export const open: Format['open'] = async (bytes, name, options: FormatOptions = {}) => {
  options.signal?.throwIfAborted();
  const { info, content } = streamsOf(bytes);
  if (options.password === undefined) throw new FormatError('encrypted', 'an encrypted Office file');
  const opened = await unlocked(info, content, options.password, options.signal);
  const file = { name, size: opened.length, arrayBuffer: async () => opened.slice().buffer as ArrayBuffer };
  return openWith(inner, file, options);
};

function streamsOf(bytes: Uint8Array): { info: Uint8Array; content: Uint8Array } {
  try {
    const container = read(bytes, { type: 'array' });
    const stream = (name: string): Uint8Array => {
      const found = find(container, `/${name}`)?.content;
      if (!found) throw new FormatError('damaged', `no ${name}`);
      return Uint8Array.from(found as Iterable<number>);
    };
    return { info: stream('EncryptionInfo'), content: stream('EncryptedPackage') };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('locked', error instanceof Error ? error.message : '');
  }
}
