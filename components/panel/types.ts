import type { StatusWord } from '../../lib/follow/status-words';
import type { NoteDrafts } from '../../lib/page/note-draft';
import type { PageSnapshot, PageView } from '../../lib/page/types';
import type { PolicyDocument } from '../../lib/policy/types';
import type { AnnotationPatch, Store, StoreChange, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import type { Duty, DutyDecision, Profile, Suggestion } from '../../lib/units/types';
import type { CopyActions } from '../copy/CopyMenu';
import type { Toasts } from '../ui/useToasts';
import type { Scope, Verdict } from './decide';

/** One duty among those of a document. */
export const dutyKey = (duty: Duty): string => `${duty.profile}\n${duty.measure}`;

export interface PanelProps {
  readonly page: PageView;
  readonly store: Store;
  /** Calls back after every write to the store, by whatever surface; returns how to stop. */
  readonly watchStore: (listener: (change: StoreChange) => void) => () => void;
  readonly profiles: readonly Profile[];
  /** What the reader has confirmed or dismissed so far. */
  readonly decisions: readonly DutyDecision[];
  /** Changes them, atomically: another surface may do so at the same time. */
  readonly onDecide: (change: (decisions: readonly DutyDecision[]) => readonly DutyDecision[]) => Promise<void>;
  /** The reader said which unit is theirs; null: wants to enter it by hand. */
  readonly onSetProfile: (unit: Suggestion | null) => void;
  /** The document to take along; where the surface offers that elsewhere, nothing. */
  readonly copying?: CopyActions;
  /** Notes that were begun in the page and not saved. */
  readonly noteDrafts?: NoteDrafts;
  readonly onOpenTasks?: () => void;
  readonly onOpenFile?: () => void;
  readonly onOpenOptions?: () => void;
  readonly onOpenHelp?: () => void;
  /** The panel is alone in its window: keys work wherever the focus is. */
  readonly ownsKeyboard?: boolean;
  /** The reader chose this document: what divides work in it is shown, whatever kind of text it seems to be. */
  readonly chosen?: boolean;
  /** Of the document's file only the beginning was there. */
  readonly cut?: boolean;
  /** ISO date of today, for what is overdue. */
  readonly today?: string;
  /** Status words of the reader's office. */
  readonly words?: readonly StatusWord[];
  /** How much of a row is seen before it is opened; where it is not given the panel keeps it itself. */
  readonly density?: Density;
  readonly onDensity?: (density: Density) => void;
}

/** dense: a line for each record. loose: units, times and the beginning of the text as well. */
export type Density = 'dense' | 'loose';

/** How much of one record is shown: a line; the beginnings of its parts; all of it with what can be filled in. */
export type Show = 'line' | 'short' | 'full';

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
  /** Says that what only may concern us is decided or taken on before anything is filled in. */
  readonly decideFirst: () => void;
  /** These two resolve to whether it was done: the bar that offers them closes only then. */
  readonly takeOnSelection: () => Promise<boolean>;
  readonly annotateSelection: () => Promise<boolean>;
  /** @param base What the change was made from; a field that is another by now is not overwritten. */
  readonly updateTask: (id: string, patch: TaskPatch, base?: TaskPatch) => Promise<void>;
  readonly removeTask: (task: TaskRecord) => Promise<void>;
  readonly updateAnnotation: (id: string, patch: AnnotationPatch, base?: AnnotationPatch) => Promise<void>;
  readonly removeAnnotation: (annotation: AnnotationRecord) => Promise<void>;
  readonly decide: (duty: Duty, scope: Scope, verdict: Verdict) => Promise<void>;
  /** Takes back the last thing done in the panel that was not yet taken back. */
  readonly undo: () => void;
  /** Takes back a decision. */
  readonly reconsider: (decision: DutyDecision) => Promise<void>;
}
