import type { TaskActions, TaskData } from './actions';
import { BringDialog } from './bring/BringDialog';
import { ExchangeDialog } from './exchange/ExchangeDialog';
import { ReturnDialog } from './ledger/ReturnDialog';
import type { Changes } from './useChanges';

/** What comes in as a file: a ledger, colleagues' tasks, annotations. */
export type IncomingKind = 'ledger' | 'exchange' | 'annotations';

/** Takes a file that comes in, and shows what it would change before anything is. */
export function Incoming(props: {
  readonly kind: IncomingKind;
  readonly data: TaskData | null;
  readonly actions: TaskActions;
  readonly changes: Changes;
  readonly onClose: () => void;
}) {
  const { kind, actions, changes, onClose } = props;
  const tasks = props.data?.tasks ?? [];
  if (kind === 'annotations')
    return <BringDialog actions={actions.notes} onApply={changes.bringAnnotations} onClose={onClose} />;
  if (kind === 'exchange')
    return (
      <ExchangeDialog tasks={tasks} actions={actions.exchange} onApply={changes.mergeExchange} onClose={onClose} />
    );
  return (
    <ReturnDialog
      tasks={tasks}
      actions={actions.ledger}
      onApply={(patches, seen) =>
        changes.patchTasks(
          seen.filter(({ id }) => patches.has(id)),
          patches,
        )
      }
      onImport={changes.importLedger}
      onClose={onClose}
    />
  );
}
