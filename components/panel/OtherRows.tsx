import { i18n } from '#i18n';
import type { Unread } from '../../lib/policy/types';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import './other-rows.css';
import { unreadWord } from './words';

/** What looks like an assignment and could not be read; leads to its sentence. */
export function UnreadRow({ unread, onReveal }: { readonly unread: Unread; readonly onReveal: () => void }) {
  return (
    <div class="unread">
      <p class="unread-name">
        <Icon name="question" size={13} />
        {i18n.t('panel.unreadTitle')} · {unreadWord(unread.reason)}
      </p>
      <button type="button" class="link-quiet" data-main onClick={onReveal}>
        {i18n.t('panel.quoted', [unread.text])}
      </button>
    </div>
  );
}

/** What the reader said is not ours, here. */
export function SetAsideRow({ title, onTakeBack }: { readonly title: string; readonly onTakeBack: () => void }) {
  return (
    <div class="set-aside">
      <span class="set-aside-title">{title}</span>
      <Button small variant="quiet" icon="undo" data-main onClick={onTakeBack}>
        {i18n.t('panel.takeBack')}
      </Button>
    </div>
  );
}
