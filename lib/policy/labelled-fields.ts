import type { Stretch } from '../text/strand';
import { longest, type PieceBuilder } from './builder';
import type { Piece } from './drafts';
import { type Field, fieldsOf } from './fields';

/**
 * Reads a stretch as labelled fields, `fields` where they are known already. Null when it holds no field of a role, a time or a person.
 */
export function readFields(
  stretch: Stretch,
  whole: { start: number; end: number },
  builder: PieceBuilder,
  fields: readonly Field[] = stretch.end - stretch.start > longest ? [] : fieldsOf(stretch, builder.grammar),
): Piece | null {
  if (!fields.some((f) => f.kind !== 'none')) return null;
  builder.addFields(stretch, fields);
  return builder.finish(whole);
}
