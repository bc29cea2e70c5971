import { i18n } from '#i18n';
import type { KeyLine } from '../records/KeyList';

/** What the panel's help says of its keys; `usePanelKeys` does it, and a test presses each. */
export function panelKeyLines(): readonly KeyLine[] {
  return [
    { keys: ['/'], does: i18n.t('panel.keys.filter') },
    { keys: ['j', 'k', '↓', '↑'], does: i18n.t('panel.keys.move') },
    { keys: ['Home', 'End'], does: i18n.t('records.keys.ends') },
    { keys: ['Enter'], does: i18n.t('panel.keys.reveal') },
    { keys: ['e'], does: i18n.t('records.keys.open') },
    { keys: ['t'], does: i18n.t('panel.keys.take') },
    { keys: ['a'], does: i18n.t('panel.keys.takeAll') },
    { keys: ['y'], does: i18n.t('panel.keys.ours') },
    { keys: ['n'], does: i18n.t('panel.keys.notOurs') },
    { keys: ['+', '-'], does: i18n.t('panel.keys.whole') },
    { keys: ['l'], does: i18n.t('records.keys.tag') },
    { keys: ['d'], does: i18n.t('records.keys.due') },
    { keys: ['m'], does: i18n.t('records.keys.noteKey') },
    { keys: ['1', '2', '3', '4'], does: i18n.t('records.keys.status') },
    { keys: ['x'], does: i18n.t('panel.keys.pick') },
    { keys: ['s'], does: i18n.t('panel.keys.pickGroup') },
    { keys: ['Ctrl+Z'], does: i18n.t('records.keys.undo') },
    { keys: ['v'], does: i18n.t('panel.keys.density') },
    { keys: ['u'], does: i18n.t('panel.keys.unit') },
    { keys: ['Esc'], does: i18n.t('panel.keys.clear') },
    { keys: ['?'], does: i18n.t('records.keys.help') },
  ];
}
