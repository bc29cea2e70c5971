import { Marked } from 'marked';
import { cutSaid } from './bounds';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { levelsWithin, linear, marksWithin } from './md-bounds';
import { pageWithin } from './nesting';
import { type Format, FormatError, type FormatWarning } from './types';

/** Makes a table of HTML clean HTML. */
type ReadTable = (html: string) => string;

/**
 * HTML inside Markdown is shown as text, for none of it can run: but for tables, which programs write so where cells span
 * others, and for tags that say only how words are set.
 */
const markedWith = (readTable: ReadTable) =>
  new Marked({
    gfm: true,
    // A line end inside a paragraph is kept: papers put "牵头单位：…" on lines of their own.
    breaks: true,
    tokenizer: linear,
    renderer: {
      html: ({ text }) => {
        if (TABLE.test(text)) return readTable(text);
        // A line end in the cell of a table has no other way to be written.
        if (/^<br\s*\/?>$/i.test(text.trim())) return '<br>';
        return escapeHtml(text.replace(LOOKS, ''));
      },
      image: ({ text }) => escapeHtml(text),
      link({ tokens }) {
        return this.parser.parseInline(tokens);
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '□ '),
    },
  });

const TABLE = /<table[\s>]/i;
/** Tags that say how words are set, and where. */
const LOOKS = /<\/?(?:u|b|i|s|em|strong|span|font|sup|sub|mark|small|big|center|div|p|a|ins|del)(?:\s[^<>]*)?>/gi;

/** The reader of tables, which comes with a parser of pages where there is any. */
async function tableReader(text: string, warnings: FormatWarning[]): Promise<ReadTable> {
  if (!TABLE.test(text)) return escapeHtml;
  const { parseHTML } = (await import('linkedom/worker')) as unknown as {
    parseHTML(html: string): { document: Document };
  };
  const { read } = await import('../text/read');
  const { plainHtml } = await import('./plain-html');
  const { wholePage } = await import('./whole-page');
  return (html) => {
    const within = pageWithin(html);
    warnings.push(...cutSaid(within, warnings));
    return plainHtml(read(parseHTML(wholePage(within.text)).document));
  };
}

/** Tables of HTML as blocks of their own, without the blank lines that would end them. */
function tablesApart(text: string): string {
  if (!TABLE.test(text)) return text;
  const small = text.toLowerCase();
  let out = '';
  let from = 0;
  for (let at = small.indexOf('<table'); at >= 0; at = small.indexOf('<table', from)) {
    const close = small.indexOf('</table>', at);
    if (close < 0) break;
    const end = close + '</table>'.length;
    const lines = text.slice(at, end).split('\n');
    out += `${text.slice(from, at)}\n\n${lines.filter((line) => line.trim() !== '').join('\n')}\n\n`;
    from = end;
  }
  return out + text.slice(from);
}

/** A note that is explained at the end is no address of a link, which would take it out of the text. */
const EXPLAINED = /^( {0,3})\[(\^?[^\]\n]{1,80})\]:(?=[ \t]*[^\s<#/.h]|[ \t]*h(?!ttps?:))/gm;

/** Markdown; ordered lists keep their numbers as text, so that "3." is found and quoted as it is written. */
export const open: Format['open'] = async (bytes, name) => {
  const { text: whole, warnings: decoded } = decode(bytes);
  const { title, text } = frontMatter(whole);
  const warnings: FormatWarning[] = [...decoded];
  const marked = markedWith(await tableReader(text, warnings));
  const levels = levelsWithin(text.replace(INDENT, '$1'));
  const prepared = numbersAsText(tablesApart(marksWithin(levels.text)).replace(EXPLAINED, '$1\\[$2]:'));
  const body = marked.parse(prepared, { async: false });
  warnings.push(...cutSaid(levels, warnings));
  if (!/\S/.test(body.replace(/<[^<>]*>/g, ''))) throw new FormatError('empty');
  const html = title && !/<h1[\s>]/.test(body) ? `<h1>${escapeHtml(title)}</h1>\n${body}` : body;
  return { name, format: 'md', title, html, fields: {}, warnings };
};

/** A line of what a file says of itself: a name and a value, a part of a list, or nothing. */
const SAID = /^(?:[\w-]+:|[ \t-]|\r?$)/;

/** What a file says of itself above its text, between two lines of hyphens: its title, and the text below. */
function frontMatter(text: string): { title: string | null; text: string } {
  const lines = text.split('\n');
  const isRule = (line: string | undefined) => /^---[ \t]*\r?$/.test(line ?? '');
  if (!isRule(lines[0]?.replace(/^\ufeff/, ''))) return { title: null, text };
  let end = 1;
  while (end < lines.length && !isRule(lines[end]) && SAID.test(lines[end]!)) end++;
  if (!isRule(lines[end])) return { title: null, text };
  const head = lines.slice(1, end).join('\n');
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(head)?.[1];
  return { title: title || null, text: lines.slice(end + 1).join('\n') };
}

/** A line that begins so far to the right stands no deeper: the parser goes through the rest of a list anew for each level. */
const INDENT = /^([ \t]{60})[ \t]+/gm;

const DASH = /^\s{0,3}:?-{1,2}:?\s*$/;

const LETTERED = /^\s{0,9}(?:[（(][a-h][)）]|[a-h][)）、．.])\s*\p{Script=Han}/u;

/** "3. 推进…" is a list to Markdown, which would number it anew and drop what is printed. */
function numbersAsText(text: string): string {
  let fence = false;
  return text
    .split(/\r?\n/)
    .map((line) => {
      if (/^\s{0,3}(?:```|~~~)/.test(line)) fence = !fence;
      if (fence) return line;
      // A table of one column to the parser, which looks through all that follows for each; a paper means a dash by it.
      if (DASH.test(line)) return line.replace('-', '\\-');
      // Items by letters are none to Markdown, which would keep them in one paragraph.
      if (LETTERED.test(line)) return `\n${line.trimStart()}`;
      return line.replace(/^(\s{0,9}\d{1,9})([.)])(?=\s)/, '$1\\$2');
    })
    .join('\n');
}
