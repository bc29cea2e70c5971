import { pairMeasures } from '../anchor/pairs';
import type { PolicyDocument } from '../policy/types';
import { GONE } from './changed';
import type { Database } from './database';
import type { TaskRecord } from './types';

/** Less in common than this, and it is another part of the document (its second page), not another version of it. */
const VERSION = 0.4;

/** Share of the measures of the shorter document that the other has too, reworded or not; 0 where one has none. */
export function inCommon(one: PolicyDocument, other: PolicyDocument): number {
  const fewest = Math.min(one.measures.length, other.measures.length);
  return fewest === 0 ? 0 : pairMeasures(one.measures, other.measures).length / fewest;
}

export const isVersion = (one: PolicyDocument, other: PolicyDocument): boolean =>
  one.measures.length + other.measures.length === 0 || inCommon(one, other) >= VERSION;

/**
 * Lets tasks follow their measures into another version, where those may have other ids; an id that another measure has
 * now must not lend that measure the task. The task of a measure that is gone keeps its id behind a mark, and has it back
 * when the measure is. To be called inside a transaction over `tasks`.
 */
export async function followMeasures(
  database: Database,
  documentId: string,
  before: PolicyDocument,
  after: PolicyDocument,
): Promise<void> {
  const became = new Map(pairMeasures(before.measures, after.measures).map((pair) => [pair.before.id, pair.after.id]));
  const free = new Set(after.measures.map(({ id }) => id));
  for (const id of became.values()) free.delete(id);
  const now = (id: string): string => {
    if (!id.startsWith(GONE)) return became.get(id) ?? GONE + id;
    const own = id.slice(GONE.length);
    return free.has(own) ? own : id;
  };
  const tasks = await database.tasks.where({ documentId }).toArray();
  const moved = tasks.flatMap((task): TaskRecord[] => {
    if (task.measureId === null) return [];
    const measureId = now(task.measureId);
    return measureId === task.measureId ? [] : [{ ...task, measureId }];
  });
  await database.tasks.bulkPut(moved);
}
