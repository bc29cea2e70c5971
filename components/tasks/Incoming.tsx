import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { TaskActions, TaskData } from './actions';
import type { BringDialog } from './bring/BringDialog';
import { ExchangeDialog } from './exchange/ExchangeDialog';
import type { ReturnDialog } from './ledger/ReturnDialog';
import type { Changes } from './useChanges';

/** What comes in as a file: a ledger, colleagues' tasks, annotations. */
export type IncomingKind = 'ledger' | 'exchange' | 'annotations';

/** The dialogs that bring a ledger or annotations in. */
interface Dialogs {
  readonly Bring: typeof BringDialog;
  readonly Return: typeof ReturnDialog;
}

/** Loaded when one of them is first asked for: most visits to the list need neither. Null until then. */
function useDialogs(wanted: boolean): Dialogs | null {
  const [dialogs, setDialogs] = useState<Dialogs | null>(null);
  useEffect(() => {
    if (!wanted) return;
    void Promise.all([import('./bring/BringDialog'), import('./ledger/ReturnDialog')]).then(([bring, back]) =>
      setDialogs({ Bring: bring.BringDialog, Return: back.ReturnDialog }),
    );
  }, [wanted]);
  return dialogs;
}

/** What waits for its dialog goes away by the key that would close it. */
function useEscape(waits: boolean, onEscape: () => void): void {
  useLayoutEffect(() => {
    if (!waits) return undefined;
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [waits]);
}

/** Takes a file that comes in, and shows what it would change before anything is. */
export function Incoming(props: {
  readonly kind: IncomingKind;
  readonly data: TaskData | null;
  readonly actions: TaskActions;
  readonly changes: Changes;
  /** A ledger that another page of ours has handed over. */
  readonly given?: File | null | undefined;
  readonly onClose: () => void;
}) {
  const { kind, actions, changes, onClose } = props;
  const tasks = props.data?.tasks ?? [];
  const dialogs = useDialogs(kind !== 'exchange');
  useEscape(kind !== 'exchange' && !dialogs, onClose);
  if (kind === 'exchange')
    return (
      <ExchangeDialog tasks={tasks} actions={actions.exchange} onApply={changes.mergeExchange} onClose={onClose} />
    );
  if (!dialogs) return null;
  const { Bring, Return } = dialogs;
  if (kind === 'annotations')
    return <Bring actions={actions.notes} onApply={changes.bringAnnotations} onClose={onClose} />;
  return (
    <Return
      tasks={tasks}
      actions={actions.ledger}
      onApply={(patches, seen, left) =>
        changes.patchTasks(
          seen.filter(({ id }) => patches.has(id)),
          patches,
          left,
        )
      }
      onImport={changes.importLedger}
      given={props.given}
      onClose={onClose}
    />
  );
}
