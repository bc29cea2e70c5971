import type { Marker } from '../text/numbering';
import type { Piece } from './drafts';
import type { Reading } from './readings';

/** Takes no characters; its value is its place, so that no list of it begins again at one. */
const unitMarker: Marker = { scheme: 'unit', style: '', value: 1, number: '', length: 0 };

/**
 * A paragraph without a number as a node of the outline, with its division of work. `at` is its index among the readings; a number of its own
 * stays what it is.
 */
export function asNode(reading: Reading, at: number, pieces: readonly Piece[]): Reading {
  if (reading.kind === 'node') return { ...reading, pieces };
  const { paragraph } = reading;
  // 一是 in front of a unit is no part of the text.
  const marker = { ...unitMarker, value: at + 1, length: paragraph.marker?.length ?? 0 };
  return { ...reading, kind: 'node', pieces, paragraph: { ...paragraph, marker } };
}
