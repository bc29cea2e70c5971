import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../../lib/page/types';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { ChangeList } from './ChangeList';
import { Notice } from './Notice';
import type { Versions } from './useVersions';

/** What is different from the version the reader knows: ours first. Stays until the reader says that it was seen. */
export function Changes(props: {
  readonly versions: Versions;
  /** The reader's tasks by `measureId`. */
  readonly taskOf: ReadonlyMap<string, TaskRecord>;
  readonly onReveal: (target: PageTarget) => void;
  /** A task takes over the new deadline of its measure. */
  readonly onSetDue: (task: TaskRecord, date: string) => void;
  readonly onAcknowledge: () => void;
}) {
  const { told, baseline } = props.versions;
  const [open, setOpen] = useState(false);
  if (!told || !baseline) return null;
  const { facts, entries, renumbered } = told;
  const mine = entries.filter((entry) => entry.mine).length;
  const count = entries.length + renumbered.length + facts.length;
  const title = [
    i18n.t('changes.title', [baseline.lastSeen.slice(0, 10), `${count}`]),
    mine > 0 && i18n.t('changes.mine', [`${mine}`]),
  ].filter(Boolean);
  return (
    <Notice
      icon="alert"
      title={title.join('')}
      open={open}
      onToggle={() => setOpen(!open)}
      action={
        <Button small icon="check" onClick={props.onAcknowledge}>
          {i18n.t('changes.acknowledge')}
        </Button>
      }
    >
      <ChangeList told={told} {...props} />
    </Notice>
  );
}
