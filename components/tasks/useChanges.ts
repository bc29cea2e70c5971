import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AnnotationPlan } from '../../lib/export/web-annotation/plan';
import type { Opening } from '../../lib/page/types';
import { baseOf } from '../../lib/store/patch';
import type { AnnotationPatch, BulkEdit, BulkReceipt, OneEdit, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import { errorWords } from '../errors';
import { entailedBy, patchBack } from '../records/back';
import type { Toasts } from '../ui/useToasts';
import type { OnProgress, TaskActions } from './actions';
import type { Received } from './exchange/types';
import { type LeftOut, withLeftOut } from './ledger/left-out';
import type { Import } from './ledger/useForeign';
import { openingWords } from './wording';

/** A change of many that is going on. */
export interface AtWork {
  /** From 0 to 1. */
  readonly done: number;
  /** Takes it back whole; absent while, and where, that cannot be. */
  readonly stop?: (() => void) | undefined;
}

/** Changes to records with what a person expects of them: a word when they fail, a way back when they do not. */
export interface Changes {
  /** How far a change of many has come; null while there is none. */
  readonly progress: AtWork | null;
  /** Runs something and says so when it fails. @throws What it threw, for a field that shows its own state. */
  readonly tell: <Result>(work: Promise<Result>) => Promise<Result>;
  /** The same, for where nobody waits. */
  readonly run: (work: Promise<unknown>) => void;
  readonly removeTasks: (ids: readonly string[]) => void;
  readonly removeAnnotations: (ids: readonly string[]) => void;
  /** Goes back to a sentence, and says so where that cannot be. */
  readonly reveal: (work: Promise<Opening>) => void;
  /** The same change to several records, all of them or none; undo takes exactly that back. */
  readonly changeTasks: (ids: readonly string[], edit: BulkEdit<TaskPatch>) => void;
  /**
   * One task's fields, for a field that shows its own state; silently remembered, so that Ctrl+Z takes it back. A recurring
   * duty that is done goes on to its next period at once: that is said, with a way back.
   *
   * @param base What it was made from, where that is not the task as it is given.
   * @throws As `tell`.
   */
  readonly changeTask: (task: TaskRecord, patch: TaskPatch, base?: TaskPatch) => Promise<unknown>;
  /** Saves an exchange file, and says under which name. */
  readonly sendExchange: (tasks: readonly TaskRecord[]) => void;
  /** Takes over what was chosen of exchange files, with one undo for all. */
  readonly mergeExchange: (received: Received, chosen: ReadonlySet<string>) => void;
  /**
   * A patch of its own for each task, as a filled-in ledger brings them: all of them or none, one undo for all.
   *
   * @param tasks As they were when the patches were made: what is another by now is not overwritten.
   */
  readonly patchTasks: (
    tasks: readonly TaskRecord[],
    patches: ReadonlyMap<string, TaskPatch>,
    /** What was not chosen, to be said. */
    left?: LeftOut,
  ) => void;
  /** Keeps what an imported table brings and changes what it says otherwise, with one undo. @param tasks As for `patchTasks`. */
  readonly importLedger: (found: Import, tasks: readonly TaskRecord[]) => void;
  /** Keeps annotations that a file brings, with one undo for all. */
  readonly bringAnnotations: (plan: AnnotationPlan) => void;
  readonly changeAnnotations: (ids: readonly string[], edit: BulkEdit<AnnotationPatch>) => void;
  /** As `changeTask`. */
  readonly setAnnotation: (
    annotation: AnnotationRecord,
    patch: AnnotationPatch,
    base?: AnnotationPatch,
  ) => Promise<unknown>;
}

/** In milliseconds. */
const LATE = 500;

/** @param showAll Takes the list's filter away; null where there is none, and nothing is hidden. */
export function useChanges(actions: TaskActions, toasts: Toasts, showAll: (() => void) | null = null): Changes {
  const showing = useRef(showAll);
  showing.current = showAll;
  const tell: Changes['tell'] = async (work) => {
    try {
      return await work;
    } catch (error) {
      // A text that another has changed meanwhile stays in its field, with both.
      if (isStopped(error)) toasts.show({ text: errorWords(error) });
      else if (!isTextConflict(error)) toasts.show({ text: errorWords(error), tone: 'error' });
      throw error;
    }
  };
  const run: Changes['run'] = (work) => {
    tell(work).catch(() => undefined);
  };
  const show = (opening: Opening) => {
    const words = openingWords(opening);
    if (words) toasts.show({ text: words, tone: 'error' });
  };
  useEffect(() => actions.watchRefused(show), [actions]);
  const [progress, setProgress] = useState<AtWork | null>(null);
  const work = <Result>(job: (onProgress: OnProgress) => Promise<Result>): Promise<Result> => {
    // What takes longer than this is said to be going on, also before the store has told how far it is.
    const late = setTimeout(() => setProgress((before) => before ?? { done: 0 }), LATE);
    return job((done, stop) => setProgress(done < 1 ? { done, stop } : null)).finally(() => {
      clearTimeout(late);
      setProgress(null);
    });
  };
  const set = async <Patch extends object>(
    record: TaskRecord | AnnotationRecord,
    patch: Patch,
    base: Patch | undefined,
    update: (ids: readonly string[], patch: Patch, base?: Patch) => Promise<unknown>,
  ) => {
    const done = await tell(update([record.id], patch, base));
    const name = 'title' in record ? record.title : record.quote;
    const receipt = entailedBy(record, patch, done);
    toasts.remember({
      text: i18n.t('records.edited', [name.slice(0, 20)]),
      undo: () => run(receipt ? actions.undoTasks(receipt) : update([record.id], patchBack(record, patch), patch)),
      ...('note' in patch && { same: `${record.id}:note` }),
    });
    return done;
  };
  const changed = (
    edit: (onProgress: OnProgress) => Promise<BulkReceipt>,
    words: (count: number) => string,
    back: TaskActions['undoTasks'],
  ) =>
    run(
      work(edit).then((receipt) => {
        const undo = () => run(work((onProgress) => back(receipt, onProgress)));
        toasts.show({ text: words(receipt.changed), ...(receipt.changed > 0 && { undo }) });
      }),
    );
  const removed = (remove: (onProgress: OnProgress) => Promise<readonly string[]>, words: (count: number) => string) =>
    run(
      work(remove).then((gone) => {
        const undo = () => run(actions.putBack(gone));
        if (gone.length) toasts.show({ text: words(gone.length), undo });
      }),
    );
  return {
    progress,
    tell,
    run,
    reveal: (work) => void tell(work).then(show, () => undefined),
    removeTasks: (ids) =>
      removed(
        (onProgress) => actions.removeTasks(ids, onProgress),
        (count) => i18n.t('tasks.removed', [count]),
      ),
    removeAnnotations: (ids) =>
      removed(
        (onProgress) => actions.removeAnnotations(ids, onProgress),
        (count) => i18n.t('tasks.removedNotes', [count]),
      ),
    setAnnotation: (annotation, patch, base) => set(annotation, patch, base, actions.updateAnnotations),
    changeTasks: (ids, edit) =>
      changed(
        (onProgress) => actions.editTasks(ids, edit, onProgress),
        (count) => i18n.t('tasks.changed', [count]),
        actions.undoTasks,
      ),
    changeTask(task, patch, base = baseOf(task, patch)) {
      if (patch.status !== 'done' || !task.repeat) return set(task, patch, base, actions.updateTasks);
      return tell(actions.editTasks([task.id], { set: patch })).then((receipt) => {
        const next = receipt.changes[0]?.fields.find(({ field }) => field === 'dueDate')?.after;
        const undo = () => run(actions.undoTasks(receipt));
        const text = next ? i18n.t('follow.rolled', [String(next)]) : i18n.t('tasks.changed', [receipt.changed]);
        toasts.show({ text, undo });
      });
    },
    sendExchange: (tasks) =>
      run(actions.exchange.send(tasks).then((name) => toasts.show({ text: i18n.t('exchange.sent', [name]) }))),
    mergeExchange: (received, chosen) =>
      run(
        actions.exchange.apply(received.plan, chosen).then(({ changed, undo }) => {
          const back = () => run(undo());
          toasts.show({ text: i18n.t('exchange.merged', [changed]), ...(changed > 0 && { undo: back }) });
        }),
      ),
    patchTasks: (tasks, patches, left) =>
      changed(
        (onProgress) => actions.editEachTask(editsOf(tasks, patches), onProgress),
        (count) => withLeftOut(i18n.t('tasks.changed', [count]), left),
        actions.undoTasks,
      ),
    importLedger: (found, tasks) =>
      run(
        work(() => actions.ledger.adopt(found, editsOf(tasks, found.patches))).then(({ added, changed, undo }) => {
          const back = () => run(undo());
          const said = withLeftOut(importedWords(added, changed), found.left);
          // What was just brought is looked for at once, and the filter may hide it.
          const hidden = added > 0 && showing.current;
          toasts.show({
            text: hidden ? i18n.t('ledger.foreign.filtered', [said]) : said,
            ...(hidden && { action: { text: i18n.t('tasks.clearFilter'), act: hidden } }),
            ...(added + changed > 0 && { undo: back }),
          });
        }),
      ),
    bringAnnotations: (plan) =>
      run(
        actions.notes.bring(plan).then(({ changed, undo }) => {
          const back = () => run(undo());
          toasts.show({ text: i18n.t('bring.done', [changed]), ...(changed > 0 && { undo: back }) });
        }),
      ),
    changeAnnotations: (ids, edit) =>
      changed(
        (onProgress) => actions.editAnnotations(ids, edit, onProgress),
        (count) => i18n.t('tasks.changedNotes', [count]),
        actions.undoAnnotations,
      ),
  };
}

function importedWords(added: number, changed: number): string {
  if (changed === 0) return i18n.t('ledger.foreign.adopted', [added]);
  return added === 0 ? i18n.t('tasks.changed', [changed]) : i18n.t('ledger.foreign.imported', [added, changed]);
}

/** The reader stopped it: that is what was wanted, and no fault. */
const isStopped = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'stopped';

/** Both texts stand in the field then. */
function isTextConflict(error: unknown): boolean {
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: { field?: unknown } | null };
  return code === 'conflict' && (detail?.field === 'note' || detail?.field === 'title');
}

/** A patch of its own for each of some tasks, made from these tasks as they are given. */
const editsOf = (tasks: readonly TaskRecord[], patches: ReadonlyMap<string, TaskPatch>): OneEdit<TaskPatch>[] =>
  tasks.flatMap((task) => {
    const patch = patches.get(task.id);
    return patch ? [{ id: task.id, edit: { ...asEdit(task, patch), base: baseOfSet(task, patch) } }] : [];
  });

/** Tags come and go one by one, and need no base. */
function baseOfSet(task: TaskRecord, patch: TaskPatch): Omit<TaskPatch, 'tags'> {
  const { tags: _, ...set } = patch;
  return baseOf(task, set);
}

/** A patch as an edit: a list of tags as what comes and what goes. */
function asEdit(task: TaskRecord, { tags, ...set }: TaskPatch): BulkEdit<TaskPatch> {
  if (!tags) return { set };
  const addTags = tags.filter((tag) => !task.tags.includes(tag));
  const removeTags = task.tags.filter((tag) => !tags.includes(tag));
  return { set, addTags, removeTags };
}
