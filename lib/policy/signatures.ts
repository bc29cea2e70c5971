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
    const signs = paragraph.align === 'right' || (next !== undefined && next.kind !== 'node' && next.kind !== 'line');
    return signs ? { ...reading, bare: null, unclear: [...unclear, bare] } : reading;
  });
}
