import { editedTask } from '../../../store/manner';
import type { OneEdit, Store, TaskPatch } from '../../../store/port';
import { bring } from '../../backup';
import { type Adoption, adoptedTasks } from './adopt';
import type { ForeignRow } from './foreign-rows';

/** What was chosen of a table of an office's own. */
export interface TakenIn extends Adoption {
  /** Rows of tasks that are not here. */
  readonly rows: readonly ForeignRow[];
  /** What it says otherwise of tasks that are. */
  readonly edits: readonly OneEdit<TaskPatch>[];
}

/**
 * Keeps what a table brings and changes what it says otherwise, by one write: all of it or nothing, and one undo takes all of
 * it back. A task that was deleted meanwhile stays so.
 *
 * @returns how many tasks came and how many are changed, and the way back
 * @throws StoreError `conflict` where a field is another than it was when the edit was made
 */
export async function takeIn(store: Store, { rows, edits, ...adoption }: TakenIn) {
  const byId = new Map(edits.map(({ id, edit }) => [id, edit]));
  // The hour was taken before this look: whoever writes after it writes later, and the merge leaves that to them.
  const present = edits.length > 0 ? await store.tasks(undefined, [...byId.keys()]) : [];
  const changed = present.flatMap((task) => editedTask(task, byId.get(task.id)!, adoption.now) ?? []);
  const tasks = [...changed, ...adoptedTasks(rows, adoption)];
  if (tasks.length === 0) return { added: 0, changed: 0, undo: async () => false };
  const incoming = await bring(store, { documents: [], tasks, annotations: [] });
  const { added, updated } = await incoming.merge();
  return { added, changed: updated, undo: incoming.undo };
}
