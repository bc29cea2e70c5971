import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type PeopleField, peopleFields } from '../../lib/follow/types';
import type { TaskStatus } from '../../lib/store/types';
import { TodayView } from '../today/TodayView';
import { IconButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Tabs } from '../ui/Tabs';
import { ToastRegion } from '../ui/Toast';
import { useToasts } from '../ui/useToasts';
import { AnnotationsPane } from './AnnotationsPane';
import type { TaskActions, TaskData } from './actions';
import { Empty, NothingFits } from './Empty';
import { ExchangeDialog } from './exchange/ExchangeDialog';
import { Filters } from './Filters';
import { type Filter, filterAnnotations, filterTasks, noFilter } from './filter';
import { HandDialog } from './follow/HandDialog';
import { KeyHelp } from './KeyHelp';
import { GroupStrip } from './people/GroupStrip';
import { OfficeContext, useOfficeOf } from './people/office';
import { type SortKey, sortAnnotations, sortTasks } from './sort';
import { TasksPane } from './TasksPane';
import './tasks-view.css';
import { useChanges } from './useChanges';

/** The two lists. */
type ListTab = 'tasks' | 'annotations';
export type TasksTab = 'today' | ListTab;

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
  const [sort, setSort] = useState<Readonly<Record<ListTab, SortKey>>>({ tasks: 'due', annotations: 'updated' });
  const list: ListTab = tab === 'annotations' ? 'annotations' : 'tasks';
  const [merging, setMerging] = useState(false);
  const [adding, setAdding] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const toasts = useToasts();
  const changes = useChanges(actions, toasts);

  const documents = useMemo(() => new Map((data?.documents ?? []).map((head) => [head.id, head])), [data?.documents]);
  const tasks = useMemo(
    () => sortTasks(filterTasks(data?.tasks ?? [], filter, documents, today), sort.tasks, documents),
    [data?.tasks, filter, documents, today, sort.tasks],
  );
  const annotations = useMemo(
    () => sortAnnotations(filterAnnotations(data?.annotations ?? [], filter, documents), sort.annotations, documents),
    [data?.annotations, filter, documents, sort.annotations],
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

  const all = data?.[list].length ?? 0;
  const pane = data && { data, documents, actions, changes, onTag: (tag: string) => setFilter({ ...filter, tag }) };
  const office = useOfficeOf(data);
  const grouped = tab === 'tasks' && isPeople(sort.tasks) ? sort.tasks : null;
  return (
    <OfficeContext.Provider value={office}>
      <div class="tasks">
        <header class="tasks-head">
          <h1>{i18n.t('tasks.heading')}</h1>
          <Tabs
            label={i18n.t('tasks.heading')}
            value={tab}
            onChange={setTab}
            controls="tasks-pane"
            tabs={[
              { key: 'today', text: i18n.t('today.tab') },
              { key: 'tasks', text: i18n.t('tasks.tabTasks'), count: data?.tasks.length },
              { key: 'annotations', text: i18n.t('tasks.tabAnnotations'), count: data?.annotations.length },
            ]}
          />
          <div class="tasks-tools">
            <IconButton icon="plus" label={i18n.t('hand.add')} onClick={() => setAdding(true)} />
            <IconButton icon="upload" label={i18n.t('exchange.open')} onClick={() => setMerging(true)} />
            <IconButton icon="keyboard" label={i18n.t('tasks.keys')} onClick={() => setHelp(true)} />
            <IconButton icon="settings" label={i18n.t('tasks.options')} onClick={actions.openOptions} />
          </div>
        </header>
        {notice}
        {error && <EmptyState tone="error" icon="alert" title={error} />}
        <main
          class="tasks-pane"
          id="tasks-pane"
          aria-label={
            tab === 'today' ? i18n.t('today.tab') : i18n.t(`tasks.tab${tab === 'tasks' ? 'Tasks' : 'Annotations'}`)
          }
        >
          {pane && all > 0 && tab !== 'today' && (
            <Filters
              of={list}
              filter={filter}
              onFilter={setFilter}
              sort={sort[list]}
              onSort={(key) => setSort({ ...sort, [list]: key })}
              documents={data.documents}
              tags={data.tags}
              counts={counts}
              search={search}
            />
          )}
          {grouped && data && (
            <GroupStrip
              field={grouped}
              tasks={filterTasks(data.tasks, { ...filter, person: null }, documents, today)}
              today={today}
              person={filter.person}
              onPick={(person) => setFilter({ ...filter, person })}
            />
          )}
          {pane && tab === 'today' && (all > 0 || data.tasks.length > 0) && (
            <TodayView
              tasks={data.tasks}
              today={today}
              documents={documents}
              tags={data.tags}
              onChange={changes.changeTask}
              changesOf={actions.changesOf}
              onReveal={(task) => changes.reveal(actions.revealTask(task))}
              onRemove={(task) => changes.removeTasks([task.id])}
              onAll={() => setTab('tasks')}
              onAdd={() => setAdding(true)}
            />
          )}
          {data && all === 0 && <Empty of={list} onSample={actions.openSample} onFile={actions.openFile} />}
          {pane && all > 0 && tab === 'tasks' && <TasksPane {...pane} items={tasks} today={today} />}
          {pane && all > 0 && tab === 'annotations' && <AnnotationsPane {...pane} items={annotations} />}
          {all > 0 && tab !== 'today' && (tab === 'tasks' ? tasks : annotations).length === 0 && (
            <NothingFits onClear={() => setFilter(noFilter)} />
          )}
        </main>
        {adding && (
          <HandDialog
            today={today}
            onAdd={(task) =>
              changes
                .tell(actions.addByHand(task))
                .then(() => toasts.show({ text: i18n.t('hand.added', [task.title]) }))
            }
            onClose={() => setAdding(false)}
          />
        )}
        {merging && (
          <ExchangeDialog
            tasks={data?.tasks ?? []}
            actions={actions.exchange}
            onApply={changes.mergeExchange}
            onClose={() => setMerging(false)}
          />
        )}
        {help && <KeyHelp onClose={() => setHelp(false)} />}
        <ToastRegion toasts={toasts} />
      </div>
    </OfficeContext.Provider>
  );
}

const isPeople = (key: SortKey): key is PeopleField => (peopleFields as readonly string[]).includes(key);

function countStatuses(data: TaskData | null): Record<TaskStatus, number> {
  const counts = { open: 0, doing: 0, done: 0, dropped: 0 };
  for (const { status } of data?.tasks ?? []) counts[status] += 1;
  return counts;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
}
