import { type Format, FormatError } from '../types';
import { RtfReader } from './reader';
import { rtfTokens } from './tokens';

/**
 * Rich Text Format, mostly under the name of a .doc: text as it stands after all tracked changes, the numbers that the
 * program printed, tables. The readers on the registry want a browser and draw the file, or lose its code pages.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  if (!/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 64))))
    throw new FormatError('damaged', 'no RTF');
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'open') reader.open();
    else if (token.kind === 'close') reader.close();
    else if (token.kind === 'byte') reader.byte(token.byte);
    else if (token.kind === 'word') reader.word(token.word, token.value);
  }
  const { html, warnings } = reader.finish();
  if (html === '') throw new FormatError('empty');
  options.onProgress?.(1);
  return { name, format: 'rtf', title: null, html, fields: {}, warnings };
};
