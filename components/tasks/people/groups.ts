import { type PeopleField, peopleFields } from '../../../lib/follow/types';
import type { TaskRecord } from '../../../lib/store/types';
import { dueState } from '../../due';
import type { GroupBy } from '../groups';

/** Whether a list is grouped by people. */
export const isPeople = (by: GroupBy): by is PeopleField => (peopleFields as readonly string[]).includes(by);

/**
 * How many tasks of each person are overdue, where the list is grouped by people; null: of nobody. A task of two counts for both.
 *
 * @param today ISO calendar date
 */
export function lateBy(tasks: readonly TaskRecord[], by: GroupBy, today: string): ReadonlyMap<string | null, number> {
  const late = new Map<string | null, number>();
  if (!isPeople(by)) return late;
  for (const task of tasks) {
    if (dueState(task, today) !== 'overdue') continue;
    const names: readonly (string | null)[] = task[by]?.length ? task[by] : [null];
    for (const name of names) late.set(name, (late.get(name) ?? 0) + 1);
  }
  return late;
}
