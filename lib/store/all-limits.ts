import type { PolicyDocument } from '../policy/types';
import type { Database } from './database';
import { severalLimits } from './taking';
import type { TaskRecord } from './types';

/** Documents whose policies are held at a time. */
const SLICE = 20;

type Limits = ReturnType<typeof severalLimits>;

/**
 * Tasks of a file that an older version wrote, which of several limits of a measure knew the first alone: with all of them, from
 * the text of their document that is here; what of them is met already is taken from ours. The date stays as it is, for somebody may
 * have worked by it. To be called inside a transaction over `policies`.
 *
 * @param ours of each task the one that is here, if one is
 */
export async function withAllLimits(
  database: Database,
  tasks: readonly TaskRecord[],
  ours: readonly (TaskRecord | undefined)[],
): Promise<TaskRecord[]> {
  const ids = [...new Set(tasks.filter(lacksLimits).map(({ documentId }) => documentId))];
  const known = new Map<string, Limits>();
  for (let at = 0; at < ids.length; at += SLICE) {
    for (const row of await database.policies.bulkGet(ids.slice(at, at + SLICE))) {
      const limits = row && limitsOf(row.policy);
      if (limits && limits.size > 0) known.set(row.id, limits);
    }
  }
  return tasks.map((task, at) => {
    const all = lacksLimits(task) ? known.get(task.documentId)?.get(task.measureId ?? '') : undefined;
    // Of a text that says it otherwise by now, these are not the limits that the task was taken on with.
    if (!all?.some(({ text }) => text === task.deadlineText)) return task;
    return { ...task, deadlines: ours[at]?.deadlines ?? all };
  });
}

const lacksLimits = ({ deadlines, measureId, deadlineText }: TaskRecord): boolean =>
  !deadlines && measureId !== null && deadlineText !== null;

const limitsOf = ({ measures }: PolicyDocument): Limits => severalLimits(measures ?? []);
