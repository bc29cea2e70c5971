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
    const duties = readProse(strand, paragraph.marker?.length ?? 0, pieces, { onlyBy: false, weak: true });
    const sentences = new Map(duties.map(({ start }) => sentenceAt(strand.text, start)));
    for (const [from, to] of sentences)
      out.push({ text: strand.text.slice(from, to), span: strand.span(from, to), measure: null, reason: 'no-measure' });
  }
  return out;
}

/** Bounds of the sentence, or the part before a ；, that holds `at`. */
function sentenceAt(text: string, at: number): [from: number, to: number] {
  const stop = text.slice(at).search(/[。；]/);
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1;
  return [from, stop < 0 ? text.length : at + stop];
}
