import type { Resolution } from '../anchor/types';
import type { FollowUp } from '../follow/types';
import type { PolicyDocument } from '../policy/types';
import type { TrashHead } from './trash';
import type { AnnotationRecord, DocumentHead, DocumentRecord, TaskRecord } from './types';

/** A document as a page or file presents it; the store makes a record of it or refreshes the one it has. */
export interface SeenDocument {
  readonly id: string;
  readonly url: string;
  readonly fingerprint: string;
  readonly policy: PolicyDocument;
}

/** The version of a document that the reader knows, where it is not the present one. */
export interface Baseline {
  readonly id: string;
  readonly policy: PolicyDocument;
  readonly fingerprint: string;
  /** When it was last read. */
  readonly lastSeen: string;
}

export type NewTask = Omit<TaskRecord, 'id' | 'created' | 'updated'>;
export type TaskPatch = Partial<
  Pick<
    TaskRecord,
    | 'title'
    | 'status'
    | 'tags'
    | 'note'
    | 'dueDate'
    | 'role'
    | 'certainty'
    | 'takenFor'
    | 'selectors'
    | 'excerpt'
    | 'resolution'
  >
> &
  FollowUp & {
    /** Only to bring a date back that was the document's: any other date that is set is the reader's own. */
    readonly dueByDefault?: boolean;
  };
/** A task by hand as it is typed. */
export type HandTask = Pick<TaskRecord, 'title' | 'dueDate' | 'note' | 'tags'> & FollowUp;

/** Tasks not closed: their date has passed, or is today. */
export interface DueCount {
  readonly overdue: number;
  readonly today: number;
}

export type NewAnnotation = Omit<AnnotationRecord, 'id' | 'created' | 'updated'>;
export type AnnotationPatch = Partial<
  Pick<AnnotationRecord, 'note' | 'tags' | 'colour' | 'selectors' | 'quote' | 'resolution'>
>;

/** A change to many records at once. Tags come and go one by one, so that other tags stay as they are. */
export interface BulkEdit<Patch> {
  readonly set?: Omit<Patch, 'tags'>;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** What the reader saw of the fields that are set, as in `updateTasks`; absent: what is there is overwritten. */
  readonly base?: Omit<Patch, 'tags'>;
}

/** An edit of one record among several. */
export interface OneEdit<Patch> {
  readonly id: string;
  readonly edit: BulkEdit<Patch>;
}

/** What an edit has changed of one record. */
export interface Changed {
  readonly id: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What an edit of many has changed: what undoing it needs. */
export interface BulkReceipt {
  /** Records that are not as they were. */
  readonly changed: number;
  readonly changes: readonly Changed[];
}

export type TableName = 'documents' | 'tasks' | 'annotations';

/** What each table holds, as a list of it travels. */
export interface Kept {
  readonly documents: DocumentHead;
  readonly tasks: TaskRecord;
  readonly annotations: AnnotationRecord;
}

/** A part of a table, in the order of ids. */
export interface Page<Record> {
  readonly records: readonly Record[];
  /** What to ask for next; null after the last page. */
  readonly next: string | null;
}

/** Sent to every open surface after a write. */
export interface StoreChange {
  readonly tables: readonly TableName[];
  /** Whose records changed; empty: any may have (a backup was merged, everything was deleted). */
  readonly documentIds: readonly string[];
  /** Which tasks or annotations came, changed or went; left out where they are too many to be named, or any may have. */
  readonly ids?: readonly string[];
}

export interface Trash {
  readonly count: number;
  readonly heads: readonly TrashHead[];
}

/** How far a call that works through many records has come. Nothing of it is kept before its answer. */
export interface StoreProgress {
  /** The call's own. */
  readonly key: string;
  readonly done: number;
  readonly of: number;
}

/** All that is stored; what a backup holds. */
export interface StoreDump {
  readonly documents: readonly DocumentRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly annotations: readonly AnnotationRecord[];
  /** The versions that the reader knows of documents whose text has changed since; none in older backups. */
  readonly baselines?: readonly Baseline[];
}

/** What became of the records of a dump: new ones, ones newer than ours, and ones that we had as new or newer. */
export interface MergeReport {
  readonly added: number;
  readonly updated: number;
  readonly kept: number;
}

/**
 * Everything a surface may ask of the store. The background answers it from Dexie; the other surfaces through messages.
 * Each call is one transaction. A failure rejects with a `StoreError` whose `code` is in `errors.*` of the locales.
 */
export interface Store {
  /**
   * The document was loaded and shows this text. An older copy of it (`DocumentRecord.superseded`) leaves the present
   * version and what changed as they are: the record returned is then of another fingerprint.
   */
  saveDocument(seen: SeenDocument): Promise<DocumentRecord>;
  documents(): Promise<DocumentRecord[]>;
  document(id: string): Promise<DocumentRecord | null>;
  /** Like `documents`, without the policies: what a list of all tasks needs, at a small part of the cost. */
  documentHeads(): Promise<DocumentHead[]>;

  /** The id under which this document is kept already, perhaps seen elsewhere; its own where it is not. */
  recognise(seen: SeenDocument): Promise<string>;
  /** The version the reader knows while the present one differs from it; null nearly always. */
  baseline(id: string): Promise<Baseline | null>;
  /** The reader has seen what changed. */
  acknowledge(id: string): Promise<void>;
  /** Keeps how annotations and tasks were found, by their ids. It is no work of the reader's: `updated` stays. */
  noteResolutions(found: Readonly<Record<string, Resolution>>): Promise<void>;

  /** @param ids Only these. */
  tasks(documentId?: string, ids?: readonly string[]): Promise<TaskRecord[]>;
  /**
   * Taking on the same measure, or the same passage, of the same document twice returns the task that is there.
   * @param key Random, made by the client: a call that is sent twice with one key adds once.
   */
  addTasks(seen: SeenDocument, tasks: readonly NewTask[], key?: string): Promise<TaskRecord[]>;
  /**
   * Adds a task that no document holds; one that says the same already is returned as it is.
   *
   * @param key As in `addTasks`.
   */
  addByHand(task: HandTask, key?: string): Promise<TaskRecord>;
  /** How many tasks that are not closed have a date before this day, and on it. */
  due(today: string): Promise<DueCount>;
  /**
   * What a patch entails (the day of 办结, the next due date of a recurring duty, the history of dates) is set with it.
   *
   * @param base What the reader saw of the fields when the change was begun. A field that is another by now is not overwritten:
   *   lists are merged, any other rejects with `conflict`, and nothing is changed.
   * @param key As in `addTasks`: a recurring duty that is done goes on by one period, not by two.
   */
  updateTasks(ids: readonly string[], patch: TaskPatch, base?: TaskPatch, key?: string): Promise<TaskRecord[]>;
  /**
   * Changes many at once: all of them or none.
   *
   * @param key As in `addTasks`.
   */
  editTasks(ids: readonly string[], edit: BulkEdit<TaskPatch>, key?: string): Promise<BulkReceipt>;
  /** Changes several, each in its own way: all of them or none. @param key As in `addTasks`. */
  editEachTask(edits: readonly OneEdit<TaskPatch>[], key?: string): Promise<BulkReceipt>;
  /**
   * Stops a call that works through many records, by its key, where it is not over yet: it rejects with `stopped`, and nothing
   * of it was written.
   */
  stop(key: string): Promise<void>;
  /** Takes an edit back as far as it still stands: what was changed after it stays. @param key For the progress of it. */
  undoTasks(receipt: BulkReceipt, key?: string): Promise<void>;
  /**
   * What is removed goes into the trash, from which it is taken for good after 30 days.
   *
   * @param untouched Only what was not changed since it was taken on: to undo that, and nothing that came after it.
   * @returns what was removed, for undo.
   */
  removeTasks(ids: readonly string[], untouched?: boolean): Promise<TaskRecord[]>;
  /**
   * Puts back what was removed, with what was written on it meanwhile; a record that is there by now, or whose measure was taken
   * on again, stays as it is.
   */
  restoreTasks(records: readonly TaskRecord[]): Promise<void>;

  /** @param ids As in `tasks`. */
  annotations(documentId?: string, ids?: readonly string[]): Promise<AnnotationRecord[]>;
  /**
   * An annotation that says all this already is returned as it is, under its own id.
   *
   * @param key As in `addTasks`; the new annotation's id.
   */
  addAnnotation(seen: SeenDocument, annotation: NewAnnotation, key?: string): Promise<AnnotationRecord>;
  /** @param base As in `updateTasks`. */
  updateAnnotations(
    ids: readonly string[],
    patch: AnnotationPatch,
    base?: AnnotationPatch,
  ): Promise<AnnotationRecord[]>;
  /** As `editTasks` and `undoTasks`. */
  editAnnotations(ids: readonly string[], edit: BulkEdit<AnnotationPatch>, key?: string): Promise<BulkReceipt>;
  undoAnnotations(receipt: BulkReceipt, key?: string): Promise<void>;
  /** As `removeTasks`. */
  removeAnnotations(ids: readonly string[], untouched?: boolean): Promise<AnnotationRecord[]>;
  restoreAnnotations(records: readonly AnnotationRecord[]): Promise<void>;

  /**
   * Moves records into the trash, however many: all of them or none.
   *
   * @param key For the progress of it.
   * @returns the ids of those that were there: what undoing it needs.
   */
  moveToTrash(table: 'tasks' | 'annotations', ids: readonly string[], key?: string): Promise<string[]>;
  /**
   * Puts back what is in the trash. A task whose measure was taken on again meanwhile stays there; of a record that is there
   * again the later state stands, and the earlier one is in the trash.
   *
   * @returns how much was put back.
   */
  putBack(ids: readonly string[]): Promise<number>;
  /** What is in the trash: how much, and the last few hundred, newest first. */
  trashed(): Promise<Trash>;
  /** Takes records out of the trash for good; all of it where none are named. */
  emptyTrash(ids?: readonly string[]): Promise<void>;

  /**
   * A part of a table that is sure to fit into one message; a whole table may not. The client reads `tasks()`,
   * `annotations()` and `documentHeads()` so.
   *
   * @param after `next` of the page before.
   * @param most As many records at the most, for who holds little at a time.
   */
  page<Name extends TableName>(table: Name, after?: string, most?: number): Promise<Page<Kept[Name]>>;
  /** How many records there are of each. */
  counts(): Promise<Readonly<Record<TableName, number>>>;

  /** All tags in use, most used first, for completion. */
  tags(): Promise<{ tag: string; count: number }[]>;

  dump(): Promise<StoreDump>;
  /**
   * Adds what is new, replaces what is older here, by id, and tasks that were only taken on, by measure; removes nothing. All or
   * nothing.
   */
  merge(dump: StoreDump): Promise<MergeReport>;
  /**
   * Puts a part of a dump aside, to be merged with the others under its key: a dump may be more than one message carries.
   * What is never merged is forgotten after a day.
   *
   * @param at The number of the part, from 0.
   */
  putAside(key: string, at: number, part: StoreDump): Promise<void>;
  /** What merging all that was put aside would come to; changes nothing. */
  planAside(key: string): Promise<MergeReport>;
  /** Merges all that was put aside, as `merge` does: all of it or nothing. Twice comes to the same. */
  mergeAside(key: string): Promise<MergeReport>;
  /** Takes such a merge back; what was changed since stays. false: there is none to take back (any more). */
  takeBack(key: string): Promise<boolean>;
  /** Forgets what was put aside. */
  dropAside(key: string): Promise<void>;
  /** Removes everything, for good. */
  clear(): Promise<void>;
}
