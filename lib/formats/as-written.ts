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

/** Strokes that stand between the cells of a table drawn by signs, and the signs of the rules between its rows. */
const STROKE = /[│┃║]/g;
const RULE = /^[\s─━┄┅┈┉═│┃║┌-╿+\-=|]*[─━═┌-╬][\s─━┄┅┈┉═│┃║┌-╿+\-=|]*$/;

/** The expression tries each stroke as the one that must be there: a rule is as wide as a page. */
const LONGEST_RULE = 1000;

/**
 * A plain text in which tables that are drawn by signs (┌─┬─┐ │任务│单位│) stand as rows by tabs. Between two rules stands one row, on
 * as many lines as its cells need; a table with rules only around it and below its head has a row a line.
 */
export function withoutBoxes(text: string): string {
  if (!STROKE.test(text)) return text;
  STROKE.lastIndex = 0;
  const out: string[] = [];
  let rows: string[][] = [];
  let groups: string[][][] = [];
  const close = () => {
    if (rows.length > 0) groups.push(rows);
    rows = [];
    // The head alone has a rule below it: then each line is a row.
    const byRule = groups.length > 2 || groups.every((group) => group.length === 1);
    for (const group of groups) for (const row of byRule ? [joined(group)] : group) out.push(row.join('\t'));
    groups = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = isRow(line) ? line.trim().slice(1, -1).split(STROKE) : null;
    if (cells) rows.push(cells.map((cell) => cell.trim()));
    else if (line.length <= LONGEST_RULE && RULE.test(line) && line.trim() !== '' && /[┌-╬]/.test(line)) {
      if (rows.length > 0) groups.push(rows);
      rows = [];
    } else {
      close();
      out.push(line);
    }
  }
  close();
  return out.join('\n');
}

/** Begins and ends with a stroke, with another between. */
const isRow = (line: string): boolean =>
  /^\s*[│┃║][^│┃║]*[│┃║].*[│┃║]\s*$/.test(line) || /^\s*[│┃║][^│┃║]+[│┃║]\s*$/.test(line);

const joined = (group: readonly (readonly string[])[]): string[] =>
  group.reduce<string[]>(
    (row, line) =>
      Array.from({ length: Math.max(row.length, line.length) }, (_, at) => `${row[at] ?? ''}${line[at] ?? ''}`),
    [],
  );
