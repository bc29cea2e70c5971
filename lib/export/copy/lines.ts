import { endsDocument } from '../../policy/furniture';
import { type Reading, readingOf } from '../../text/reading';
import type { Block, LinearText } from '../../text/types';
import type { CopySource } from './types';

/** A line of the copy, in the coordinates of the reading. */
export interface CopyLine {
  readonly start: number;
  readonly end: number;
  readonly block: Block;
}

/**
 * The document's lines as they are read (hard line breaks joined, page numbers gone). Of a page, from the title to what the
 * site says after the text; all of it where the title is not found.
 */
export function copyLines(source: Pick<CopySource, 'text' | 'policy' | 'whole'>): {
  readonly reading: Reading;
  readonly lines: readonly CopyLine[];
} {
  const { text, policy, whole } = source;
  const reading = readingOf(text);
  const lines = reading.lines.flatMap(({ start, end, blocks }): CopyLine[] => {
    const block = text.blocks[blocks[0] ?? -1];
    return block ? [{ start, end, block }] : [];
  });
  return { reading, lines: whole ? lines : ownLines(lines, reading, text, policy) };
}

/** What a site says after a document is short beside it: a line like a footer's with more below it stands in the text. */
const MOST_AFTER = 0.4;

function ownLines(
  lines: readonly CopyLine[],
  reading: Reading,
  text: LinearText,
  { title, measures }: CopySource['policy'],
): readonly CopyLine[] {
  const words = lines.map(({ start, end }) => bare(reading.text.slice(start, end)));
  const total = words.reduce((sum, { length }) => sum + length, 0);
  // Menus print the title too, before the document; lists of other documents may, behind it.
  const before = measures[0]?.span.start ?? text.text.length / 2;
  const last = measures[measures.length - 1]?.span.end ?? 0;
  const wanted = bare(title ?? '');
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (line.block.start > before) break;
    if (printsTitle(words, index, wanted)) from = index;
  }
  let passed = words.slice(0, from).reduce((sum, { length }) => sum + length, 0);
  const own = total - passed;
  for (let index = from; index < lines.length; index++) {
    const after = total - passed;
    if (index > from && lines[index]!.block.start >= last && after < own * MOST_AFTER && endsDocument(words[index]!)) {
      return lines.slice(from, index);
    }
    passed += words[index]!.length;
  }
  return lines.slice(from);
}

/** Whether a title is printed from this line on, whatever lines it is broken into. */
function printsTitle(words: readonly string[], from: number, title: string): boolean {
  let rest = title;
  for (let index = from; rest !== '' && words[index] && rest.startsWith(words[index]!); index++) {
    rest = rest.slice(words[index]!.length);
  }
  return title !== '' && rest === '';
}

const bare = (words: string): string => words.replace(/\s+/g, '');
