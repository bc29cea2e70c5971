import { i18n } from '#i18n';
import type { KeyLine } from '../records/KeyList';

/** What the task list's help says of its keys; `RecordList` and `TasksView` do it, and a test presses each. */
export function listKeyLines(): readonly KeyLine[] {
  return [
    { keys: ['/'], does: i18n.t('tasks.key.search') },
    { keys: ['j', 'k', '↓', '↑'], does: i18n.t('tasks.key.move') },
    { keys: ['Home', 'End'], does: i18n.t('records.keys.ends') },
    { keys: ['Enter', 'e'], does: i18n.t('tasks.key.open') },
    { keys: ['Space', 'x'], does: i18n.t('tasks.key.select') },
    { keys: ['Shift+Space'], does: i18n.t('tasks.key.range') },
    { keys: ['s'], does: i18n.t('panel.keys.pickGroup') },
    { keys: ['1', '2', '3', '4'], does: i18n.t('records.keys.status') },
    { keys: ['l'], does: i18n.t('records.keys.tag') },
    { keys: ['d'], does: i18n.t('records.keys.due') },
    { keys: ['m'], does: i18n.t('records.keys.noteKey') },
    { keys: ['o'], does: i18n.t('tasks.key.reveal') },
    { keys: ['Delete'], does: i18n.t('tasks.key.remove') },
    { keys: ['Ctrl+Z'], does: i18n.t('records.keys.undo') },
    { keys: ['v'], does: i18n.t('tasks.key.look') },
    { keys: ['Esc'], does: i18n.t('tasks.key.leave') },
    { keys: ['?'], does: i18n.t('records.keys.help') },
  ];
}
