import { i18n } from '#i18n';
import './saved-state.css';
import { Icon } from './Icon';
import type { SaveState } from './useAutosave';

/** Whether what was typed is safe, in words. */
export function SavedState({ state }: { readonly state: SaveState }) {
  return (
    <span class={`saved-state saved-${state}`} role="status">
      {state === 'saved' && <Icon name="check" size={12} />}
      {state === 'failed' && <Icon name="alert" size={12} />}
      {words(state)}
    </span>
  );
}

function words(state: SaveState): string {
  switch (state) {
    case 'idle':
      return '';
    case 'dirty':
    case 'saving':
      return i18n.t('common.saving');
    case 'saved':
      return i18n.t('common.saved');
    case 'failed':
      return i18n.t('common.notSaved');
  }
}
