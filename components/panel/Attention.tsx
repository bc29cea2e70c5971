import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../lib/page/types';
import type { TaskRecord } from '../../lib/store/types';
import { Changes } from './changes/Changes';
import type { Versions } from './changes/useVersions';
import { ReviewQueue } from './review/ReviewQueue';
import type { ReviewDeeds } from './review/useReview';
import type { PolicyPanelProps } from './types';
import type { Records } from './useRecords';
import { errorWord } from './words';

/** What needs the reader before anything else: a text that has changed, passages that moved. Nothing nearly always. */
export function Attention(props: {
  readonly panel: PolicyPanelProps;
  readonly records: Records;
  readonly versions: Versions;
  readonly deeds: ReviewDeeds;
  readonly onReveal: (target: PageTarget) => void;
}) {
  const { panel, records, versions, onReveal } = props;
  const taskOf = useMemo(
    () => new Map(records.tasks.flatMap((task) => (task.measureId === null ? [] : [[task.measureId, task] as const]))),
    [records.tasks],
  );
  const fail = (error: unknown) => panel.toasts.show({ text: errorWord(error), tone: 'error' });
  const setDue = (task: TaskRecord, dueDate: string) => {
    const put = (date: string | null) => panel.store.updateTasks([task.id], { dueDate: date });
    const undo = () => void put(task.dueDate).catch(fail);
    put(dueDate).then(() => panel.toasts.show({ text: i18n.t('changes.dueSet', [dueDate]), undo }), fail);
  };
  const acknowledge = () => {
    const id = panel.snapshot.documentId;
    if (id === null) return;
    panel.store.acknowledge(id).catch(fail);
  };
  return (
    <>
      {panel.snapshot.restless && (
        <p class="panel-restless" role="status">
          {i18n.t('panel.restless')}
        </p>
      )}
      {panel.snapshot.apart ? (
        <p class="panel-restless" role="status">
          {i18n.t('panel.apart', [`${panel.snapshot.apart}`])}
        </p>
      ) : null}
      <Changes versions={versions} taskOf={taskOf} onReveal={onReveal} onSetDue={setDue} onAcknowledge={acknowledge} />
      <ReviewQueue panel={panel} records={records} deeds={props.deeds} onReveal={onReveal} />
    </>
  );
}
