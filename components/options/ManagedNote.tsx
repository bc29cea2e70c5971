import { i18n } from '#i18n';
import './managed-note.css';

/** Says that something was set by the administrator of the computer, and so cannot be changed here. */
export function ManagedNote() {
  return (
    <span class="managed-note" title={i18n.t('managed.why')}>
      {i18n.t('managed.by')}
    </span>
  );
}
