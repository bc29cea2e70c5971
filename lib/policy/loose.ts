import { readProse } from './prose';
import type { Reading } from './readings';
import type { Measure, Unread } from './types';

/** Most that is listed: a document in prose throughout is not listed sentence by sentence. */
const most = 200;

/**
 * Duties told outside every measure, mostly in the closing sections (领导小组日常工作由县水利局负责 · 县应急局要强化统筹协调): they
 * belong to no measure and are shown as unread, sentence by sentence. Only after the first measure: what stands before it
 * is the letter. Cost: linear.
 */
export function looseDuties(readings: readonly Reading[], measures: readonly Measure[]): Unread[] {
  const out: Unread[] = [];
  const first = measures[0]?.span.start;
  if (first === undefined) return out;
  let k = 0;
  for (const { paragraph, pieces, kind } of readings) {
    if (kind === 'cell' || kind === 'line' || paragraph.furniture || out.length >= most) continue;
    const { strand } = paragraph;
    const whole = strand.span();
    if (whole.start < first) continue;
    while (k < measures.length && measures[k]!.span.end <= whole.start) k++;
    if (measures[k] && measures[k]!.span.start < whole.end) continue;
    let last = -1;
    for (const { start } of readProse(strand, paragraph.marker?.length ?? 0, pieces, { onlyBy: false, weak: true })) {
      const from = Math.max(strand.text.lastIndexOf('。', start), strand.text.lastIndexOf('；', start)) + 1;
      if (from === last) continue;
      last = from;
      const stop = /[。；]/.exec(strand.text.slice(start))?.index;
      const to = stop === undefined ? strand.length : start + stop;
      out.push({
        text: strand.text.slice(from, to),
        span: strand.span(from, to),
        measure: null,
        reason: 'no-measure',
      });
    }
  }
  return out;
}
