import { i18n } from '#i18n';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { errorWords } from '../errors';
import type { Toasts } from '../ui/useToasts';
import type { TaskActions } from './actions';

/** Changes to records with what a person expects of them: a word when they fail, a way back when they do not. */
export interface Changes {
  /** Runs something and says so when it fails. @throws What it threw, for a field that shows its own state. */
  readonly tell: <Result>(work: Promise<Result>) => Promise<Result>;
  /** The same, for where nobody waits. */
  readonly run: (work: Promise<unknown>) => void;
  readonly removeTasks: (ids: readonly string[]) => void;
  readonly removeAnnotations: (ids: readonly string[]) => void;
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
  return {
    tell,
    run,
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
      const undo = () => run(applyEach(actions, tasks, back));
      run(
        applyEach(actions, tasks, patchOf).then(() => {
          toasts.show({ text: i18n.t('tasks.changed', [tasks.length]), undo });
        }),
      );
    },
  };
}

/** One call for all tasks that get the same patch. */
async function applyEach(
  actions: TaskActions,
  tasks: readonly TaskRecord[],
  patchOf: (task: TaskRecord) => TaskPatch,
): Promise<void> {
  const groups = new Map<string, { patch: TaskPatch; ids: string[] }>();
  for (const task of tasks) {
    const patch = patchOf(task);
    const key = JSON.stringify(patch);
    const group = groups.get(key) ?? { patch, ids: [] };
    group.ids.push(task.id);
    groups.set(key, group);
  }
  for (const { patch, ids } of groups.values()) await actions.updateTasks(ids, patch);
}
