import type { Block, LinearText, PageMeta } from './types';

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const PRINTS = /[^\s\u200b\ufeff]/;
const HEADING = /^(#{1,6})[ \t\u3000]+\S/;

/**
 * A decoded plain text (or Markdown) file as linear text: one block a non-empty physical line, offsets those of the
 * string itself. Page rules (`---`, `— 3 —`) stay blocks: they are printed; the reading view leaves them out.
 */
export function fromPlain(text: string, meta: Partial<PageMeta> = {}): LinearText {
  const blocks: Block[] = [];
  const line = (from: number, to: number): void => {
    let start = from;
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
