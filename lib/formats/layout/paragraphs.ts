import type { Align } from '../markup';
import { beginsItem } from './lines';
import { type Margins, quantile } from './margins';
import { rowsAlike } from './rows-alike';
import type { Line } from './types';

export interface Paragraph {
  readonly lines: Line[];
  readonly align: Align;
}

/** Ends that close a sentence or a list of units; a line that ends otherwise and is full runs on. */
const closes = /[。；！？：:;）)」』”\]］]$/;

/** Signs that begin an item of a list without numbers. */
const BULLET = /^[•●○◦■□◆◇❖▪▶►➢➔➲★☆※✓✦☑☒]/;

/** A line with the margins of its page; `page` tells a page break from a gap. */
export interface PlacedLine {
  readonly line: Line;
  readonly margins: Margins;
  readonly page: number;
}

/**
 * Lines as the paragraphs their author typed. A new one begins where the line before ended early, where a line is
 * indented, where the size changes, and after a gap; a page break alone begins none.
 */
export function paragraphsOf(lines: readonly PlacedLine[]): Paragraph[] {
  const habits: Habits = { leading: usualLeading(lines), flush: isFlush(lines) };
  const result: { lines: Line[]; align: Align }[] = [];
  let before: PlacedLine | null = null;
  for (const placed of lines) {
    const last = result[result.length - 1];
    const align = alignOf(placed);
    if (before && last && continues(before, placed, habits, last, align)) last.lines.push(placed.line);
    else result.push({ lines: [placed.line], align });
    before = placed;
  }
  return result;
}

function continues(
  before: PlacedLine,
  next: PlacedLine,
  { leading, flush }: Habits,
  paragraph: { lines: Line[]; align: Align },
  align: Align,
): boolean {
  const a = before.line;
  const b = next.line;
  if (paragraph.align !== null || (align !== null && b.x0 > next.margins.left + 3 * b.size)) return false;
  if (Math.abs(a.size - b.size) > 0.15 * Math.max(a.size, b.size)) return false;
  // Two parts of one printed line were cut apart on purpose.
  if (before.page === next.page && Math.abs(a.y - b.y) < 0.4 * b.size) return false;
  if (rowsAlike(a, b)) return false;
  if (BULLET.test(b.text)) return false;
  // A list of units may run on to the next column, but says so by how it ends.
  const nextColumn = before.page === next.page && b.y < a.y - a.size;
  if (nextColumn && LABELLED.test(paragraph.lines[0]!.text) && !/[、，,（(：:]$/.test(a.text)) return false;
  const short = a.x1 < before.margins.right - 2.2 * a.size;
  const indented = b.x0 > next.margins.left + 1.2 * b.size;
  const open = !closes.test(a.text);
  // A word of letters or a number that did not fit leaves a wider rest than a character does.
  const longWord = /^[A-Za-z0-9.%〔“《（—]+/.exec(b.text)?.[0].length ?? 0;
  const rest = (before.margins.right - a.x1) / a.size;
  if (short && !(open && !indented && longWord > 2 && rest < 2.2 + longWord * 0.6)) return false;
  if (indented) return open && !beginsItem.test(b.text) && Math.abs(a.x0 - b.x0) < a.size && paragraph.lines.length > 1;
  if (beginsItem.test(b.text) && !open) return false;
  if (flush && begins.test(b.text) && !insideBracket(paragraph.lines)) return false;
  const gap = b.y - a.y;
  if (before.page === next.page && gap > leading * (open ? 2.2 : 1.6)) return false;
  return true;
}

interface Habits {
  readonly leading: number;
  /** Paragraphs begin at the margin: a full line before a number tells nothing. */
  readonly flush: boolean;
}

/** Labels that assignments on lines of their own begin with. */
const LABELLED = /^(?:牵头|责任|参加|参与|配合|协办|主办|完成)[^，。：:]{0,4}[：:]/;

/** Items, and those labels. */
const begins = new RegExp(`${beginsItem.source}|${LABELLED.source}`);

/** Most numbered lines of the document stand at the margin. */
function isFlush(lines: readonly PlacedLine[]): boolean {
  const items = lines.filter(({ line }) => beginsItem.test(line.text));
  const atMargin = items.filter(({ line, margins }) => line.x0 < margins.left + 0.8 * line.size);
  return atMargin.length > items.length / 2;
}

function insideBracket(lines: readonly Line[]): boolean {
  let depth = 0;
  for (const { text } of lines)
    for (const sign of text) {
      if ('（(［[〔'.includes(sign)) depth++;
      else if ('）)］]〕'.includes(sign)) depth = Math.max(0, depth - 1);
    }
  return depth > 0;
}

/** The step from line to line that is met most. */
function usualLeading(lines: readonly PlacedLine[]): number {
  const steps: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const step = lines[index]!.line.y - lines[index - 1]!.line.y;
    if (lines[index]!.page === lines[index - 1]!.page && step > 2) steps.push(step);
  }
  return steps.length > 0 ? quantile(steps, 0.5) : Number.POSITIVE_INFINITY;
}

function alignOf({ line, margins }: PlacedLine): Align {
  const left = line.x0 - margins.left;
  const right = margins.right - line.x1;
  // A first line is indented by two characters; display type needs no such distance.
  const least = line.size > 1.25 * margins.size ? 0.4 * line.size : 2.5 * line.size;
  if (left > least && Math.abs(left - right) < 1.5 * line.size + 0.06 * (left + right)) return 'center';
  if (left > (margins.right - margins.left) * 0.4 && right < left * 0.6) return 'right';
  return null;
}

/** In a cell that only lists names, one below the other, each line is one: the blank between them went with the line's end. */
const isNameAfterName = (before: Line, line: Line): boolean =>
  /^[\p{Script=Han} ]{2,}(?:[局委办厅部院会府]|中心|公司)$/u.test(before.text) &&
  /^[省市县区州各][\p{Script=Han} ]+(?:[局委办厅部院会府]|中心|公司)$/u.test(line.text);

/**
 * The paragraphs of a table cell. Text wraps at the cell's edges; a line that ends well before them was ended by hand.
 */
export function cellParagraphs(lines: readonly Line[], x0: number, x1: number): Line[][] {
  // A head set down its cell, a sign a line.
  if (lines.length > 1 && lines.every(({ text }) => [...text].length === 1 && /\p{Script=Han}/u.test(text)))
    return [[...lines]];
  const result: Line[][] = [];
  const widest = Math.max(0, ...lines.map((line) => line.x1 - line.x0));
  for (const line of lines) {
    const before = result[result.length - 1]?.at(-1);
    // Cells have a padding, commonly some five points a side.
    const room = before ? Math.max(widest, x1 - x0 - 11) - (before.x1 - before.x0) : 0;
    const ended = before && room > 1.7 * before.size;
    const apart = before && (isNameAfterName(before, line) || (beginsItem.test(line.text) && closes.test(before.text)));
    if (before && !ended && !apart) result.at(-1)!.push(line);
    else result.push([line]);
  }
  return result;
}
