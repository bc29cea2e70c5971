import type { Reading } from './readings';

/**
 * A line of units that no item follows may sign the paper instead of dividing its work: it counts for nothing by itself and is told as
 * unread where it stands among the items. Cost: linear.
 */
export function withoutSignatures(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading, i) => {
    const { bare, paragraph, unclear } = reading;
    if (!bare || bare.start > 0 || bare.end < paragraph.strand.length || paragraph.marker) return reading;
    const next = readings[i + 1];
    return paragraph.align === 'right' || (next !== undefined && signsBefore(next))
      ? { ...reading, bare: null, unclear: [...unclear, bare] }
      : reading;
  });
}

/** What stands below a signature: the date, another who signs, the annex, or who gets a copy. */
function signsBefore({ kind, bare, paragraph }: Reading): boolean {
  if (kind === 'node' || kind === 'line') return false;
  return bare !== null || below.test(paragraph.strand.text);
}
const below = /^(?:(?:19|20)\d\d年|二[〇○零O]|附件|附[：:]|抄送|分送|主送|印发|（?联系人|（?此件|（印章|（盖章|（公章)/;
