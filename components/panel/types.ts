import type { PageSnapshot, PageView } from '../../lib/page/types';
import type { PolicyDocument } from '../../lib/policy/types';
import type { AnnotationPatch, Store, StoreChange, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import type { Duty, Profile } from '../../lib/units/types';
import type { Toasts } from '../ui/useToasts';

/** How far "not ours" (or "ours") reaches: this measure, this designation in this document, or everywhere. */
export type DecisionScope = 'measure' | 'document' | 'always';

export type Verdict = 'ours' | 'not-ours';

/** What the reader has said about duties that were doubtful or wrong. */
export interface Decisions {
  /** By `dutyKey`; a duty that nothing was said about is absent. */
  verdicts(documentId: string, duties: readonly Duty[]): Promise<ReadonlyMap<string, Verdict>>;
  /** null takes back what was said in this scope. */
  decide(documentId: string, duty: Duty, scope: DecisionScope, verdict: Verdict | null): Promise<void>;
  onChange(listener: () => void): () => void;
}

/** One duty among those of a document. */
export const dutyKey = (duty: Duty): string => `${duty.profile}\n${duty.measure}`;

export interface PanelProps {
  readonly page: PageView;
  readonly store: Store;
  /** Calls back after every write to the store, by whatever surface; returns how to stop. */
  readonly watchStore: (listener: (change: StoreChange) => void) => () => void;
  readonly profiles: readonly Profile[];
  readonly decisions: Decisions;
  /** The reader picked one of the document's units as theirs; null: wants to enter it by hand. */
  readonly onSetProfile: (unit: string | null) => void;
  readonly onOpenTasks?: () => void;
  readonly onOpenFile?: () => void;
  readonly onOpenOptions?: () => void;
  /** The panel is alone in its window: keys work wherever the focus is. */
  readonly ownsKeyboard?: boolean;
  /** ISO date of today, for what is overdue. */
  readonly today?: string;
}

/** What the views of a policy that was read have in common. */
export interface PolicyPanelProps extends PanelProps {
  readonly snapshot: PageSnapshot;
  readonly policy: PolicyDocument;
  readonly toasts: Toasts;
}

export type TabKey = 'duties' | 'measures' | 'tasks' | 'annotations';

/** What the views may do; every one says what it did in a toast, with undo where it can be undone. */
export interface Actions {
  readonly takeOn: (measureIds: readonly string[]) => Promise<void>;
  readonly takeOnSelection: () => Promise<void>;
  readonly annotateSelection: () => Promise<void>;
  readonly updateTask: (id: string, patch: TaskPatch) => Promise<void>;
  readonly removeTask: (task: TaskRecord) => Promise<void>;
  readonly updateAnnotation: (id: string, patch: AnnotationPatch) => Promise<void>;
  readonly removeAnnotation: (annotation: AnnotationRecord) => Promise<void>;
  readonly decide: (duty: Duty, scope: DecisionScope, verdict: Verdict) => Promise<void>;
}
