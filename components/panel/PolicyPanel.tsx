import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../lib/page/types';
import { otherPlaces } from '../../lib/store/place';
import { tasksIn } from '../../lib/store/versions';
import { KeysHelp } from '../records/KeysHelp';
import { useCursor } from '../records/useCursor';
import { useSelection } from '../records/useSelection';
import { VirtualList } from '../records/VirtualList';
import { Tabs } from '../ui/Tabs';
import { ToastRegion } from '../ui/Toast';
import { AccountLine } from './AccountLine';
import { Attention } from './Attention';
import { PickBar, SelectionBar } from './Bars';
import { CompareDialog } from './changes/CompareDialog';
import { useVersions } from './changes/useVersions';
import { EmptyList } from './EmptyList';
import { Facts } from './Facts';
import { FilterBar } from './FilterBar';
import { type Filter, isFiltering, noFilter } from './filter';
import { panelKeyLines } from './key-lines';
import { ListHead } from './ListHead';
import { NoteDrafts } from './NoteDrafts';
import { PanelLinks } from './PanelLinks';
import { PanelRow } from './PanelRow';
import { useReview } from './review/useReview';
import type { Row } from './rows';
import { Stuck } from './Stuck';
import { tabsOf } from './tabs';
import type { PolicyPanelProps, TabKey } from './types';
import { useActions } from './useActions';
import { useBars } from './useBars';
import { useDensity } from './useDensity';
import { usePanelKeys } from './usePanelKeys';
import { usePolicyRows } from './usePolicyRows';
import { useRecords } from './useRecords';
import { errorWord } from './words';

/** Heights of rows that were not drawn yet, in CSS pixels. */
const estimates = {
  dense: { 'set-aside': 44, section: 30, group: 30, measure: 29, unread: 60, task: 29, annotation: 29 },
  loose: { 'set-aside': 44, section: 30, group: 30, measure: 150, unread: 60, task: 80, annotation: 110 },
};

/** Height of what was done, told over the end of the list, in CSS pixels. */
const TOASTS = 52;

/** The panel of a policy that was read. */
export function PolicyPanel(props: PolicyPanelProps) {
  const { page, store, snapshot, policy, toasts, profiles } = props;
  const { documentId, duties } = snapshot;
  const hasDuties = duties.length > 0;
  const [chosen, setTab] = useState<TabKey | null>(null);
  // A page that empties itself takes the tab of the duties along.
  const hasTab = hasDuties || profiles.length === 0 || policy.measures.length > 0;
  const tab: TabKey = (chosen === 'duties' && !hasTab ? null : chosen) ?? (hasDuties ? 'duties' : 'measures');
  const [filter, setFilter] = useState<Filter>(noFilter);
  const cursor = useCursor();
  const [help, setHelp] = useState(false);
  const [asking, setAsking] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [density, setDensity] = useDensity(props);
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
    folded: cursor.folded,
  });
  const { rows } = view;
  const deeds = useReview(props, records);

  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const bars = useBars();
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
    cursor.unfold([...cursor.folded]);
    cursor.go(row, false, true);
  };
  const actions = useActions(props, {
    snapshot,
    records,
    toasts,
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
    if (here) cursor.go(here.key, false, true);
    else select('measures', `m:${target.id}`);
  };
  useEffect(() => page.onSelect((target) => onSelect.current(target)), [page]);

  const order = useMemo(() => rows.flatMap((row) => (row.kind === 'measure' ? [row.measure.id] : [])), [rows]);
  const picks = useSelection(order, true);
  const onUnit = () => {
    // Whoever has a unit already changes it where all of it can be changed.
    if (profiles.length > 0) return props.onSetProfile(null);
    setTab('duties');
    setAsking(true);
  };
  const { goOn } = usePanelKeys({
    panel: props,
    root,
    input,
    view,
    cursor,
    picks,
    actions,
    deeds,
    show,
    onDensity: () => setDensity(density === 'dense' ? 'loose' : 'dense'),
    onUnit,
    onHelp: () => setHelp(true),
  });
  // The unit has been said: the keyboard goes on with the first thing to decide, in sight of as many as there is room for.
  const first = rows.find(({ kind }) => kind === 'measure')?.key;
  useEffect(() => {
    if (!asking || !hasDuties || tab !== 'duties' || !first) return;
    setAsking(false);
    cursor.come(first);
  }, [asking, hasDuties, tab, first]);

  const tabs = tabsOf(props, records);
  const fresh = [...picks.ids].filter((id) => !view.taken.has(id));

  return (
    <div class="panel-page" ref={root}>
      {/* biome-ignore lint/a11y/useSemanticElements: it scrolls; a section would be a landmark around the head's own. */}
      <div class="panel-scroll" ref={scroller} tabIndex={-1} role="group" aria-label={i18n.t('panel.name')}>
        <Facts
          policy={policy}
          revision={snapshot.revision}
          url={snapshot.url}
          alsoAt={otherPlaces(versions.head?.urls ?? [], snapshot.url)}
          onReveal={show}
          dense={density === 'dense'}
          onCompare={() => setComparing(true)}
          actions={<PanelLinks {...props} onHelp={() => setHelp(true)} />}
        />
        <Attention panel={props} records={records} versions={versions} deeds={deeds} onReveal={show} />
        <div class="panel-sticky panel-tabs" ref={bars.tabs}>
          <Tabs label={i18n.t('panel.tabs')} tabs={tabs} value={tab} onChange={setTab} controls={contentId} />
        </div>
        {view.total > 0 && (
          <div
            class={isFiltering(filter) ? 'panel-filter panel-filter-on' : 'panel-filter'}
            style={{ top: `${bars.tabsHeight}px` }}
            ref={bars.filter}
          >
            <FilterBar
              filter={filter}
              onChange={setFilter}
              input={input}
              chips={view.chips}
              shown={view.shown}
              total={view.total}
              density={density}
              onDensity={setDensity}
            />
          </div>
        )}
        <div id={contentId} role="tabpanel" aria-label={tabs.find(({ key }) => key === tab)?.text}>
          {records.error !== null && (
            <p class="panel-problem" role="alert">
              {errorWord(records.error)}
            </p>
          )}
          {(tab === 'duties' || tab === 'measures') && (
            <AccountLine policy={policy} current={cursor.current} onCheck={(row) => select('measures', row)} />
          )}
          <ListHead
            tab={tab}
            panel={props}
            taken={view.taken}
            claimed={view.claimed}
            actions={actions}
            onChooseUnit={onUnit}
            onJump={(group) => cursor.jump(`g:${group}`)}
            annotations={records.annotations}
            onReview={(id) => cursor.go(`a:${id}`, true, true)}
          />
          {tab === 'annotations' && <NoteDrafts panel={props} onReveal={show} />}
          {rows.length === 0 && (
            <EmptyList
              tab={tab}
              panel={props}
              asking={asking}
              filtered={view.total > 0}
              onClearFilter={() => setFilter(noFilter)}
              onShowMeasures={() => setTab('measures')}
            />
          )}
          <VirtualList
            key={`${tab} ${density}`}
            label={tabs.find(({ key }) => key === tab)?.text ?? ''}
            rows={rows}
            scroller={scroller}
            coveredBelow={TOASTS}
            covered={bars.tabsHeight + (isFiltering(filter) ? bars.filterHeight : 0)}
            estimate={(row) => estimates[density][row.kind]}
            markOf={markOf}
            current={cursor.current}
            onStand={cursor.stand}
            wanted={cursor.wanted}
            stuck={(topmost) => <Stuck rows={rows} topmost={topmost} folded={cursor.folded} onFold={cursor.fold} />}
            render={(row) => (
              <PanelRow
                row={row}
                at={{
                  tab,
                  density,
                  panel: props,
                  cursor,
                  picks,
                  view,
                  records,
                  filter,
                  actions,
                  deeds,
                  changed: versions.changed,
                  onReveal: show,
                  onDone: goOn,
                  onPickUnit: (unit) => {
                    setTab(tab === 'duties' ? 'duties' : 'measures');
                    setFilter({ ...filter, unit });
                  },
                }}
              />
            )}
          />
        </div>
      </div>
      <div class="panel-toasts">
        <ToastRegion toasts={toasts} />
      </div>
      {picks.ids.size > 0 && (
        <PickBar
          count={picks.ids.size}
          fresh={fresh.length}
          onTakeOn={() => actions.takeOn(fresh).then(picks.none)}
          onClear={picks.none}
        />
      )}
      <SelectionBar
        selection={snapshot.selection}
        onAnnotate={actions.annotateSelection}
        onTakeOn={actions.takeOnSelection}
      />
      {comparing && <CompareDialog panel={props} onReveal={show} onClose={() => setComparing(false)} />}
      {help && <KeysHelp lines={panelKeyLines()} onClose={() => setHelp(false)} />}
    </div>
  );
}

/** What shows one measure, task or annotation. */
const markOf = ({ kind }: Row) => (kind === 'measure' || kind === 'task' || kind === 'annotation' ? kind : null);
