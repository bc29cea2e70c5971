import { i18n } from '#i18n';
import type { Room } from '../lib/store/room';
import './loss-notice.css';
import { sizeWord } from './size';

/** Said before the storage is full. */
export function RoomNotice({ room }: { readonly room: Room }) {
  return (
    <div class="loss" role="alert">
      <p>{i18n.t('options.roomTight', [sizeWord(room.used), sizeWord(room.of)])}</p>
    </div>
  );
}
