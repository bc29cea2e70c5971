import { fromPlain } from '../text/plain';
import { readingOf } from '../text/reading';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { type Format, FormatError } from './types';

/**
 * Plain text. The paper's line and page breaks are taken out, so that a file that came from a PDF is set as paragraphs
 * again; nothing else of the text is changed.
 */
export const open: Format['open'] = async (bytes, name) => {
  const { text, warnings } = decode(bytes);
  // A binary file under a text name would be set as pages of noise.
  if ((text.match(/\0/g)?.length ?? 0) > text.length / 100) throw new FormatError('damaged', 'not a text file');
  const html = textToHtml(text);
  if (html === '') throw new FormatError('empty');
  return { name, format: 'txt', title: null, html, fields: {}, warnings };
};

/** Paragraphs of a plain text, as HTML; '' for a text of white space only. */
export function textToHtml(text: string): string {
  const reading = readingOf(fromPlain(text.replace(/\r\n?/g, '\n')));
  return reading.lines
    .map((line) => reading.text.slice(line.start, line.end).trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n');
}
