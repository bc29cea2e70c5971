import { useCallback, useEffect, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import type { TaskData } from '../../components/tasks/actions';
import { readRoster } from '../../lib/follow/roster';
import { readStatusWords } from '../../lib/follow/status-words';
import { onOurMessage } from '../../lib/messages';
import { settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import type { StoreChange } from '../../lib/store/port';
import type { Answered } from './actions';

/** Changes that come within this time are read together, in milliseconds. */
const gather = 60;

const everything: StoreChange['tables'] = ['documents', 'tasks', 'annotations'];
const nothing: TaskData = { tasks: [], annotations: [], documents: [], tags: [] };

/** All that the page shows, read again whenever the store says that it changed. */
export function useTaskData() {
  const [data, setData] = useState<TaskData | null>(null);
  const [error, setError] = useState<string | null>(null);

  const take = useCallback(({ tasks, annotations }: Answered) => {
    setData(
      (before) =>
        before && {
          ...before,
          tasks: merged(before.tasks, tasks),
          annotations: merged(before.annotations, annotations),
        },
    );
  }, []);

  useEffect(() => {
    const due = new Set<StoreChange['tables'][number]>(everything);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const tables = new Set(due);
      due.clear();
      try {
        const part = await readTables(tables);
        setData((before) => ({ ...(before ?? nothing), ...part }));
        setError(null);
      } catch (reason) {
        for (const table of tables) due.add(table);
        setError(errorWords(reason));
      }
    };
    const stop = onOurMessage('storeChanged', ({ data: change }) => {
      for (const table of change.tables) due.add(table);
      clearTimeout(timer);
      timer = setTimeout(read, gather);
    });
    const desk = async () => {
      const [roster, words] = await Promise.all([settings.roster.getValue(), settings.statusWords.getValue()]);
      const part = { roster: readRoster(roster), words: readStatusWords(words) };
      setData((before) => ({ ...(before ?? nothing), ...part }));
    };
    const unwatch = [settings.roster.watch(() => void desk()), settings.statusWords.watch(() => void desk())];
    // What changed while the page was frozen or the worker was away is caught up with when the page is looked at.
    const onShow = () => {
      if (document.visibilityState !== 'visible') return;
      for (const table of everything) due.add(table);
      void read();
    };
    document.addEventListener('visibilitychange', onShow);
    void read()
      .then(desk)
      .catch(() => undefined);
    return () => {
      stop();
      for (const each of unwatch) each();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, []);

  return { data, error, take };
}

async function readTables(tables: ReadonlySet<StoreChange['tables'][number]>): Promise<Partial<TaskData>> {
  const part: { -readonly [Key in keyof TaskData]?: TaskData[Key] } = {};
  await Promise.all([
    tables.has('documents') && store.documentHeads().then((documents) => (part.documents = documents)),
    tables.has('tasks') && store.tasks().then((tasks) => (part.tasks = tasks)),
    tables.has('annotations') && store.annotations().then((annotations) => (part.annotations = annotations)),
    (tables.has('tasks') || tables.has('annotations')) && store.tags().then((tags) => (part.tags = tags)),
  ]);
  return part;
}

/** The list with the records that were answered in their places. */
function merged<Item extends { readonly id: string }>(
  list: readonly Item[],
  answered: readonly Item[] | undefined,
): readonly Item[] {
  if (!answered?.length) return list;
  const byId = new Map(answered.map((item) => [item.id, item]));
  return list.map((item) => byId.get(item.id) ?? item);
}
