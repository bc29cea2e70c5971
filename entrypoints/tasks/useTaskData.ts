import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import type { Reading, TaskData } from '../../components/tasks/actions';
import { readRoster } from '../../lib/follow/roster';
import { readStatusWords } from '../../lib/follow/status-words';
import { onOurMessage } from '../../lib/messages';
import { settings } from '../../lib/settings';
import { toStoreError } from '../../lib/store/errors';
import { createLists } from '../../lib/store/lists';
import {
  type Answered,
  bothDue,
  dueOf,
  editInSteps,
  everythingDue,
  MANY,
  readDue,
  tagsOf,
  withAnswered,
  withRead,
} from './due-tables';

/** Changes that come within this time are read together, in milliseconds. */
const gather = 60;
/** Rows of each list that are read before all others: more than a screen holds. */
const firstRows = 100;
/** Records that are read again, to be sure, whenever the page comes in sight. */
const few = 2000;
/** After a reading that failed another is tried, in milliseconds. */
const again = 3000;

/** How often it is shown how far the reading is, in milliseconds. */
const pace = 250;

const nothing: TaskData = { tasks: [], annotations: [], documents: [], tags: [] };
const lists = createLists();

/**
 * All that the page shows. The first rows come at once; the rest behind, and from then on what the store says has changed.
 */
export function useTaskData() {
  const [data, setData] = useState<TaskData | null>(null);
  const [error, setError] = useState<string | null>(null);

  const shown = useRef(data);
  shown.current = data;
  const take = useCallback((answered: Answered) => {
    const { edited } = answered;
    if (!edited || !shown.current || edited.receipt.changes.length <= MANY)
      return setData((before) => before && withAnswered(before, answered));
    void editInSteps(shown.current, edited).then((change) => setData((before) => before && change(before)));
  }, []);

  useEffect(() => {
    let due = everythingDue;
    let size = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let work: Promise<void> = Promise.resolve();
    const later = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(read, wait);
    };
    let told = 0;
    const tellRead = (count: number) => {
      if (performance.now() - told < pace) return;
      told = performance.now();
      setData((before) =>
        before?.reading ? { ...before, reading: { ...before.reading, done: shareOf(before.reading, count) } } : before,
      );
    };
    const readNow = async () => {
      const now = due;
      due = {};
      try {
        const part = await readDue(lists, now, tellRead);
        setData((before) => {
          const next = withRead(before ?? nothing, part);
          size = next.tasks.length + next.annotations.length;
          return { ...next, tags: tagsOf(next), reading: null };
        });
        setError(null);
      } catch (reason) {
        due = bothDue(now, due);
        setError(errorWords(toStoreError(reason)));
        // What stood in the way (another version of the extension at its upgrade) may be over by then.
        later(again);
      }
    };
    /** One reading after the other: a later one must not be overtaken by an earlier one. */
    const read = () => {
      work = work.then(readNow);
    };
    const stop = onOurMessage('storeChanged', ({ data: change }) => {
      due = bothDue(due, dueOf(change));
      later(gather);
    });
    const readAll = () => {
      due = everythingDue;
      read();
    };
    const onShow = () => {
      if (document.visibilityState === 'visible' && size <= few) readAll();
    };
    const onRestored = ({ persisted }: PageTransitionEvent) => persisted && readAll();
    document.addEventListener('visibilitychange', onShow);
    // A page that was frozen has heard of nothing meanwhile.
    document.addEventListener('resume', readAll);
    addEventListener('pageshow', onRestored);
    void firstSight().then((first) => {
      if (first) setData((before) => before ?? first);
      read();
    });
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
      document.removeEventListener('resume', readAll);
      removeEventListener('pageshow', onRestored);
    };
  }, []);

  return { data: useOffice(data), error, take };
}

/** With the people, the status words and the units of the reader's office, as they are kept by now. */
function useOffice(data: TaskData | null): TaskData | null {
  const [office, setOffice] = useState<Pick<TaskData, 'roster' | 'words' | 'units'>>({});
  useEffect(() => {
    const read = async () => {
      const [roster, words, units] = await Promise.all([
        settings.roster.getValue(),
        settings.statusWords.getValue(),
        settings.profiles.getValue(),
      ]);
      setOffice({ roster: readRoster(roster), words: readStatusWords(words), units });
    };
    // Without them the list is as good as ever: names are typed instead of chosen.
    const again = () => void read().catch(() => undefined);
    again();
    const stops = [settings.roster.watch(again), settings.statusWords.watch(again), settings.profiles.watch(again)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return useMemo(() => data && { ...data, ...office }, [data, office]);
}

const shareOf = ({ tasks, annotations }: Reading, count: number): number | null =>
  tasks === null || annotations === null ? null : count / Math.max(1, tasks + annotations);

/** The first rows, with the counts that stand outside the database; null where they could not be had, or are all there is. */
async function firstSight(): Promise<TaskData | null> {
  try {
    const [{ whole, ...first }, counted] = await Promise.all([lists.first(firstRows), settings.tally.getValue()]);
    if (whole) return null;
    return {
      ...first,
      tags: [],
      reading: { tasks: counted?.tasks ?? null, annotations: counted?.annotations ?? null, done: null },
    };
  } catch {
    // The reading that follows says what is wrong.
    return null;
  }
}
