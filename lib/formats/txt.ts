import { fromPlain } from '../text/plain';
import { readingOf } from '../text/reading';
import { withoutBoxes, withoutNames } from './as-written';
import { cutSaid, isNoise, linesWithin } from './bounds';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { type Format, FormatError } from './types';

/**
 * Plain text. The paper's line and page breaks are taken out, so that a file that came from a PDF is set as paragraphs
 * again, and signs by name are the signs; nothing else of the text is changed.
 */
export const open: Format['open'] = async (bytes, name) => {
  const { text, warnings } = decode(bytes);
  if (isNoise(text)) throw new FormatError('damaged', 'not a text file');
  const read = linesWithin(withoutBoxes(withoutNames(text)));
  const html = textToHtml(read.text);
  if (html === '') throw new FormatError('empty');
  return { name, format: 'txt', title: null, html, fields: {}, warnings: [...warnings, ...cutSaid(read)] };
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
