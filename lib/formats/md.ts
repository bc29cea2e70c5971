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
  const { text: whole, warnings } = decode(bytes);
  const { title, text } = frontMatter(whole);
  const body = marked.parse(numbersAsText(bounded(text)), { async: false });
  if (!/\S/.test(body.replace(/<[^<>]*>/g, ''))) throw new FormatError('empty');
  const html = title && !/<h1[\s>]/.test(body) ? `<h1>${escapeHtml(title)}</h1>\n${body}` : body;
  return { name, format: 'md', title, html, fields: {}, warnings };
};

/** What a file says of itself above its text, between two lines of hyphens: its title, and the text below. */
function frontMatter(text: string): { title: string | null; text: string } {
  const head = /^\ufeff?---\r?\n((?:[\w-]+:.*\r?\n|[ \t-].*\r?\n|\r?\n)*?)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!head) return { title: null, text };
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(head[1]!)?.[1];
  return { title: title || null, text: text.slice(head[0].length) };
}

/** A paragraph of so many signs is no paper's; the parser takes the square of its length to find what opens and never closes. */
const LONGEST = 20_000;

/** A text whose endless paragraphs have no marks within the line. */
function bounded(text: string): string {
  if (text.length <= LONGEST) return text;
  return text
    .split(/(\n[ \t\r]*\n)/)
    .map((block) => (block.length > LONGEST && isEndless(block) ? block.replace(/[*_~`[\]]/g, asSign) : block))
    .join('');
}

const asSign = (mark: string): string => `&#${mark.charCodeAt(0)};`;

/** A table is as long as it likes: each of its cells is a text of its own. */
const isEndless = (block: string): boolean =>
  !block.includes('|') || block.split('\n').some(({ length }) => length > LONGEST);

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
