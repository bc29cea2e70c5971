import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TaskRecord, TaskStatus } from '../../lib/store/types';
import { countPlaces, type Documents, type Filter, filterTasks, type InPlaces, type Narrow, taskParts } from './filter';
import { areImported, type SortKey, sortTasks } from './sort';
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
  const sorted = useMemo(() => sortTasks(all, sort ?? 'due', documents), [all, sort, documents]);
  const narrow = useSearch(sorted, taskParts);
  const { status } = filter;
  const key = JSON.stringify({ ...filter, status: null });
  const ofAnyStatus = useMemo(
    () => filterTasks(sorted, { ...filter, status: null }, documents, today, narrow),
    [sorted, key, documents, today, narrow],
  );
  // A table that somebody imported stands in its own order, until they ask for another.
  const by = useMemo(() => sort ?? (areImported(ofAnyStatus) ? 'taken' : 'due'), [sort, ofAnyStatus]);
  const tasks = useMemo(() => {
    const shown = status === null ? ofAnyStatus : ofAnyStatus.filter((task) => task.status === status);
    return sort === null && by === 'taken' ? sortTasks(shown, by, documents) : shown;
  }, [ofAnyStatus, status, sort, by, documents]);
  const counts = useMemo(() => countStatuses(ofAnyStatus), [ofAnyStatus]);
  return { tasks, by, counts, places: usePlaces(sorted, filter.text, documents, narrow) };
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
