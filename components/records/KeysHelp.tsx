import { i18n } from '#i18n';
import { Dialog } from '../ui/Dialog';
import { type KeyLine, KeyList } from './KeyList';
import './keys-help.css';

/** What the keys of a list do. */
export function KeysHelp({ lines, onClose }: { readonly lines: readonly KeyLine[]; readonly onClose: () => void }) {
  return (
    <Dialog title={i18n.t('records.keys.title')} onClose={onClose}>
      <KeyList lines={lines} />
      <p class="keys-note">{i18n.t('records.keys.note')}</p>
    </Dialog>
  );
}
