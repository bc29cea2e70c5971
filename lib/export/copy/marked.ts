import type { Mark } from '../../paint/types';
import { escapeHtml } from '../../text/escape';
import type { Reading } from '../../text/reading';
import { ASIDE } from '../../text/tags';
import type { Note } from './notes';
import { styleOf } from './styles';

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** Writes any stretch of the reading with its marks, flat: overlapping marks become one style for each piece. */
export interface Writer {
  html(start: number, end: number): string;
  plain(start: number, end: number): string;
}

/**
 * @param marks with spans as printed.
 * @param notes whose numbers stand behind the passages they are about.
 */
export function writer(reading: Reading, marks: readonly Mark[], notes: readonly Note[]): Writer {
  const placed = marks
    .map((mark): Placed => ({ ...reading.readingSpan(mark.span), mark }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const ends = notes
    .flatMap(({ number, span }) => (span ? [{ at: reading.readingSpan(span).end, number }] : []))
    .sort((a, b) => a.at - b.at || a.number - b.number);
  /** Longest mark: how far back one may begin that reaches into a stretch. */
  const longest = placed.reduce((most, { start, end }) => Math.max(most, end - start), 0);

  const numbersIn = (start: number, end: number) => between(ends, ({ at }) => at, start + 1, end + 1);
  return {
    html(start, end) {
      const here = between(placed, (each) => each.start, start - longest, end).filter((each) => each.end > start);
      const numbers = numbersIn(start, end);
      const cuts = new Set([start, end]);
      for (const each of here) cuts.add(Math.max(start, each.start)).add(Math.min(end, each.end));
      for (const { at } of numbers) cuts.add(at);
      const places = [...cuts].sort((a, b) => a - b);
      let out = '';
      for (let index = 0; index + 1 < places.length; index++) {
        const [from, to] = [places[index]!, places[index + 1]!];
        const style = styleOf(here.filter((each) => each.start <= from && each.end >= to).map(({ mark }) => mark));
        const words = escaped(reading.text.slice(from, to));
        out += style ? `<span style="${style}">${words}</span>` : words;
        for (const { at, number } of numbers) if (at === to) out += reference(number);
      }
      return out;
    },
    plain(start, end) {
      let out = '';
      let from = start;
      for (const { at, number } of numbersIn(start, end)) {
        out += `${reading.text.slice(from, at)}［${number}］`;
        from = at;
      }
      return out + reading.text.slice(from, end);
    },
  };
}

const reference = (number: number): string =>
  `<sup ${ASIDE}><a id="dutymark-r${number}" href="#dutymark-n${number}" style="color:#8f1914">［${number}］</a></sup>`;

/** Text for HTML, without the signs that no file may hold. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go.
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}

/** Those of a sorted list whose key lies in [from, to). */
function between<T>(sorted: readonly T[], key: (item: T) => number, from: number, to: number): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle]!) < from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (; low < sorted.length && key(sorted[low]!) < to; low++) found.push(sorted[low]!);
  return found;
}
