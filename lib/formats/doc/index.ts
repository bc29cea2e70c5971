import { find, read } from 'cfb';
import { escapeHtml } from '../escape';
import { blockHtml, cleanText, type HtmlCell, tableHtml } from '../markup';
import { type Format, FormatError } from '../types';
import { readProperties } from './paragraphs';
import { type DocText, readText, type Streams, tableName } from './text';

/**
 * Word 97–2003 (.doc) and the WPS files that are the same inside: text and tables. Numbers that Word makes by itself are
 * not resolved; the reader is told so, and how to convert. The readers of .doc on the registry need Node.
 */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const streams = streamsOf(bytes);
  options.onProgress?.(0.3);
  const document = readText(streams);
  const { html, numbered } = toHtml(document, readProperties(streams));
  if (html === '') throw new FormatError('empty');
  options.onProgress?.(1);
  const warnings = numbered > 0 ? [{ code: 'numbering-missing' as const, count: numbered }] : [];
  return { name, format: 'doc', title: null, html, fields: {}, warnings };
};

function streamsOf(bytes: Uint8Array): Streams {
  try {
    const container = read(bytes, { type: 'array' });
    const stream = (path: string) => {
      const content = find(container, path)?.content;
      return content ? Uint8Array.from(content as Iterable<number>) : null;
    };
    const main = stream('WordDocument');
    if (!main) throw new FormatError('old-word', 'no main stream');
    const table = stream(tableName(main));
    if (!table) throw new FormatError('damaged', 'no table stream');
    return { main, table };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('truncated', error instanceof Error ? error.message : '');
  }
}

/** Ends of paragraphs: 13 of text, 12 at a page break, 7 of a table cell or row. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format is made of them
const ends = /[\r\f\u0007]/g;

function toHtml(document: DocText, propertiesAt: ReturnType<typeof readProperties>) {
  const out: string[] = [];
  let rows: HtmlCell[][] = [];
  let row: HtmlCell[] = [];
  let cell = '';
  let numbered = 0;
  let at = 0;
  const text = document.text.endsWith('\r') ? document.text : `${document.text}\r`;
  const closeTable = () => {
    if (row.length > 0) rows.push(row);
    if (rows.length > 0) out.push(tableHtml(rows));
    rows = [];
    row = [];
  };
  for (const match of text.matchAll(ends)) {
    const content = inline(text.slice(at, match.index));
    at = match.index + 1;
    const { rowEnd, inTable, numbered: ownNumber } = propertiesAt(document.placeOf(match.index));
    if (ownNumber && content !== '') numbered++;
    if (match[0] === '\u0007') {
      if (rowEnd) {
        rows.push(row);
        row = [];
      } else row.push({ html: cell + blockHtml('p', content), rowSpan: 1, columnSpan: 1 });
      cell = '';
    } else if (inTable) {
      cell += blockHtml('p', content);
    } else {
      closeTable();
      out.push(blockHtml('p', content));
    }
  }
  closeTable();
  return { html: out.join(''), numbered };
}

/** Fields print their results, not their codes; notes, pictures and soft hyphens print nothing here. */
function inline(text: string): string {
  const codes: boolean[] = [];
  let shown = '';
  for (const sign of text) {
    if (sign === '\u0013') codes.push(true);
    else if (sign === '\u0014') codes[codes.length - 1] = false;
    else if (sign === '\u0015') codes.pop();
    else if (!codes.includes(true)) shown += sign;
  }
  const lines = shown.replaceAll('\u001e', '-').split('\u000b');
  return lines.map((line) => escapeHtml(cleanText(line))).join('<br>');
}
