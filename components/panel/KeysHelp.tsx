import { i18n } from '#i18n';
import { Dialog } from '../ui/Dialog';
import './keys-help.css';

/** The panel's single keys; see `usePanelKeys`. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['/'], i18n.t('panel.keys.filter')],
    [['j', 'k', '↓', '↑'], i18n.t('panel.keys.move')],
    [['Enter'], i18n.t('panel.keys.reveal')],
    [['x'], i18n.t('panel.keys.pick')],
    [['t'], i18n.t('panel.keys.take')],
    [['y'], i18n.t('panel.keys.ours')],
    [['n'], i18n.t('panel.keys.notOurs')],
    [['Esc'], i18n.t('panel.keys.clear')],
  ];
  return (
    <Dialog title={i18n.t('panel.keys.title')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
