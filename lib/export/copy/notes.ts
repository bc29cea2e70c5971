import type { AnnotationRecord } from '../../store/types';
import type { Span } from '../../text/types';

/** An annotation with its number in the copy; without a place it could not be found in this text for sure. */
export interface Note {
  readonly number: number;
  readonly record: AnnotationRecord;
  readonly span: Span | null;
}

/** Annotations numbered as they stand in the text; those without a place come last. */
export function notesOf(annotations: readonly AnnotationRecord[], spanOf: (id: string) => Span | null): Note[] {
  return annotations
    .map((record) => ({ record, span: spanOf(record.id) }))
    .sort(
      (a, b) =>
        (a.span?.start ?? Number.POSITIVE_INFINITY) - (b.span?.start ?? Number.POSITIVE_INFINITY) ||
        (a.span?.end ?? 0) - (b.span?.end ?? 0),
    )
    .map((note, index) => ({ ...note, number: index + 1 }));
}
