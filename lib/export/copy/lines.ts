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
  const borders = bordersOf(policy);
  const lines = reading.lines.flatMap(({ start, end, blocks }): CopyLine[] => {
    const cuts = blocks.flatMap((at, index) =>
      index > 0 && bordersAt(borders, text, blocks[index - 1]!, at) ? [index] : [],
    );
    return [0, ...cuts].flatMap((from, index): CopyLine[] => {
      const block = text.blocks[blocks[from] ?? -1];
      const last = text.blocks[blocks[(cuts[index] ?? blocks.length) - 1] ?? -1];
      if (!block || !last) return [];
      return [
        {
          start: from === 0 ? start : reading.readingSpan(block).start,
          end: index === cuts.length ? end : reading.readingSpan(last).end,
          block,
        },
      ];
    });
  });
  return { reading, lines: whole ? lines : ownLines(lines, reading, text, policy) };
}

/** Where something that was read begins or ends: lines that meet there are two, though no full stop parts them. */
function bordersOf({ measures }: CopySource['policy']): { starts: ReadonlySet<number>; ends: ReadonlySet<number> } {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { span, assignments, deadlines } of measures) {
    starts.add(span.start);
    for (const { end } of [span, ...[...assignments, ...deadlines].map((each) => each.span)]) ends.add(end);
  }
  return { starts, ends };
}

/** Whether two blocks that were joined are two: a list that goes on in the next line begins it with its sign. */
function bordersAt(
  { starts, ends }: ReturnType<typeof bordersOf>,
  { text, blocks }: LinearText,
  before: number,
  at: number,
) {
  const [last, next] = [blocks[before]!, blocks[at]!];
  return (
    starts.has(next.start) ||
    (ends.has(last.end) && !/^[、，,；;（(及和与等]/.test(text.slice(next.start, next.start + 1)))
  );
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
