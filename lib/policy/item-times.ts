import { codes } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import type { Span } from '../text/types';
import type { Piece } from './drafts';
import type { Item } from './items';
import type { OutlineNode } from './outline';
import type { Reading } from './readings';
import type { DateContext } from './time/calendar';
import { deadlinesIn, fieldDeadlines } from './time/deadlines';
import type { TimeFound } from './time/points';
import { fieldRecurrences, type RecurrenceFound, recurrencesIn } from './time/recurrences';
import type { Deadline, Recurrence } from './types';

/** The body of an item paragraph by paragraph: stretches that are neither number, title nor division of work. */
export interface Body {
  readonly at: number;
  readonly strand: Strand;
  readonly from: number;
  readonly pieces: readonly Piece[];
}

const empty = /^[/／\\—–\-无*、\s]*$/;

/** The deadlines of an item: in its bodies, and in the time fields of its division of work. */
export function deadlinesOf(
  item: Item,
  bodies: readonly Body[],
  readings: readonly Reading[],
  dates: DateContext,
): Deadline[] {
  const out: Deadline[] = [];
  const inText = new Map<number, Deadline[]>();
  for (const { at, strand, pieces } of bodies) {
    const from = out.length;
    for (const t of deadlinesIn(strand.text, dates, strand.signs)) {
      if (pieces.some((p) => t.start >= p.start && t.end <= p.end)) continue;
      out.push(deadlineAt(strand, t, scopeOf(strand, t.start, t.end)));
    }
    inText.set(at, out.slice(from));
  }
  for (const { at, piece } of item.pieces) {
    const { strand } = readings[at]!.paragraph;
    for (const { start, end } of piece.times) {
      // A sentence that says what is done too was read with the body.
      const span = strand.span(start, end);
      if (inText.get(at)?.some((d) => d.span.start < span.end && d.span.end > span.start)) continue;
      out.push(...fieldTimes({ strand, start, end }, dates));
    }
  }
  if (out.length || bodies.some(({ strand }) => ownTime.test(strand.text))) return out;
  return headedTimes(item.numbered ? item.node.parent : item.node, readings, dates);
}

/** A point that comes again, lasts, or names a time of its own is not bound by its heading's. */
const ownTime =
  /每[年季月旬周日天半]|长期|常年|全年|常态|持续|定期|适时|(?:结束|完成|以|之)后|[年季月]度?[末底]|\d年|\d月/;
/** Longest heading that sets a time for all below it. */
const longestHeading = 60;

/** （二）集中整治阶段（3月11日至5月31日）: the end of the time that the nearest phase above sets; of points that set none themselves. */
function headedTimes(from: OutlineNode | null, readings: readonly Reading[], dates: DateContext): Deadline[] {
  for (let node = from; node && node.at >= 0; node = node.parent) {
    const { strand } = readings[node.at]!.paragraph;
    const { text } = strand;
    if (text.length > longestHeading || /[。；]./.test(text)) continue;
    const last = deadlinesIn(text, dates, strand.signs).findLast(({ date }) => date !== null);
    if (last && (/阶段/.test(text) || /^[^，]{0,2}[）)]/.test(text.slice(last.end)))) return [deadlineAt(strand, last)];
  }
  return [];
}

/**
 * The deadlines of a time field. One date keeps the field's whole words; several are told one by one; what only recurs is
 * none.
 */
export function fieldTimes({ strand, start, end }: Stretch, dates: DateContext): Deadline[] {
  const text = strand.text.slice(start, end);
  const found = empty.test(text) ? [] : fieldDeadlines(text, dates);
  if (found.length === 1 && found[0]!.date === null && fieldRecurrences(text).length) return [];
  if (found.length === 1) return [deadlineAt(strand, { ...found[0]!, start, end })];
  return found.map((t) => deadlineAt(strand, { ...t, start: start + t.start, end: start + t.end }));
}

/** A time that was found in a strand, as a deadline of its own. */
export function deadlineAt(strand: Strand, time: TimeFound, scope: Span | null = null): Deadline {
  const { start, end, date, yearInferred } = time;
  return {
    text: strand.text.slice(start, end),
    span: strand.span(start, end),
    date,
    yearInferred,
    isDefault: false,
    scope,
  };
}

/** The same of what recurs, found in the stretch of the strand that begins at `base`. */
export function recurrenceAt(strand: Strand, found: RecurrenceFound, base = 0): Recurrence {
  const [start, end] = [base + found.start, base + found.end];
  return {
    text: strand.text.slice(start, end),
    span: strand.span(start, end),
    period: found.period,
    times: found.times,
  };
}

/** Longest clause that a date governs: in a text without stops each date would else be read to its end. */
const longestScope = 400;
const scopeEnds = codes('，。；,;');

/** The clause a date governs: what follows it up to the next stop, else what stands before it; at most 400 characters of it. */
function scopeOf(strand: Strand, start: number, end: number): Span | null {
  const { text } = strand;
  const last = Math.min(text.length, end + longestScope);
  let to = end;
  while (to < last && !scopeEnds.has(text.charCodeAt(to))) to++;
  if (to - end >= 2) return strand.span(end, to);
  const first = Math.max(0, start - longestScope);
  let from = start;
  while (from > first && !scopeEnds.has(text.charCodeAt(from - 1))) from--;
  if (start - from >= 2) return strand.span(from, start);
  return null;
}

/** What recurs by a field of times. */
export const fieldRecurrencesAt = ({ strand, start, end }: Stretch): Recurrence[] =>
  fieldRecurrences(strand.text.slice(start, end)).map((found) => recurrenceAt(strand, found, start));

/** What recurs, as its bodies say, and its division of work (…牵头，每季度更新一次): none of its deadlines. */
export function recurrencesOf(item: Item, bodies: readonly Body[], readings: readonly Reading[]): Recurrence[] {
  const out: Recurrence[] = [];
  for (const { strand, pieces } of bodies) {
    for (const found of recurrencesIn(strand.text, strand.signs))
      if (!pieces.some((p) => found.start >= p.start && found.end <= p.end)) out.push(recurrenceAt(strand, found));
  }
  for (const { at, piece } of item.pieces) {
    const { strand } = readings[at]!.paragraph;
    for (const { start, end } of piece.times) out.push(...fieldRecurrencesAt({ strand, start, end }));
  }
  return out;
}
