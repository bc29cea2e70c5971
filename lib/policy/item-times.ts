import type { Strand, Stretch } from '../text/strand';
import type { Span } from '../text/types';
import type { Piece } from './drafts';
import type { Item } from './items';
import type { Reading } from './readings';
import type { DateContext } from './time/calendar';
import { deadlinesIn, fieldDeadlines } from './time/deadlines';
import { recurrencesIn } from './time/recurrences';
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
  for (const { strand, pieces } of bodies) {
    for (const t of deadlinesIn(strand.text, dates, strand.signs)) {
      if (pieces.some((p) => t.start >= p.start && t.end <= p.end)) continue;
      out.push({
        text: strand.text.slice(t.start, t.end),
        span: strand.span(t.start, t.end),
        date: t.date,
        yearInferred: t.yearInferred,
        isDefault: false,
        scope: scopeOf(strand, t.start, t.end),
      });
    }
  }
  for (const { at, piece } of item.pieces) {
    const { strand } = readings[at]!.paragraph;
    for (const { start, end } of piece.times) {
      out.push(...fieldTimes({ strand, start, end }, dates));
    }
  }
  return out;
}

/**
 * The deadlines of a time field. One date keeps the field's whole words; several are told one by one; what only recurs is
 * none.
 */
export function fieldTimes({ strand, start, end }: Stretch, dates: DateContext): Deadline[] {
  const text = strand.text.slice(start, end);
  const found = empty.test(text) ? [] : fieldDeadlines(text, dates);
  if (found.length === 1 && found[0]!.date === null && recurrencesIn(text).length) return [];
  return found.map(({ start: from, end: to, date, yearInferred }): Deadline => {
    const [a, b] = found.length > 1 ? [start + from, start + to] : [start, end];
    return {
      text: strand.text.slice(a, b),
      span: strand.span(a, b),
      date,
      yearInferred,
      isDefault: false,
      scope: null,
    };
  });
}

/** The clause a date governs: what follows it up to the next stop, else what stands before it. */
function scopeOf(strand: Strand, start: number, end: number): Span | null {
  const { text } = strand;
  const stop = /[，。；,;]/g;
  stop.lastIndex = end;
  const to = stop.exec(text)?.index ?? text.length;
  if (to - end >= 2) return strand.span(end, to);
  let from = start;
  while (from > 0 && !'，。；,;'.includes(text[from - 1]!)) from--;
  if (start - from >= 2) return strand.span(from, start);
  return null;
}

/** What recurs, as its bodies say, and its division of work (…牵头，每季度更新一次): none of its deadlines. */
export function recurrencesOf(item: Item, bodies: readonly Body[], readings: readonly Reading[]): Recurrence[] {
  const out: Recurrence[] = [];
  for (const { strand, pieces } of bodies) {
    for (const { start, end, period, times } of recurrencesIn(strand.text, strand.signs)) {
      if (pieces.some((p) => start >= p.start && end <= p.end)) continue;
      out.push({ text: strand.text.slice(start, end), span: strand.span(start, end), period, times });
    }
  }
  for (const { at, piece } of item.pieces) {
    const { strand } = readings[at]!.paragraph;
    for (const time of piece.times) {
      for (const { start, end, period, times } of recurrencesIn(strand.text.slice(time.start, time.end))) {
        const [from, to] = [time.start + start, time.start + end];
        out.push({ text: strand.text.slice(from, to), span: strand.span(from, to), period, times });
      }
    }
  }
  return out;
}
