import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Opening } from '../../lib/page/types';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
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
  /** One patch for several tasks; what they were can be brought back. */
  readonly changeTasks: (tasks: readonly TaskRecord[], patchOf: (task: TaskRecord) => TaskPatch) => void;
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
    changeTasks: (tasks, patchOf) => {
      const back = (task: TaskRecord): TaskPatch => {
        const fields = Object.keys(patchOf(task)) as (keyof TaskPatch)[];
        return Object.fromEntries(fields.map((field) => [field, task[field]]));
      };
      const work = applyEach(actions, tasks, patchOf).then(({ done, error }) => {
        const undo = () => run(applyEach(actions, done, back).then(({ error }) => error && Promise.reject(error)));
        if (!error) toasts.show({ text: i18n.t('tasks.changed', [done.length]), undo });
        else if (!done.length) throw error;
        else {
          const words = i18n.t('tasks.changedSome', [done.length, tasks.length - done.length]);
          toasts.show({ text: words + errorWords(error), tone: 'error', undo });
        }
      });
      run(work);
    },
  };
}

/** One call for all tasks that get the same patch, until one fails: which tasks were changed, and why not the others. */
async function applyEach(
  actions: TaskActions,
  tasks: readonly TaskRecord[],
  patchOf: (task: TaskRecord) => TaskPatch,
): Promise<{ readonly done: readonly TaskRecord[]; readonly error: unknown }> {
  const groups = new Map<string, { patch: TaskPatch; tasks: TaskRecord[] }>();
  for (const task of tasks) {
    const patch = patchOf(task);
    const key = JSON.stringify(patch);
    const group = groups.get(key) ?? { patch, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  const done: TaskRecord[] = [];
  for (const { patch, tasks } of groups.values()) {
    const ids = tasks.map(({ id }) => id);
    try {
      await actions.updateTasks(ids, patch);
    } catch (error) {
      return { done, error };
    }
    done.push(...tasks);
  }
  return { done, error: null };
}
