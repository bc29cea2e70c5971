import { lastAtMost } from './dom-text';
import { beginsItem, continues, isPageRule } from './line';
import type { LinearText, Span } from './types';

/** One line of the reading view: a paragraph as its author meant it. */
export interface ReadingLine extends Span {
  /** Indexes into `LinearText.blocks` of the blocks it was put together from, in order. */
  readonly blocks: readonly number[];
}

/**
 * A linear text as it is meant to be read: hard line breaks and page breaks inside sentences joined, page rules and
 * page numbers left out, runs of blanks one blank. Lines are separated by one `\n`. Offsets convert both ways.
 */
export interface Reading {
  readonly text: string;
  readonly lines: readonly ReadingLine[];
  /** The printed place of the character at a reading offset; of the end, the end of the last character. */
  toPrinted(offset: number): number;
  /** The reading place of a printed offset; what is left out snaps to the next character that is read. */
  toReading(offset: number): number;
  /** A span of the reading as printed: from its first character to its last, with whatever stands between them. */
  printedSpan(span: Span): Span;
  readingSpan(span: Span): Span;
}

/** A physical line: a block, or what stands between two line feeds of a block. */
interface Line extends Span {
  readonly block: number;
  readonly text: string;
  /** Nothing but the line end parts it from the line before. */
  readonly adjacent: boolean;
}

const PRINTS = /[^\s\u200b\ufeff]/;

/** Puts the reading view of a text together. Linear in the length of the text. */
export function readingOf(linear: LinearText): Reading {
  const physical = linesOf(linear);
  const width = wrapWidth(physical);
  const out: string[] = [];
  const from: number[] = [];
  const printed: number[] = [];
  const lines: { start: number; end: number; blocks: number[] }[] = [];
  let length = 0;
  let before: Line | null = null;
  for (const line of physical) {
    if (isPageRule(line.text)) continue;
    const join =
      before !== null &&
      sameFlow(linear, before, line) &&
      !beginsItem(line.text) &&
      continues(before.text, line.text, line.adjacent && before.text.length >= width);
    const last = lines[lines.length - 1];
    if (join && last) {
      if (/[A-Za-z]$/.test(before!.text) && /^[A-Za-z]/.test(line.text)) {
        from.push(length);
        printed.push(before!.end);
        out.push(' ');
        length += 1;
      }
    } else if (last) {
      from.push(length);
      printed.push(before!.end);
      out.push('\n');
      length += 1;
    }
    const start = length;
    for (const run of line.text.matchAll(/\S+(?:[^\S\n]\S+)*/g)) {
      if (length > start) {
        from.push(length);
        printed.push(line.start + run.index - 1);
        out.push(' ');
        length += 1;
      }
      from.push(length);
      printed.push(line.start + run.index);
      out.push(run[0]);
      length += run[0].length;
    }
    if (join && last) {
      last.end = length;
      if (last.blocks[last.blocks.length - 1] !== line.block) last.blocks.push(line.block);
    } else {
      lines.push({ start, end: length, blocks: [line.block] });
    }
    before = line;
  }
  return reading(out.join(''), lines, from, printed, linear.text.length);
}

function reading(
  text: string,
  lines: readonly ReadingLine[],
  from: readonly number[],
  printed: readonly number[],
  most: number,
): Reading {
  const pieceEnd = (at: number) => from[at + 1] ?? text.length;
  const toPrinted = (offset: number): number => {
    const at = Math.max(0, lastAtMost(from, offset));
    if (from.length === 0) return 0;
    return Math.min(most, printed[at]! + Math.max(0, offset - from[at]!));
  };
  const toReading = (offset: number): number => {
    const at = lastAtMost(printed, offset);
    if (at < 0) return 0;
    const end = pieceEnd(at);
    return Math.min(from[at]! + (offset - printed[at]!), end);
  };
  return {
    text,
    lines,
    toPrinted,
    toReading,
    printedSpan: ({ start, end }) =>
      start >= end
        ? { start: toPrinted(start), end: toPrinted(start) }
        : { start: toPrinted(start), end: toPrinted(end - 1) + 1 },
    readingSpan: ({ start, end }) => ({ start: toReading(start), end: toReading(end) }),
  };
}

function linesOf(linear: LinearText): Line[] {
  const lines: Line[] = [];
  linear.blocks.forEach((block, index) => {
    if (block.furniture) return;
    let start = block.start;
    while (start < block.end) {
      const feed = linear.text.indexOf('\n', start);
      const stop = feed < 0 || feed > block.end ? block.end : feed;
      let head = start;
      let tail = stop;
      while (head < tail && !PRINTS.test(linear.text[head]!)) head++;
      while (tail > head && !PRINTS.test(linear.text[tail - 1]!)) tail--;
      if (head < tail) {
        const previous = lines[lines.length - 1];
        const gap = previous ? linear.text.slice(previous.end, head) : '';
        lines.push({
          start: head,
          end: tail,
          block: index,
          text: linear.text.slice(head, tail),
          adjacent: previous !== undefined && gap.replace(/\r\n?/g, '\n').split('\n').length === 2,
        });
      }
      start = stop + 1;
    }
  });
  return lines;
}

/** Cells of different places, headings and list items never run on into each other. */
function sameFlow(linear: LinearText, a: Line, b: Line): boolean {
  if (a.block === b.block) return true;
  const x = linear.blocks[a.block]!;
  const y = linear.blocks[b.block]!;
  if (x.cell || y.cell)
    return x.cell?.table === y.cell?.table && x.cell?.row === y.cell?.row && x.cell?.column === y.cell?.column;
  if (x.align === 'center' || y.align === 'center' || y.align === 'right') return false;
  return x.kind === 'paragraph' && (y.kind === 'paragraph' || (y.kind === 'item' && y.marker === undefined));
}

/**
 * The length from which a line counts as full, so that its end is the paper's and not the author's: nine tenths of the
 * width most long lines have. Infinity where lines are not wrapped to a width.
 */
function wrapWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let considered = 0;
  for (const line of lines) {
    if (line.text.length < 18 || line.text.length > 90) continue;
    considered++;
    counts.set(line.text.length, (counts.get(line.text.length) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const width of counts.keys()) {
    let near = 0;
    for (let w = width - 2; w <= width + 1; w++) near += counts.get(w) ?? 0;
    if (near > most || (near === most && width > best)) {
      most = near;
      best = width;
    }
  }
  return most >= 4 && most >= considered * 0.15 ? Math.floor(best * 0.85) : Number.POSITIVE_INFINITY;
}
