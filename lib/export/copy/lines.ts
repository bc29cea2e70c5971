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

function ownLines(
  lines: readonly CopyLine[],
  reading: Reading,
  text: LinearText,
  { title, measures }: CopySource['policy'],
): readonly CopyLine[] {
  const first = measures[0]?.span.start ?? text.text.length;
  const last = measures[measures.length - 1]?.span.end ?? 0;
  const wanted = bare(title ?? '');
  let from = 0;
  let to = lines.length;
  for (const [index, line] of lines.entries()) {
    const words = bare(reading.text.slice(line.start, line.end));
    // The last place before the measures that prints it, or the beginning of it: menus print it too.
    if (wanted && line.block.start <= first && words.length >= 6 && wanted.startsWith(words)) from = index;
    if (index > from && line.block.start >= last && endsDocument(words)) {
      to = index;
      break;
    }
  }
  return lines.slice(from, to);
}

const bare = (words: string): string => words.replace(/\s+/g, '');
