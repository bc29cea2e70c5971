import type { Roster } from '../../lib/follow/roster';
import type { StatusWord } from '../../lib/follow/status-words';
import type { Opening } from '../../lib/page/types';
import type { TaskChange } from '../../lib/store/changed';
import type { AnnotationPatch, BulkEdit, BulkReceipt, HandTask, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../lib/store/types';
import type { ExchangeActions } from './exchange/types';
import type { LedgerActions } from './ledger/types';

/** What the page shows: all of it, as last told by the store. */
export interface TaskData {
  readonly tasks: readonly TaskRecord[];
  readonly annotations: readonly AnnotationRecord[];
  readonly documents: readonly DocumentHead[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** People of the reader's office, to choose from. */
  readonly roster?: Roster;
  /** Status words of the office's own. */
  readonly words?: readonly StatusWord[];
}

/** What the page can do. Each rejects with a coded error when it could not; the view words it (`wording`). */
export interface TaskActions {
  /** Keeps a task that no document holds. */
  readonly addByHand: (task: HandTask) => Promise<unknown>;
  readonly updateTasks: (ids: readonly string[], patch: TaskPatch) => Promise<unknown>;
  /** Changes many at once, all of them or none; what it returns takes exactly that back. */
  readonly editTasks: (ids: readonly string[], edit: BulkEdit<TaskPatch>) => Promise<BulkReceipt>;
  readonly undoTasks: (receipt: BulkReceipt) => Promise<unknown>;
  readonly removeTasks: (ids: readonly string[]) => Promise<readonly TaskRecord[]>;
  readonly restoreTasks: (records: readonly TaskRecord[]) => Promise<unknown>;
  readonly updateAnnotations: (ids: readonly string[], patch: AnnotationPatch) => Promise<unknown>;
  readonly editAnnotations: (ids: readonly string[], edit: BulkEdit<AnnotationPatch>) => Promise<BulkReceipt>;
  readonly undoAnnotations: (receipt: BulkReceipt) => Promise<unknown>;
  readonly removeAnnotations: (ids: readonly string[]) => Promise<readonly AnnotationRecord[]>;
  readonly restoreAnnotations: (records: readonly AnnotationRecord[]) => Promise<unknown>;
  /** What exactly is different now in the measure of a task whose text has changed; nothing for any other. */
  readonly changesOf: (task: TaskRecord) => Promise<readonly TaskChange[]>;
  /** Opens the document where the record came from, at its sentence; says what came of it. */
  readonly revealTask: (task: TaskRecord) => Promise<Opening>;
  readonly revealAnnotation: (annotation: AnnotationRecord) => Promise<Opening>;
  /** Calls back when a document that was being opened turns out not to be entered; returns how to stop. */
  readonly watchRefused: (listener: (why: Opening) => void) => () => void;
  /** Saves these, in this order, as CSV. */
  readonly exportTasks: (tasks: readonly TaskRecord[]) => void;
  /** In another form than CSV where one is named. */
  readonly exportAnnotations: (annotations: readonly AnnotationRecord[], form?: 'jsonld' | 'md') => void;
  /** The ledger in every form, by way of a dialog. */
  readonly ledger: LedgerActions;
  readonly exchange: ExchangeActions;
  readonly openSample: () => void;
  /** The reader, to open a file of this computer in. */
  readonly openFile: () => void;
  readonly openOptions: () => void;
}
