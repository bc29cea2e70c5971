import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskStatus } from '../../lib/store/types';
import { IconButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Progress } from '../ui/Progress';
import { Tabs } from '../ui/Tabs';
import { ToastRegion } from '../ui/Toast';
import { useToasts } from '../ui/useToasts';
import { AnnotationsPane } from './AnnotationsPane';
import type { TaskActions, TaskData } from './actions';
import { Empty, NothingFits } from './Empty';
import { Filters } from './Filters';
import { annotationParts, type Filter, filterAnnotations, filterTasks, noFilter, taskParts } from './filter';
import { KeyHelp } from './KeyHelp';
import { type SortKey, sortAnnotations, sortTasks } from './sort';
import { TasksPane } from './TasksPane';
import './tasks-view.css';
import { useChanges } from './useChanges';
import { useSearch } from './useSearch';

export type TasksTab = 'tasks' | 'annotations';

export interface TasksViewProps {
  /** null while it is being read for the first time. */
  readonly data: TaskData | null;
  /** Why it could not be read, in words; what was read before stays. */
  readonly error: string | null;
  readonly actions: TaskActions;
  /** Said above all else. */
  readonly notice?: ComponentChildren;
  /** ISO calendar date. */
  readonly today: string;
  readonly tab?: TasksTab;
  readonly documentId?: string | null;
}

/** All tasks and annotations of all documents. */
export function TasksView(props: TasksViewProps) {
  const { data, error, actions, notice, today, tab: first = 'tasks', documentId = null } = props;
  const [tab, setTab] = useState<TasksTab>(first);
  const [filter, setFilter] = useState<Filter>({ ...noFilter, documentId });
  const [sort, setSort] = useState<Readonly<Record<TasksTab, SortKey>>>({ tasks: 'due', annotations: 'updated' });
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const toasts = useToasts();
  const changes = useChanges(actions, toasts);

  const documents = useMemo(() => new Map((data?.documents ?? []).map((head) => [head.id, head])), [data?.documents]);
  // Sorted once, then filtered: what is typed into the search costs no sorting.
  const sortedTasks = useMemo(
    () => sortTasks(data?.tasks ?? [], sort.tasks, documents),
    [data?.tasks, sort.tasks, documents],
  );
  const inTasks = useSearch(sortedTasks, taskParts);
  const tasks = useMemo(
    () => filterTasks(sortedTasks, filter, documents, today, inTasks),
    [sortedTasks, filter, documents, today, inTasks],
  );
  const sortedNotes = useMemo(
    () => sortAnnotations(data?.annotations ?? [], sort.annotations, documents),
    [data?.annotations, sort.annotations, documents],
  );
  const inNotes = useSearch(sortedNotes, annotationParts);
  const annotations = useMemo(
    () => filterAnnotations(sortedNotes, filter, documents, inNotes),
    [sortedNotes, filter, documents, inNotes],
  );
  const counts = useMemo(() => countStatuses(data), [data?.tasks]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
      if (key === '/') search.current?.focus();
      else if (key === '?') setHelp(true);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const all = data?.[tab].length ?? 0;
  const pane = data && { data, documents, actions, changes, onTag: (tag: string) => setFilter({ ...filter, tag }) };
  return (
    <div class="tasks">
      <header class="tasks-head">
        <h1>{i18n.t('tasks.heading')}</h1>
        <Tabs
          label={i18n.t('tasks.heading')}
          value={tab}
          onChange={setTab}
          controls="tasks-pane"
          tabs={[
            { key: 'tasks', text: i18n.t('tasks.tabTasks'), count: countOf(data, 'tasks') },
            { key: 'annotations', text: i18n.t('tasks.tabAnnotations'), count: countOf(data, 'annotations') },
          ]}
        />
        <div class="tasks-tools">
          <IconButton icon="keyboard" label={i18n.t('tasks.keys')} onClick={() => setHelp(true)} />
          <IconButton icon="settings" label={i18n.t('tasks.options')} onClick={actions.openOptions} />
        </div>
      </header>
      {notice}
      {error && <EmptyState tone="error" icon="alert" title={error} />}
      <main
        class="tasks-pane"
        id="tasks-pane"
        aria-label={i18n.t(`tasks.tab${tab === 'tasks' ? 'Tasks' : 'Annotations'}`)}
      >
        {pane && all > 0 && (
          <Filters
            of={tab}
            filter={filter}
            onFilter={setFilter}
            sort={sort[tab]}
            onSort={(key) => setSort({ ...sort, [tab]: key })}
            documents={data.documents}
            tags={data.tags}
            counts={data.reading ? null : counts}
            search={search}
          />
        )}
        {data && all === 0 && <Empty of={tab} onSample={actions.openSample} onFile={actions.openFile} />}
        {pane && all > 0 && tab === 'tasks' && <TasksPane {...pane} items={tasks} today={today} />}
        {pane && all > 0 && tab === 'annotations' && <AnnotationsPane {...pane} items={annotations} />}
        {all > 0 && !data?.reading && (tab === 'tasks' ? tasks : annotations).length === 0 && (
          <NothingFits onClear={() => setFilter(noFilter)} />
        )}
      </main>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      {changes.progress !== null && (
        <div class="tasks-working">
          <Progress value={changes.progress} label={i18n.t('tasks.working')} />
        </div>
      )}
      <ToastRegion toasts={toasts} />
    </div>
  );
}

/** While the rest is being read, as many as were counted. */
const countOf = (data: TaskData | null, tab: TasksTab): number | undefined =>
  data?.reading?.[tab] ?? data?.[tab].length;

function countStatuses(data: TaskData | null): Record<TaskStatus, number> {
  const counts = { open: 0, doing: 0, done: 0, dropped: 0 };
  for (const { status } of data?.tasks ?? []) counts[status] += 1;
  return counts;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
}
