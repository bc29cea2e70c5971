const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
  times: '×',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
};
const BY_NAME = new RegExp(`&(?:amp;)?(?:(${Object.keys(NAMED).join('|')})|#(\\d{2,6})|#x([\\da-f]{2,5}));`, 'gi');

/**
 * A plain text without the signs by name (`&nbsp;`) that a program left in it when it took a page apart: nobody types them, and
 * read as they stand they are words, nbsp among the units.
 */
export const withoutNames = (text: string): string =>
  text.includes('&')
    ? text.replace(BY_NAME, (all, name?: string, decimal?: string, hex?: string) => {
        if (name) return NAMED[name.toLowerCase()] ?? all;
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
        return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
      })
    : text;

const HOLDS_TEXT = /<(title|script|style|textarea|iframe|noscript|xmp|noembed|noframes)((?:\s[^<>]*)?)\/>/gi;

/**
 * A page's source in which elements that XML ends at once are ended by a tag: read as HTML, an empty `<title/>` takes all that
 * follows for its text.
 */
export const withTagsEnded = (html: string): string => html.replace(HOLDS_TEXT, '<$1$2></$1>');
