import { i18n } from '#i18n';
import { Dialog } from '../ui/Dialog';
import './keys-help.css';

/** One line of the help: keys as printed on them, each of which does the same or its counterpart. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What the keys of a list do. */
export function KeysHelp({ lines, onClose }: { readonly lines: readonly KeyLine[]; readonly onClose: () => void }) {
  return (
    <Dialog title={i18n.t('records.keys.title')} onClose={onClose}>
      <dl class="keys">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="keys-note">{i18n.t('records.keys.note')}</p>
    </Dialog>
  );
}
