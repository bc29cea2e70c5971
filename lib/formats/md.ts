import { Marked } from 'marked';
import { decode } from './encoding';
import { escapeHtml } from './escape';
import { type Format, FormatError } from './types';

/** HTML inside Markdown is shown as text: the notes of an office have no use for it, and none of it can run. */
const marked = new Marked({
  gfm: true,
  // A line end inside a paragraph is kept: papers put "牵头单位：…" on lines of their own.
  breaks: true,
  renderer: {
    // A line end in the cell of a table has no other way to be written.
    html: ({ text }) => (/^<br\s*\/?>$/i.test(text.trim()) ? '<br>' : escapeHtml(text)),
    image: ({ text }) => escapeHtml(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '□ '),
  },
});

/** Markdown; ordered lists keep their numbers as text, so that "3." is found and quoted as it is written. */
export const open: Format['open'] = async (bytes, name) => {
  const { text, warnings } = decode(bytes);
  const html = marked.parse(numbersAsText(text), { async: false });
  if (!/\S/.test(html.replace(/<[^<>]*>/g, ''))) throw new FormatError('empty');
  return { name, format: 'md', title: null, html, fields: {}, warnings };
};

const LETTERED = /^\s{0,9}(?:[（(][a-h][)）]|[a-h][)）、．.])\s*\p{Script=Han}/u;

/** "3. 推进…" is a list to Markdown, which would number it anew and drop what is printed. */
function numbersAsText(text: string): string {
  let fence = false;
  return text
    .split(/\r?\n/)
    .map((line) => {
      if (/^\s{0,3}(?:```|~~~)/.test(line)) fence = !fence;
      if (fence) return line;
      // Items by letters are none to Markdown, which would keep them in one paragraph.
      if (LETTERED.test(line)) return `\n${line.trimStart()}`;
      return line.replace(/^(\s{0,9}\d{1,9})([.)])(?=\s)/, '$1\\$2');
    })
    .join('\n');
}
