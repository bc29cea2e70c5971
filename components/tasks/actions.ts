import type { Roster } from '../../lib/follow/roster';
import type { StatusWord } from '../../lib/follow/status-words';
import type { Opening } from '../../lib/page/types';
import type { TaskChange } from '../../lib/store/changed';
import type { AnnotationPatch, BulkEdit, BulkReceipt, HandTask, OneEdit, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../lib/store/types';
import type { NoteActions } from './bring/types';
import type { ExchangeActions } from './exchange/types';
import type { LedgerActions } from './ledger/types';
import type { OwnUnit } from './taken-for';

/** The first rows are there, and the rest is on its way. */
export interface Reading {
  /** Counted when something was last written; null where that is not known. */
  readonly tasks: number | null;
  readonly annotations: number | null;
  /** From 0 to 1; null where it is not known how much there is. */
  readonly done: number | null;
}

/** What the page shows: all of it, as last told by the store. */
export interface TaskData {
  /** Only the first of each list are there yet, in the order in which the lists open. */
  readonly reading?: Reading | null;
  readonly tasks: readonly TaskRecord[];
  readonly annotations: readonly AnnotationRecord[];
  readonly documents: readonly DocumentHead[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** People of the reader's office, to choose from. */
  readonly roster?: Roster;
  /** Status words of the office's own. */
  readonly words?: readonly StatusWord[];
  /** The reader's units, as they are set now. */
  readonly units?: readonly OwnUnit[];
}

/** Is told from 0 to 1 how far something has come that takes a while, and how to stop it where that can be. */
export type OnProgress = (done: number, stop?: () => void) => void;

/** What the page can do. Each rejects with a coded error when it could not; the view words it (`wording`). */
export interface TaskActions {
  /** Keeps a task that no document holds. */
  readonly addByHand: (task: HandTask) => Promise<unknown>;
  /**
   * @param base What the change was made from; a field that is another by now is not overwritten.
   * @returns the tasks as they are now, for undo.
   */
  readonly updateTasks: (ids: readonly string[], patch: TaskPatch, base?: TaskPatch) => Promise<unknown>;
  /** Changes many at once, all of them or none; what it returns takes exactly that back. */
  readonly editTasks: (
    ids: readonly string[],
    edit: BulkEdit<TaskPatch>,
    onProgress?: OnProgress,
  ) => Promise<BulkReceipt>;
  /** Changes several, each in its own way; as `editTasks`. */
  readonly editEachTask: (edits: readonly OneEdit<TaskPatch>[], onProgress?: OnProgress) => Promise<BulkReceipt>;
  readonly undoTasks: (receipt: BulkReceipt, onProgress?: OnProgress) => Promise<unknown>;
  /** Into the trash. @returns the ids of those that were there, to be put back. */
  readonly removeTasks: (ids: readonly string[], onProgress?: OnProgress) => Promise<readonly string[]>;
  readonly updateAnnotations: (
    ids: readonly string[],
    patch: AnnotationPatch,
    base?: AnnotationPatch,
  ) => Promise<unknown>;
  readonly editAnnotations: (
    ids: readonly string[],
    edit: BulkEdit<AnnotationPatch>,
    onProgress?: OnProgress,
  ) => Promise<BulkReceipt>;
  readonly undoAnnotations: (receipt: BulkReceipt, onProgress?: OnProgress) => Promise<unknown>;
  readonly removeAnnotations: (ids: readonly string[], onProgress?: OnProgress) => Promise<readonly string[]>;
  /** Puts back what was removed. */
  readonly putBack: (ids: readonly string[]) => Promise<unknown>;
  /** What exactly is different now in the measure of a task whose text has changed; nothing for any other. */
  readonly changesOf: (task: TaskRecord) => Promise<readonly TaskChange[]>;
  /** When the time begins that a document plans for, as its record says: an ISO date. */
  readonly beginsOf: (documentId: string) => Promise<string | null>;
  /** What tasks are to the reader's units of now, by their ids; of documents that are not kept nothing. */
  readonly rolesNow: (tasks: readonly TaskRecord[]) => Promise<ReadonlyMap<string, TaskPatch>>;
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
  readonly notes: NoteActions;
  readonly openSample: () => void;
  /** The reader, to open a file of this computer in. */
  readonly openFile: () => void;
  readonly openOptions: () => void;
  readonly openHelp: () => void;
}
