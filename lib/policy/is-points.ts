import type { Reading } from './readings';

/**
 * A paper whose only numbers are 一是, 二是: the paragraphs that begin so, one after the other from the first on, are its points; elsewhere they are
 * parts of a point. Cost: linear.
 */
export function withIsPoints(readings: readonly Reading[]): readonly Reading[] {
  if (readings.some(({ kind }) => kind === 'node')) return readings;
  const points = readings.flatMap(({ kind, paragraph: { marker } }, i) =>
    kind === 'text' && marker?.scheme === 'is' ? [i] : [],
  );
  const counted = points.every((at, k) => readings[at]!.paragraph.marker!.value === k + 1);
  if (points.length < 2 || !counted) return readings;
  const known = new Set(points);
  return readings.map((reading, i) => (known.has(i) ? { ...reading, kind: 'node' } : reading));
}
