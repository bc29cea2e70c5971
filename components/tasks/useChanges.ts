import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Opening } from '../../lib/page/types';
import type { AnnotationPatch, TaskPatch } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import { errorWords } from '../errors';
import type { Toasts } from '../ui/useToasts';
import type { TaskActions } from './actions';
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
  /** A patch for each of several records; what they were can be brought back. */
  readonly changeTasks: (tasks: readonly TaskRecord[], patchOf: (task: TaskRecord) => TaskPatch) => void;
  readonly changeAnnotations: (
    annotations: readonly AnnotationRecord[],
    patchOf: (annotation: AnnotationRecord) => AnnotationPatch,
  ) => void;
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
  const change = <Item extends { readonly id: string }, Patch extends object>(
    update: Update<Patch>,
    items: readonly Item[],
    patchOf: (item: Item) => Patch,
    said: { all(done: number): string; some(done: number, left: number): string },
  ) => {
    const back = (item: Item): Patch => {
      const fields = Object.keys(patchOf(item)) as (keyof Item)[];
      return Object.fromEntries(fields.map((field) => [field, item[field]])) as Patch;
    };
    const work = applyEach(update, items, patchOf).then(({ done, error }) => {
      const undo = () => run(applyEach(update, done, back).then(({ error }) => error && Promise.reject(error)));
      if (!error) toasts.show({ text: said.all(done.length), undo });
      else if (!done.length) throw error;
      else {
        const words = said.some(done.length, items.length - done.length);
        toasts.show({ text: words + errorWords(error), tone: 'error', undo });
      }
    });
    run(work);
  };
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
    changeTasks: (tasks, patchOf) =>
      change(actions.updateTasks, tasks, patchOf, {
        all: (done) => i18n.t('tasks.changed', [done]),
        some: (done, left) => i18n.t('tasks.changedSome', [done, left]),
      }),
    changeAnnotations: (annotations, patchOf) =>
      change(actions.updateAnnotations, annotations, patchOf, {
        all: (done) => i18n.t('tasks.changedNotes', [done]),
        some: (done, left) => i18n.t('tasks.changedNotesSome', [done, left]),
      }),
  };
}

type Update<Patch> = (ids: readonly string[], patch: Patch) => Promise<unknown>;

/** One call for all records that get the same patch, until one fails: which were changed, and why not the others. */
async function applyEach<Item extends { readonly id: string }, Patch>(
  update: Update<Patch>,
  items: readonly Item[],
  patchOf: (item: Item) => Patch,
): Promise<{ readonly done: readonly Item[]; readonly error: unknown }> {
  const groups = new Map<string, { patch: Patch; items: Item[] }>();
  for (const item of items) {
    const patch = patchOf(item);
    const key = JSON.stringify(patch);
    const group = groups.get(key) ?? { patch, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  const done: Item[] = [];
  for (const { patch, items } of groups.values()) {
    const ids = items.map(({ id }) => id);
    try {
      await update(ids, patch);
    } catch (error) {
      return { done, error };
    }
    done.push(...items);
  }
  return { done, error: null };
}
