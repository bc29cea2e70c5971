import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { Holdings } from './types';

/** Asks before everything goes: offers a backup first, and wants a tick, for this has no undo. */
export function DeleteDialog(props: {
  readonly holdings: Holdings | null;
  readonly onClose: () => void;
  readonly onBackup: () => Promise<unknown>;
  readonly onDelete: () => void;
}) {
  const [sure, setSure] = useState(false);
  const { documents = 0, tasks = 0, annotations = 0 } = props.holdings ?? {};
  return (
    <Dialog
      title={i18n.t('options.deleteTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{i18n.t('common.cancel')}</Button>
          <Button variant="danger" icon="trash" disabled={!sure} onClick={props.onDelete}>
            {i18n.t('options.deleteNow')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('options.deleteHolds', [documents, tasks, annotations])}</p>
      <Button icon="download" onClick={() => void props.onBackup()}>
        {i18n.t('options.backupFirst')}
      </Button>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        {i18n.t('options.deleteSure')}
      </label>
    </Dialog>
  );
}
