import type { AnnotationPlan } from '../../../lib/export/web-annotation/plan';

/** Annotations of a file, ours or another annotator's. */
export interface NoteActions {
  /** Reads a file of the W3C's model; nothing is changed yet. @throws AnnotationFileError */
  readonly read: (file: File) => Promise<AnnotationPlan>;
  /** Keeps what is new and newer: all of it or nothing. @returns how many, and the way back. */
  readonly bring: (
    plan: AnnotationPlan,
  ) => Promise<{ readonly changed: number; readonly undo: () => Promise<unknown> }>;
}
