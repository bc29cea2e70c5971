import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { elsewhereOf } from './elsewhere';
import { NearNames } from './NotNamed';
import { Onboarding } from './Onboarding';
import type { PolicyPanelProps, TabKey } from './types';

export interface EmptyListProps {
  readonly tab: TabKey;
  readonly panel: PolicyPanelProps;
  /** There is something, but the filter lets nothing through. */
  readonly filtered: boolean;
  readonly onClearFilter: () => void;
  readonly onShowMeasures: () => void;
  /** Whoever is asked for their unit came by key. */
  readonly asking: boolean;
}

/** Why a list is empty and how something gets into it. */
export function EmptyList({ tab, panel, filtered, onClearFilter, onShowMeasures, asking }: EmptyListProps) {
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title={i18n.t('panel.empty.filtered')}
        actions={<Button onClick={onClearFilter}>{i18n.t('panel.clearFilter')}</Button>}
      />
    );
  }
  if (tab === 'duties' && panel.profiles.length === 0) {
    return <Onboarding policy={panel.policy} onSetProfile={panel.onSetProfile} focus={asking} />;
  }
  const names = panel.profiles.map(({ name }) => name).join('、');
  const elsewhere = elsewhereOf(panel.policy, panel.profiles);
  switch (tab) {
    case 'duties':
      return (
        <EmptyState
          icon="user"
          title={i18n.t('panel.empty.duties', [names])}
          actions={
            <>
              <Button onClick={onShowMeasures}>{i18n.t('panel.showMeasures')}</Button>
              {panel.onOpenOptions && (
                <Button variant="quiet" onClick={panel.onOpenOptions}>
                  {i18n.t('panel.editProfile')}
                </Button>
              )}
            </>
          }
        >
          <p>
            <NearNames policy={panel.policy} profiles={panel.profiles} />
            {elsewhere
              ? i18n.t(`panel.elsewhere.${elsewhere.how}`, [elsewhere.region, names])
              : i18n.t('panel.empty.dutiesText')}
          </p>
        </EmptyState>
      );
    case 'measures':
      return (
        <EmptyState icon="file" title={i18n.t('panel.empty.measures')}>
          <p>{i18n.t('panel.empty.measuresText')}</p>
        </EmptyState>
      );
    case 'tasks':
      return (
        <EmptyState icon="listTodo" title={i18n.t('panel.empty.tasks')}>
          <p>{i18n.t('panel.empty.tasksText')}</p>
        </EmptyState>
      );
    case 'annotations':
      return (
        <EmptyState icon="highlighter" title={i18n.t('panel.empty.annotations')}>
          <p>{i18n.t('panel.empty.annotationsText')}</p>
        </EmptyState>
      );
  }
}
