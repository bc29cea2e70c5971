import { fold } from '../anchor/normalise';
import { pairMeasures } from '../anchor/pairs';
import type { PolicyDocument } from '../policy/types';
import { GONE } from './changed';
import type { Database } from './database';
import type { TaskRecord } from './types';

/** Less in common than this, and it is another part of the document (its second page), not another version of it. */
const VERSION = 0.4;

/** Fewer characters than this may stand in any measure. */
const MIN_WORDS = 8;

/** Share of the measures of the shorter document that the other has too, reworded or not; 0 where one has none. */
export function inCommon(one: PolicyDocument, other: PolicyDocument): number {
  const fewest = Math.min(one.measures.length, other.measures.length);
  return fewest === 0 ? 0 : pairMeasures(one.measures, other.measures).length / fewest;
}

export const isVersion = (one: PolicyDocument, other: PolicyDocument): boolean =>
  one.measures.length + other.measures.length === 0 || inCommon(one, other) >= VERSION;

/** What of a task says which measure it belongs to. */
type OfMeasure = Pick<TaskRecord, 'measureId' | 'excerpt'>;

/**
 * Tasks with the ids that their measures have in another version; those that stay as they are are the same objects. An id
 * that another measure has there must not lend that measure the task: the task of a measure that is gone keeps its id
 * behind a mark, and has its measure back where that is, known by its words or else by its id. Pure.
 */
export function followed<Task extends OfMeasure>(
  tasks: readonly Task[],
  before: PolicyDocument,
  after: PolicyDocument,
): Task[] {
  const became = new Map(pairMeasures(before.measures, after.measures).map((pair) => [pair.before.id, pair.after.id]));
  const known = new Set(became.values());
  const free = after.measures.filter(({ id }) => !known.has(id));
  const back = ({ excerpt }: Task, own: string): string | undefined => {
    const words = fold(excerpt);
    const same = free.find(({ text }) => text.length >= MIN_WORDS && words.includes(fold(text)));
    return (same ?? free.find(({ id }) => id === own))?.id;
  };
  return tasks.map((task) => {
    const { measureId: id } = task;
    if (id === null) return task;
    const now = id.startsWith(GONE) ? (back(task, id.slice(GONE.length)) ?? id) : (became.get(id) ?? GONE + id);
    return now === id ? task : { ...task, measureId: now };
  });
}

/** Tasks by the document they belong to. */
export function tasksByDocument<Task extends { readonly documentId: string }>(
  tasks: readonly Task[],
): ReadonlyMap<string, Task[]> {
  const of = new Map<string, Task[]>();
  for (const task of tasks) {
    const own = of.get(task.documentId);
    if (own) own.push(task);
    else of.set(task.documentId, [task]);
  }
  return of;
}

/** The tasks of a document as a page has them that shows another version than the present one; not for its second page. */
export const tasksIn = (
  shown: PolicyDocument,
  tasks: readonly TaskRecord[],
  present: PolicyDocument,
): readonly TaskRecord[] => (isVersion(present, shown) ? followed(tasks, present, shown) : tasks);

/**
 * Lets the tasks of a document follow their measures into another version (`followed`). To be called inside a
 * transaction over `tasks`.
 */
export async function followMeasures(
  database: Database,
  documentId: string,
  before: PolicyDocument,
  after: PolicyDocument,
): Promise<void> {
  const tasks = await database.tasks.where({ documentId }).toArray();
  const now = followed(tasks, before, after);
  await database.tasks.bulkPut(now.filter((task, at) => task !== tasks[at]));
}

/**
 * Drafts of a page that shows another version than the present one, as of the present one. Where the page has a measure's
 * task already (as `followed` tells, which is what the page shows), the draft comes to that one. To be called inside a
 * transaction over `tasks`.
 */
export async function asOfPresent<Draft extends OfMeasure>(
  database: Database,
  documentId: string,
  drafts: readonly Draft[],
  shown: PolicyDocument,
  present: PolicyDocument,
): Promise<Draft[]> {
  // Asked for in any case: a function that asks the database for nothing lets go of the transaction.
  const tasks = await database.tasks.where({ documentId }).toArray();
  if (!isVersion(present, shown)) return [...drafts];
  const there = new Map(followed(tasks, present, shown).map(({ measureId }, at) => [measureId, tasks[at]!.measureId]));
  return followed(drafts, shown, present).map((draft, at) => {
    const known = there.get(drafts[at]!.measureId);
    return known === undefined ? draft : { ...draft, measureId: known };
  });
}
