import type { Block, LinearText, PageMeta } from './types';

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const PRINTS = /[^\s\u200b\ufeff]/;
/** Signs that a mail or an editor sets before every line, by the sign itself. */
const QUOTED: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ['>', '＞', '-', '*', '•', '·'].map((sign) => [sign, new RegExp(`^[ \\t\\u3000]*(?:[${sign}][ \\t]*)+`)]),
);
/** A sign counts where so large a share of the lines, and so many, begin with it. */
const SHARE = 0.9;
const FEWEST = 5;
const HEADING = /^(#{1,6})[ \t\u3000]+\S/;

/**
 * A decoded plain text (or Markdown) file as linear text: one block a non-empty physical line, offsets those of the
 * string itself. Page rules (`---`, `— 3 —`) stay blocks: they are printed; the reading view leaves them out.
 */
export function fromPlain(text: string, meta: Partial<PageMeta> = {}): LinearText {
  const blocks: Block[] = [];
  const quoted = QUOTED[throughout(text)];
  const line = (from: number, to: number): void => {
    let start = from + (quoted?.exec(text.slice(from, Math.min(to, from + 24)))?.[0].length ?? 0);
    let end = to;
    while (start < end && !PRINTS.test(text[start]!)) start++;
    while (end > start && !PRINTS.test(text[end - 1]!)) end--;
    if (start === end) return;
    const level =
      text[start] === '#' ? HEADING.exec(text.slice(start, Math.min(end, start + 12)))?.[1]?.length : undefined;
    blocks.push(level === undefined ? { start, end, kind: 'paragraph' } : { start, end, kind: 'heading', level });
  };
  let from = 0;
  for (const end of text.matchAll(LINE_END)) {
    line(from, end.index);
    from = end.index + end[0].length;
  }
  line(from, text.length);
  return { text, blocks, origin: 'plain', meta: { url: null, title: null, fields: {}, ...meta } };
}

/** The sign with which nearly every line begins, so that it is none of the text (> in an answered mail); '' where there is none. Cost: linear. */
function throughout(text: string): string {
  const counts = new Map<string, number>();
  let lines = 0;
  for (const [, sign] of text.matchAll(/^[ \t\u3000]*([^\s])/gm)) {
    lines++;
    if (sign! in QUOTED) counts.set(sign!, (counts.get(sign!) ?? 0) + 1);
  }
  return [...counts].find(([, n]) => n >= FEWEST && n >= lines * SHARE)?.[0] ?? '';
}
