import { i18n } from '#i18n';
import { Dialog } from '../ui/Dialog';

const keys = [
  ['/', 'search'],
  ['↑ ↓ · J K', 'move'],
  ['Enter', 'open'],
  ['Space · X', 'select'],
  ['Shift + Space', 'range'],
  ['O', 'reveal'],
  ['Delete', 'remove'],
  ['Esc', 'leave'],
] as const;

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={i18n.t('tasks.keys')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={does}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{i18n.t(`tasks.key.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
