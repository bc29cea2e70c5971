import { i18n } from '#i18n';
import { countOurs } from '../../lib/units/ours';
import type { Duty } from '../../lib/units/types';
import type { TabItem } from '../ui/Tabs';
import type { PolicyPanelProps, TabKey } from './types';
import type { Records } from './useRecords';
import { oursWord } from './words';

/** The four lists with what each holds. */
export function tabsOf({ policy, profiles, snapshot }: PolicyPanelProps, records: Records): TabItem<TabKey>[] {
  const { duties } = snapshot;
  return [
    ...(duties.length > 0 || profiles.length === 0 || policy.measures.length > 0
      ? [{ key: 'duties' as const, text: i18n.t('panel.tab.duties'), ...dutyCounts(duties) }]
      : []),
    { key: 'measures' as const, text: i18n.t('panel.tab.measures'), count: policy.measures.length },
    { key: 'tasks' as const, text: i18n.t('panel.tab.tasks'), count: records.tasks.length },
    { key: 'annotations' as const, text: i18n.t('panel.tab.annotations'), count: records.annotations.length },
  ];
}

/** As the pill and the badge count them. */
function dutyCounts(duties: readonly Duty[]) {
  if (duties.length === 0) return {};
  const { mine, possible } = countOurs(duties);
  return { count: mine, ...(possible > 0 && { maybe: i18n.t('panel.tab.maybe', [possible]) }), hint: oursWord(duties) };
}
