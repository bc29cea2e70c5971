import type { Tokenizer, Tokens } from 'marked';

/** Quotes and items in one another, in papers: four or five. The parser reads the rest of a line anew for each. */
const DEEPEST = 32;
const LEVEL = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}(?=[.)][ \t]))/y;

/** A text whose lines begin no more quotes and items in one another than that; what would begin more is text. */
export function levelsWithin(text: string): { readonly text: string; readonly cut: boolean } {
  let cut = false;
  const lines = text.split('\n').map((line) => {
    const at = beyond(line);
    if (at < 0) return line;
    cut = true;
    return `${line.slice(0, at)}\\${line.slice(at)}`;
  });
  return cut ? { text: lines.join('\n'), cut } : { text, cut };
}

/** Where a line begins one level too many; -1 where it does not. */
function beyond(line: string): number {
  LEVEL.lastIndex = 0;
  for (let level = 0; level < DEEPEST; level++) {
    if (!LEVEL.test(line)) return -1;
    if (/[.)]/.test(line[LEVEL.lastIndex] ?? '')) LEVEL.lastIndex++;
  }
  const from = LEVEL.lastIndex;
  // A rule across the page is made of such signs.
  if (!LEVEL.test(line) || /^[-* \t]*$/.test(line)) return -1;
  const digits = /\d/.test(line[LEVEL.lastIndex - 1]!);
  return Math.max(from, digits ? LEVEL.lastIndex : LEVEL.lastIndex - 1);
}

/** A paragraph of so many signs is no paper's; the parser takes the square of its length to find what opens and never closes. */
const LONGEST = 20_000;
/** Signs that strike words out: papers say 3~5 by them, a few times in a paragraph. For each the parser looks through all others. */
const MOST_TILDES = 60;

/** A text whose endless paragraphs have no marks within the line. */
export function marksWithin(text: string): string {
  if (text.length <= MOST_TILDES) return text;
  return text
    .split(/(\n[ \t\r]*\n)/)
    .map((block) => {
      if (block.length <= MOST_TILDES) return block;
      const closed = hasMany(block, '<', MOST_TILDES) ? withoutOpenTags(block) : block;
      if (closed.length > LONGEST && isEndless(closed)) return closed.replace(/[*_~`[\]]/g, asSign);
      return hasMany(closed, '~', MOST_TILDES) ? closed.replace(/~/g, asSign) : closed;
    })
    .join('');
}

/** What opens in HTML and what closes it; a tag opens with any other <. */
const ENDS = [
  [/<(?=!--)/g, '-->'],
  [/<(?=\?)/g, '?>'],
  [/<(?=!\[CDATA\[)/g, ']]>'],
  [/</g, '>'],
] as const;

/** A text in which < that nothing closes is a sign: the parser looks for its end through all that follows, at each. */
const withoutOpenTags = (block: string): string =>
  ENDS.reduce((text, [opens, closes]) => {
    const last = text.lastIndexOf(closes);
    return text.replace(opens, (sign, at: number) => (at > last ? asSign(sign) : sign));
  }, block);

/** What `asSign` makes, which Markdown means by the sign itself. */
const OURS = /&#(42|60|95|96|126|91|93);/g;
const asSign = (mark: string): string => `&#${mark.charCodeAt(0)};`;

function hasMany(text: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (++count > most) return true;
  return false;
}

/** A table is as long as it likes: each of its cells is a text of its own. */
const isEndless = (block: string): boolean =>
  !block.includes('|') || block.split('\n').some(({ length }) => length > LONGEST);

/** What may begin something within a line. */
const BEGINS = /[\\<![`*~_\n]/g;

/** An address is text like any other: we show no links, and the parser looks for addresses through all that follows at each sign. */
const noAddress = (): undefined => undefined;

/** The parser's own text within the line, but for addresses. */
function inlineText(this: Tokenizer, src: string): Tokens.Text | undefined {
  if (src === '') return undefined;
  let from = 1;
  if (src[0] === '`' || src[0] === '~') while (src[from] === src[0]) from++;
  BEGINS.lastIndex = from;
  let end = BEGINS.exec(src)?.index ?? src.length;
  // Spaces before the end of a line belong to it.
  if (src[end] === '\n') while (end > from && src[end - 1] === ' ') end--;
  const raw = src.slice(0, end);
  const text = raw.includes('&#') ? raw.replace(OURS, (_, code) => String.fromCharCode(Number(code))) : raw;
  return { type: 'text', raw, text, escaped: this.lexer.state.inRawBlock };
}

/** What of the parser grew with the square of a line's length. */
export const linear = { url: noAddress, inlineText };
