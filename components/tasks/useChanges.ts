import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Opening } from '../../lib/page/types';
import type { AnnotationPatch, BulkEdit, BulkReceipt, TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { errorWords } from '../errors';
import type { Toasts } from '../ui/useToasts';
import type { TaskActions } from './actions';
import type { Received } from './exchange/types';
import { openingWords } from './wording';

/** Changes to records with what a person expects of them: a word when they fail, a way back when they do not. */
export interface Changes {
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
   * One task's fields, for a field that shows its own state. A recurring duty that is done goes on to its next period at once:
   * that is said, with a way back.
   */
  readonly changeTask: (task: TaskRecord, patch: TaskPatch) => Promise<unknown>;
  /** Saves an exchange file, and says under which name. */
  readonly sendExchange: (tasks: readonly TaskRecord[]) => void;
  /** Takes over what was chosen of exchange files, with one undo for all. */
  readonly mergeExchange: (received: Received, chosen: ReadonlySet<string>) => void;
  /** A patch of its own for each task, as a filled-in ledger brings them; one undo for all. */
  readonly patchTasks: (tasks: readonly TaskRecord[], patches: ReadonlyMap<string, TaskPatch>) => void;
  readonly changeAnnotations: (ids: readonly string[], edit: BulkEdit<AnnotationPatch>) => void;
}

export function useChanges(actions: TaskActions, toasts: Toasts): Changes {
  const tell: Changes['tell'] = async (work) => {
    try {
      return await work;
    } catch (error) {
      toasts.show({ text: errorWords(error), tone: 'error' });
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
  const changed = (
    work: Promise<BulkReceipt>,
    words: (count: number) => string,
    back: (receipt: BulkReceipt) => Promise<unknown>,
  ) =>
    run(
      work.then((receipt) => {
        const undo = () => run(back(receipt));
        toasts.show({ text: words(receipt.changed), ...(receipt.changed > 0 && { undo }) });
      }),
    );
  return {
    tell,
    run,
    reveal: (work) => void tell(work).then(show, () => undefined),
    removeTasks: (ids) =>
      run(
        actions.removeTasks(ids).then((gone) => {
          const undo = () => run(actions.restoreTasks(gone));
          if (gone.length) toasts.show({ text: i18n.t('tasks.removed', [gone.length]), undo });
        }),
      ),
    removeAnnotations: (ids) =>
      run(
        actions.removeAnnotations(ids).then((gone) => {
          const undo = () => run(actions.restoreAnnotations(gone));
          if (gone.length) toasts.show({ text: i18n.t('tasks.removedNotes', [gone.length]), undo });
        }),
      ),
    changeTasks: (ids, edit) =>
      changed(actions.editTasks(ids, edit), (count) => i18n.t('tasks.changed', [count]), actions.undoTasks),
    changeTask(task, patch) {
      if (patch.status !== 'done' || !task.repeat) return tell(actions.updateTasks([task.id], patch));
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
    patchTasks: (tasks, patches) =>
      changed(patchEach(actions, tasks, patches), (count) => i18n.t('tasks.changed', [count]), actions.undoTasks),
    changeAnnotations: (ids, edit) =>
      changed(
        actions.editAnnotations(ids, edit),
        (count) => i18n.t('tasks.changedNotes', [count]),
        actions.undoAnnotations,
      ),
  };
}

/** Edits one task after the other; the receipts become one, so that one undo takes all of it back. */
async function patchEach(
  { editTasks }: TaskActions,
  tasks: readonly TaskRecord[],
  patches: ReadonlyMap<string, TaskPatch>,
): Promise<BulkReceipt> {
  const changes: BulkReceipt['changes'][number][] = [];
  for (const task of tasks) {
    const patch = patches.get(task.id);
    if (patch) changes.push(...(await editTasks([task.id], asEdit(task, patch))).changes);
  }
  return { changed: changes.length, changes };
}

/** A patch as an edit: a list of tags as what comes and what goes. */
function asEdit(task: TaskRecord, { tags, ...set }: TaskPatch): BulkEdit<TaskPatch> {
  if (!tags) return { set };
  const addTags = tags.filter((tag) => !task.tags.includes(tag));
  const removeTags = task.tags.filter((tag) => !tags.includes(tag));
  return { set, addTags, removeTags };
}
