import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { sourcesOf } from '../../lib/follow/holder';
import { KeysHelp } from '../records/KeysHelp';
import { noStatusWords, StatusWordsContext } from '../records/status-words';
import { useKeys } from '../records/useKeys';
import { TodayView } from '../today/TodayView';
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
import { annotationParts, type Filter, filterAnnotations, isFiltered, noFilter } from './filter';
import { BeginsContext } from './follow/begins';
import { HandDialog } from './follow/HandDialog';
import { Incoming, type IncomingKind } from './Incoming';
import { listKeyLines } from './key-lines';
import { firstLayout, type Layout } from './layout';
import { Notices } from './Notices';
import { OfficeContext, useOfficeOf } from './people/office';
import { type SortKey, sortAnnotations } from './sort';
import { TasksPane } from './TasksPane';
import './tasks-view.css';
import { useChanges } from './useChanges';
import { useSearch } from './useSearch';
import { useSettled } from './useSettled';
import { useTaskList } from './useTaskList';
import { ViewsDialog } from './ViewsDialog';
import { Working } from './Working';

const none: TaskData['tasks'] = [];
const noSources: readonly string[] = [];

/** The two lists. */
type ListTab = 'tasks' | 'annotations';
export type TasksTab = 'today' | ListTab;

/** What each list is sorted by; null: nobody has chosen it. */
interface Sorting {
  readonly tasks: SortKey | null;
  readonly annotations: SortKey;
}

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
  /** A ledger that another page of ours has handed over: it is shown once the tasks are there. */
  readonly given?: File | null;
  /** How the list is laid out; where it is not given the view keeps it itself. */
  readonly layout?: Layout;
  readonly onLayout?: (layout: Layout) => void;
}

/** All tasks and annotations of all documents. */
export function TasksView(props: TasksViewProps) {
  const { data, error, actions, notice, today, tab: first = 'tasks', documentId = null } = props;
  const [tab, setTab] = useState<TasksTab>(first);
  const [filter, setFilter] = useState<Filter>({ ...noFilter, documentId });
  const settled = useSettled(filter);
  const [sort, setSort] = useState<Sorting>({ tasks: null, annotations: 'updated' });
  const list: ListTab = tab === 'annotations' ? 'annotations' : 'tasks';
  const [incoming, setIncoming] = useState<IncomingKind | null>(null);
  const { given } = props;
  const ready = data !== null && !data.reading;
  useEffect(() => void (given && ready && setIncoming('ledger')), [given, ready]);
  const [adding, setAdding] = useState(false);
  const [help, setHelp] = useState(false);
  const [viewing, setViewing] = useState(false);
  const [layout, setLayout] = useLayout(props);
  const search = useRef<HTMLInputElement>(null);
  const toasts = useToasts();
  const changes = useChanges(actions, toasts, isFiltered(filter) ? () => setFilter(noFilter) : null);

  const documents = useMemo(() => new Map((data?.documents ?? []).map((head) => [head.id, head])), [data?.documents]);
  const { tasks, by, counts, places } = useTaskList(data?.tasks ?? none, {
    filter: settled,
    sort: sort.tasks,
    documents,
    today,
  });
  const sortedNotes = useMemo(
    () => sortAnnotations(data?.annotations ?? [], sort.annotations, documents),
    [data?.annotations, sort.annotations, documents],
  );
  const inNotes = useSearch(sortedNotes, annotationParts);
  const annotations = useMemo(
    () => filterAnnotations(sortedNotes, settled, documents, inNotes),
    [sortedNotes, settled, documents, inNotes],
  );
  const root = useRef<HTMLDivElement>(null);
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  useKeys({
    root,
    everywhere: true,
    keys: {
      '/': done(() => search.current?.focus()),
      '?': done(() => setHelp(true)),
      v: done(() => setLayout({ ...layout, look: layout.look === 'table' ? 'cards' : 'table' })),
      'mod+z': done(toasts.undoLast),
    },
  });

  const all = data?.[list].length ?? 0;
  const sortedBy = list === 'tasks' ? by : sort.annotations;
  const pane = data && {
    data,
    documents,
    actions,
    changes,
    layout,
    sort: sortedBy,
    onSort: (key: SortKey) => setSort({ ...sort, [list]: key }),
    onUndo: toasts.undoLast,
    onTag: (tag: string) => setFilter({ ...filter, tag }),
  };
  const office = useOfficeOf(data);
  const sources = useMemo(() => sourcesOf(data?.tasks ?? none), [data?.tasks]);
  return (
    <StatusWordsContext.Provider value={data?.words ?? noStatusWords}>
      <OfficeContext.Provider value={office}>
        <BeginsContext.Provider value={actions.beginsOf}>
          <div class={layout.look === 'table' && tab !== 'today' ? 'tasks tasks-wide' : 'tasks'} ref={root}>
            <header class="tasks-head">
              <h1>{i18n.t('tasks.heading')}</h1>
              <Tabs
                label={i18n.t('tasks.heading')}
                value={tab}
                onChange={setTab}
                controls="tasks-pane"
                tabs={[
                  { key: 'today', text: i18n.t('today.tab') },
                  { key: 'tasks', text: i18n.t('tasks.tabTasks'), count: countOf(data, 'tasks') },
                  { key: 'annotations', text: i18n.t('tasks.tabAnnotations'), count: countOf(data, 'annotations') },
                ]}
              />
              <div class="tasks-tools">
                <IconButton icon="plus" label={i18n.t('hand.add')} onClick={() => setAdding(true)} />
                <IconButton icon="upload" label={i18n.t('exchange.open')} onClick={() => setIncoming('exchange')} />
                {tab !== 'today' && (
                  <IconButton icon="columns" label={i18n.t('tasks.views.title')} onClick={() => setViewing(true)} />
                )}
                <IconButton icon="keyboard" label={i18n.t('records.keys.title')} onClick={() => setHelp(true)} />
                <IconButton icon="question" label={i18n.t('help.open')} onClick={actions.openHelp} />
                <IconButton icon="settings" label={i18n.t('tasks.options')} onClick={actions.openOptions} />
              </div>
            </header>
            {notice}
            <Notices
              data={data}
              documents={documents}
              today={today}
              actions={actions}
              changes={changes}
              layout={layout}
              onLayout={setLayout}
            />
            {error && (
              <EmptyState tone="error" icon="alert" title={i18n.t('tasks.unread')}>
                {error !== i18n.t('errors.unknown') && <p>{error}</p>}
                <p>{i18n.t('tasks.unreadWhy')}</p>
              </EmptyState>
            )}
            <main class="tasks-pane" id="tasks-pane" aria-label={tabWord(tab)}>
              {pane && all > 0 && tab !== 'today' && (
                <Filters
                  of={list}
                  filter={filter}
                  onFilter={setFilter}
                  sort={sortedBy}
                  onSort={(key) => setSort({ ...sort, [list]: key })}
                  group={layout.group}
                  onGroup={(group) => setLayout({ ...layout, group })}
                  documents={data.documents}
                  sources={list === 'tasks' ? sources : noSources}
                  tags={data.tags}
                  counts={data.reading ? null : counts}
                  places={places}
                  search={search}
                />
              )}
              {pane && tab === 'today' && all > 0 && (
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
              {!data && !error && (
                <div class="waiting">
                  <Progress value={null} label={i18n.t('tasks.reading')} />
                </div>
              )}
              {data && all === 0 && (
                <Empty
                  of={list}
                  onSample={actions.openSample}
                  onFile={actions.openFile}
                  onImport={() => setIncoming(list === 'tasks' ? 'ledger' : 'annotations')}
                />
              )}
              {pane && all > 0 && tab === 'tasks' && (
                <TasksPane {...pane} items={tasks} today={today} onReturn={() => setIncoming('ledger')} />
              )}
              {pane && all > 0 && tab === 'annotations' && (
                <AnnotationsPane {...pane} items={annotations} onBring={() => setIncoming('annotations')} />
              )}
              {all > 0 && tab !== 'today' && !data?.reading && (tab === 'tasks' ? tasks : annotations).length === 0 && (
                <NothingFits onClear={() => setFilter(noFilter)} />
              )}
            </main>
            {help && <KeysHelp lines={listKeyLines()} onClose={() => setHelp(false)} />}
            {changes.progress && <Working at={changes.progress} />}
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
            {incoming && (
              <Incoming
                kind={incoming}
                data={data}
                actions={actions}
                changes={changes}
                given={given}
                onClose={() => setIncoming(null)}
              />
            )}
            {viewing && (
              <ViewsDialog
                layout={layout}
                onLayout={setLayout}
                present={{ filter, sort: sortedBy, group: layout.group }}
                onView={(view) => {
                  setFilter(view.filter);
                  setSort({ ...sort, [list]: view.sort });
                  setLayout({ ...layout, group: view.group });
                }}
                onClose={() => setViewing(false)}
              />
            )}
            <ToastRegion toasts={toasts} />
          </div>
        </BeginsContext.Provider>
      </OfficeContext.Provider>
    </StatusWordsContext.Provider>
  );
}

const tabWord = (tab: TasksTab): string =>
  tab === 'today' ? i18n.t('today.tab') : i18n.t(`tasks.tab${tab === 'tasks' ? 'Tasks' : 'Annotations'}`);

/** While the rest is being read, as many as were counted. */
const countOf = (data: TaskData | null, list: ListTab): number | undefined =>
  data?.reading?.[list] ?? data?.[list].length;

/** The layout, kept by whoever owns the page, or by the view itself. */
function useLayout({ layout, onLayout }: Pick<TasksViewProps, 'layout' | 'onLayout'>) {
  const [own, setOwn] = useState(layout ?? firstLayout);
  const set = (next: Layout) => {
    setOwn(next);
    onLayout?.(next);
  };
  return [layout ?? own, set] as const;
}
