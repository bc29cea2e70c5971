import { useMemo } from 'preact/hooks';
import type { PageTarget } from '../../lib/page/types';
import { Changes } from './changes/Changes';
import type { Versions } from './changes/useVersions';
import { ReviewQueue } from './review/ReviewQueue';
import type { PolicyPanelProps } from './types';
import type { Records } from './useRecords';
import { errorWord } from './words';

/** What needs the reader before anything else: a text that has changed, passages that moved. Nothing nearly always. */
export function Attention(props: {
  readonly panel: PolicyPanelProps;
  readonly records: Records;
  readonly versions: Versions;
  readonly onReveal: (target: PageTarget) => void;
}) {
  const { panel, records, versions, onReveal } = props;
  const taken = useMemo(
    () => new Set(records.tasks.flatMap(({ measureId }) => (measureId === null ? [] : [measureId]))),
    [records.tasks],
  );
  const acknowledge = () => {
    const id = panel.snapshot.documentId;
    if (id === null) return;
    panel.store.acknowledge(id).catch((error: unknown) => panel.toasts.show({ text: errorWord(error), tone: 'error' }));
  };
  return (
    <>
      <Changes versions={versions} taken={taken} onReveal={onReveal} onAcknowledge={acknowledge} />
      <ReviewQueue panel={panel} records={records} onReveal={onReveal} />
    </>
  );
}
