import { fold } from '../text/chars';
import type { Assembly } from './assemble';
import type { RowMeasure } from './label-rows';

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}]/gu, '');

/** Length of the beginnings of sentences by which a row is found in the body. */
const head = 12;

/**
 * A table that divides the body's measures: a body item without a division of its own that a row repeats counts once, as
 * the row. Returns the body items to keep. Cost: linear.
 */
export function withoutRepeats(body: readonly Assembly[], rows: readonly RowMeasure[]): Assembly[] {
  if (rows.length === 0) return [...body];
  const titles = new Set<string>();
  const starts = new Set<string>();
  for (const { measure } of rows) {
    if (measure.title) titles.add(bare(measure.title));
    starts.add(bare(measure.text.slice(0, 60)).slice(0, head));
  }
  return body.filter(({ measure }) => {
    // A weak reading of a sentence (各区要…) divides nothing.
    if (measure.assignments.some((a) => a.form !== 'prose' || a.certainty >= 0.55)) return true;
    if (measure.title && titles.has(bare(measure.title))) return false;
    const sentences = `${measure.title ?? ''}。${measure.text}`.split(/[。；\n]/);
    return !sentences.some((s) => s.length >= 8 && starts.has(bare(s.slice(0, 60)).slice(0, head)));
  });
}
