import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../lib/page/types';
import { otherPlaces } from '../../lib/store/place';
import { tasksIn } from '../../lib/store/versions';
import { countOurs } from '../../lib/units/ours';
import type { Duty } from '../../lib/units/types';
import { Tabs } from '../ui/Tabs';
import { ToastRegion } from '../ui/Toast';
import { AccountLine } from './AccountLine';
import { Attention } from './Attention';
import { PickBar, SelectionBar } from './Bars';
import { useVersions } from './changes/useVersions';
import { EmptyList } from './EmptyList';
import { Facts } from './Facts';
import { FilterBar } from './FilterBar';
import { type Filter, noFilter } from './filter';
import { HeadingRow } from './HeadingRow';
import { ListHead } from './ListHead';
import { PanelLinks } from './PanelLinks';
import { PanelRow } from './PanelRow';
import { useReview } from './review/useReview';
import type { Row } from './rows';
import type { PolicyPanelProps, TabKey } from './types';
import { useActions } from './useActions';
import { useList } from './useList';
import { usePanelKeys } from './usePanelKeys';
import { usePolicyRows } from './usePolicyRows';
import { useRecords } from './useRecords';
import { VirtualList } from './VirtualList';
import { errorWord, groupWord, oursWord } from './words';

const estimates = { 'set-aside': 44, section: 38, group: 38, measure: 150, unread: 60, task: 80, annotation: 110 };

/** The panel of a policy that was read. */
export function PolicyPanel(props: PolicyPanelProps) {
  const { page, store, snapshot, policy, toasts, profiles } = props;
  const { documentId, duties } = snapshot;
  const hasDuties = duties.length > 0;
  const [chosen, setTab] = useState<TabKey | null>(null);
  const tab: TabKey = chosen ?? (hasDuties ? 'duties' : 'measures');
  const [filter, setFilter] = useState<Filter>(noFilter);
  const list = useList();
  const versions = useVersions(props);
  const stored = useRecords(store, props.watchStore, documentId);
  const records = useMemo(
    () => (versions.present ? { ...stored, tasks: tasksIn(policy, stored.tasks, versions.present) } : stored),
    [stored, versions.present, policy],
  );
  const view = usePolicyRows({
    snapshot,
    policy,
    records,
    decisions: props.decisions,
    tab,
    filter,
    folded: list.folded,
  });
  const { rows } = view;
  const deeds = useReview(props, records);

  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const sticky = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [covered, setCovered] = useState(0);
  const contentId = useId();

  const show = (target: PageTarget) => {
    page.reveal(target).then(
      (found) => found || toasts.show({ text: i18n.t('panel.notInPage') }),
      (error: unknown) => toasts.show({ text: errorWord(error), tone: 'error' }),
    );
  };
  const select = (key: TabKey, row: string) => {
    setTab(key);
    setFilter(noFilter);
    list.unfold(['*', ...list.folded]);
    list.go(row, false);
  };
  const actions = useActions(props, {
    snapshot,
    records,
    show: toasts.show,
    onAnnotated: (id) => select('annotations', `a:${id}`),
  });

  // A click on a mark in the page. What it names must be listed here before it can be scrolled to.
  const onSelect = useRef<(target: PageTarget) => void>(() => {});
  onSelect.current = (target) => {
    if (target.kind !== 'passage' && snapshot.anchors[target.id]?.span === null) {
      toasts.show({ text: i18n.t('panel.notInPage') });
    }
    if (target.kind === 'annotation') return select('annotations', `a:${target.id}`);
    if (target.kind === 'task') return select('tasks', `t:${target.id}`);
    if (target.kind === 'passage') return;
    const here = rows.find((row) => row.kind === 'measure' && row.measure.id === target.id);
    if (here) list.go(here.key, false);
    else select('measures', `m:${target.id}`);
  };
  useEffect(() => page.onSelect((target) => onSelect.current(target)), [page]);

  useLayoutEffect(() => {
    const element = sticky.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setCovered(element.offsetHeight));
    observer.observe(element);
    setCovered(element.offsetHeight);
    return () => observer.disconnect();
  }, []);

  const order = useMemo(() => rows.flatMap((row) => (row.kind === 'measure' ? [row.measure.id] : [])), [rows]);
  usePanelKeys({
    root,
    everywhere: props.ownsKeyboard ?? false,
    input,
    rows,
    list,
    order,
    actions,
    deeds,
    show,
    tab,
    view,
    anchors: snapshot.anchors,
  });

  const tabs = [
    ...(hasDuties || profiles.length === 0 || policy.measures.length > 0
      ? [{ key: 'duties' as const, text: i18n.t('panel.tab.duties'), ...dutyCounts(duties) }]
      : []),
    { key: 'measures' as const, text: i18n.t('panel.tab.measures'), count: policy.measures.length },
    { key: 'tasks' as const, text: i18n.t('panel.tab.tasks'), count: records.tasks.length },
    { key: 'annotations' as const, text: i18n.t('panel.tab.annotations'), count: records.annotations.length },
  ];
  const fresh = [...list.picked].filter((id) => !view.taken.has(id));

  return (
    <div class="panel-page" ref={root}>
      <div class="panel-scroll" ref={scroller} tabIndex={-1}>
        <Facts
          policy={policy}
          revision={snapshot.revision}
          alsoAt={otherPlaces(versions.head?.urls ?? [], snapshot.url)}
          onReveal={show}
          actions={<PanelLinks {...props} />}
        />
        <Attention panel={props} records={records} versions={versions} deeds={deeds} onReveal={show} />
        <div class="panel-sticky" ref={sticky}>
          <div class="panel-tabs">
            <Tabs label={i18n.t('panel.tabs')} tabs={tabs} value={tab} onChange={setTab} controls={contentId} />
          </div>
          {view.total > 0 && (
            <FilterBar
              filter={filter}
              onChange={setFilter}
              input={input}
              chips={view.chips}
              shown={view.shown}
              total={view.total}
            />
          )}
        </div>
        <div id={contentId} role="tabpanel" aria-label={tabs.find(({ key }) => key === tab)?.text}>
          {records.error !== null && (
            <p class="panel-problem" role="alert">
              {errorWord(records.error)}
            </p>
          )}
          {(tab === 'duties' || tab === 'measures') && (
            <AccountLine policy={policy} current={list.current} onCheck={(row) => select('measures', row)} />
          )}
          <ListHead
            tab={tab}
            panel={props}
            taken={view.taken}
            actions={actions}
            onChooseUnit={() => setTab('duties')}
            onJump={(group) => list.jump(`g:${group}`)}
            annotations={records.annotations}
            onReview={(id) => list.go(`a:${id}`, true)}
          />
          {rows.length === 0 && (
            <EmptyList
              tab={tab}
              panel={props}
              filtered={view.total > 0}
              onClearFilter={() => setFilter(noFilter)}
              onShowMeasures={() => setTab('measures')}
            />
          )}
          <VirtualList
            key={tab}
            label={tabs.find(({ key }) => key === tab)?.text ?? ''}
            rows={rows}
            scroller={scroller}
            covered={covered}
            estimate={(row) => estimates[row.kind]}
            wanted={list.wanted}
            stuck={(topmost) => <Stuck rows={rows} topmost={topmost} folded={list.folded} onFold={list.fold} />}
            render={(row) => (
              <PanelRow
                row={row}
                tab={tab}
                panel={props}
                list={list}
                view={view}
                records={records}
                filter={filter}
                actions={actions}
                deeds={deeds}
                changed={versions.changed}
                order={order}
                onReveal={show}
                onPickUnit={(unit) => {
                  setTab(tab === 'duties' ? 'duties' : 'measures');
                  setFilter({ ...filter, unit });
                }}
              />
            )}
          />
        </div>
      </div>
      <div class="panel-toasts">
        <ToastRegion toasts={toasts} />
      </div>
      {list.picked.size > 0 && (
        <PickBar
          count={list.picked.size}
          fresh={fresh.length}
          onTakeOn={() => actions.takeOn(fresh).then(list.clearPicked)}
          onClear={list.clearPicked}
        />
      )}
      <SelectionBar
        selection={snapshot.selection}
        onAnnotate={actions.annotateSelection}
        onTakeOn={actions.takeOnSelection}
      />
    </div>
  );
}

/** As the pill and the badge count them. */
function dutyCounts(duties: readonly Duty[]) {
  if (duties.length === 0) return {};
  const { mine, possible } = countOurs(duties);
  return { count: mine, maybe: possible, hint: oursWord(duties) };
}

/** The heading whose part is scrolled through. */
function Stuck(props: {
  readonly rows: readonly Row[];
  readonly topmost: number;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
}) {
  for (let index = props.topmost; index >= 0; index--) {
    const row = props.rows[index];
    if (row?.kind !== 'section' && row?.kind !== 'group') continue;
    const text = row.kind === 'section' ? row.section.heading : groupWord(row.group);
    return (
      <HeadingRow
        text={text}
        count={row.count}
        depth={0}
        folded={props.folded.has(row.key)}
        hint={text}
        onFold={() => props.onFold(row.key)}
      />
    );
  }
  return null;
}
