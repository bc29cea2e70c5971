import { settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';

/**
 * What tasks are to the reader's units of now: role, certainty, and for whom. Read from the documents that are kept; a task
 * whose document is not is left as it is.
 */
export async function rolesNow(tasks: readonly TaskRecord[]): Promise<ReadonlyMap<string, TaskPatch>> {
  // It reads units, which the list itself never does.
  const [{ dutiesOf, mainDuty }, profiles, decisions] = await Promise.all([
    import('../../lib/units'),
    settings.profiles.getValue(),
    settings.decisions.getValue(),
  ]);
  const takenFor = profiles.map(({ name }) => name);
  const patches = new Map<string, TaskPatch>();
  for (const id of new Set(tasks.map(({ documentId }) => documentId))) {
    const document = await store.document(id);
    if (!document) continue;
    const duties = profiles.flatMap((profile) => dutiesOf(document.policy, profile, decisions, id));
    for (const task of tasks) {
      if (task.documentId !== id) continue;
      const duty = mainDuty(duties.filter(({ measure }) => measure === task.measureId));
      patches.set(task.id, { role: duty?.role ?? null, certainty: duty?.certainty ?? null, takenFor });
    }
  }
  return patches;
}
