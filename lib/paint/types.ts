import type { Span } from '../text/types';

/** What a mark means; the name of its custom highlight is `dutymark-` + this. */
export type MarkKind =
  | 'measure'
  | 'lead'
  | 'participant'
  | 'responsible'
  | 'mine'
  /** May be ours; shown with `mine`. */
  | 'possible'
  | 'deadline'
  /** A passage made into a task; shown with `annotation`. */
  | 'task'
  | 'annotation'
  /** What the reader is writing a note on; always shown. */
  | 'draft'
  /** What was searched for, and the hit the reader is at; always shown. */
  | 'hit'
  | 'hit-now';

/** The kinds that the reader chooses to see or not. */
export type ChosenKind = Exclude<MarkKind, 'possible' | 'task' | 'draft' | 'hit' | 'hit-now'>;

/** Nothing hidden: what a newcomer sees. */
export const allMarks: Readonly<Record<ChosenKind, boolean>> = {
  measure: true,
  lead: true,
  participant: true,
  responsible: true,
  mine: true,
  deadline: true,
  annotation: true,
};

/** The choice that a kind goes by; null: always shown. */
export function choiceOf(kind: MarkKind): ChosenKind | null {
  if (kind === 'draft' || kind === 'hit' || kind === 'hit-now') return null;
  if (kind === 'possible') return 'mine';
  return kind === 'task' ? 'annotation' : kind;
}

export interface Mark {
  readonly kind: MarkKind;
  readonly span: Span;
  /** What a click on it selects: a `Measure.id` or an annotation's id. */
  readonly target: string;
  /** Of an annotation: name of a palette colour; yellow where none is given. */
  readonly colour?: string;
  /** Of an annotation: its number in a printed copy, which marks that are elements carry at their end. */
  readonly note?: number;
}

/** Paints marks on a text; knows nothing of what they mean. Both implementations pass the same contract tests. */
export interface Painter {
  /** Replaces all that this painter has painted. Work beyond what is near the viewport may be deferred. */
  paint(marks: readonly Mark[]): void;
  /** Draws attention to a span for a moment. */
  flash(span: Span): void;
  /** Resolves when all deferred painting has been done; for printing and tests. */
  settled(): Promise<void>;
  /** Takes every mark away and leaves the DOM as it was found. */
  clear(): void;
}
