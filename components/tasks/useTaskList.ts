import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TaskRecord, TaskStatus } from '../../lib/store/types';
import { countPlaces, type Documents, type Filter, filterTasks, type InPlaces, type Narrow, taskParts } from './filter';
import { areImported, type SortKey, sortedPlaces, sortTasks } from './sort';
import { useSearch } from './useSearch';

/** How long is counted at a time, in milliseconds, before the page draws and answers again. */
const SLICE = 8;

export interface TaskListInput {
  readonly filter: Filter;
  /** null: nobody has chosen one. */
  readonly sort: SortKey | null;
  readonly documents: Documents;
  readonly today: string;
}

/** The tasks that are shown, and the counts beside what they can be filtered by. */
export function useTaskList(all: readonly TaskRecord[], { filter, sort, documents, today }: TaskListInput) {
  // Sorted once, then filtered: what is typed into the search costs no sorting.
  const order = useMemo(() => sortedPlaces(all, sort ?? 'due', documents), [all, sort, documents]);
  const sorted = useMemo(() => order.map((place) => all[place]!), [all, order]);
  const narrow = useSearch(all, taskParts);
  const { status } = filter;
  const key = JSON.stringify({ ...filter, status: null });
  // Looked through as they were read, which is how they lie in memory: in another order the processor waits for each of them, and
  // a hundred thousand take four times as long.
  const ofAnyStatus = useMemo(
    () => filterTasks(all, { ...filter, status: null }, documents, today, narrow),
    [all, key, documents, today, narrow],
  );
  // A table that somebody imported stands in its own order, until they ask for another.
  const by = useMemo(() => sort ?? (areImported(ofAnyStatus) ? 'taken' : 'due'), [sort, ofAnyStatus]);
  const tasks = useMemo(() => {
    const shown = status === null ? ofAnyStatus : ofAnyStatus.filter((task) => task.status === status);
    if (sort === null && by === 'taken') return sortTasks(shown, by, documents);
    return shown === all ? sorted : inPlaces(shown, all, order);
  }, [all, order, sorted, ofAnyStatus, status, sort, by, documents]);
  const counts = useMemo(() => countStatuses(ofAnyStatus), [ofAnyStatus]);
  return { tasks, by, counts, places: usePlaces(all, filter.text, documents, narrow) };
}

/** Some of the tasks, which stand in their order, in another. @param order Where among all stands what comes first, second and so on. */
function inPlaces(some: readonly TaskRecord[], all: readonly TaskRecord[], order: readonly number[]): TaskRecord[] {
  const shown = new Uint8Array(all.length);
  let next = 0;
  for (let place = 0; next < some.length && place < all.length; place++) {
    if (all[place] !== some[next]) continue;
    shown[place] = 1;
    next++;
  }
  return order.filter((place) => shown[place] === 1).map((place) => all[place]!);
}

/** Counted behind the list, which is shown at once; null until then. */
function usePlaces(
  tasks: readonly TaskRecord[],
  text: string,
  documents: Documents,
  narrow: Narrow<TaskRecord>,
): InPlaces | null {
  const [places, setPlaces] = useState<InPlaces | null>(null);
  useEffect(() => {
    setPlaces(null);
    if (text.trim() === '') return;
    const work = countPlaces(tasks, text, documents, narrow);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = () => {
      const from = performance.now();
      let step = work.next();
      while (!step.done && performance.now() - from < SLICE) step = work.next();
      if (step.done) setPlaces(step.value);
      else timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [tasks, text, documents, narrow]);
  return places;
}

function countStatuses(tasks: readonly TaskRecord[]): Record<TaskStatus, number> {
  const counts = { open: 0, doing: 0, done: 0, dropped: 0 };
  for (const { status } of tasks) counts[status] += 1;
  return counts;
}
