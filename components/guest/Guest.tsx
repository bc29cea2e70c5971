import { i18n } from '#i18n';
import { Card, type CardProps } from './Card';
import { Pill, type PillProps } from './Pill';
import { Toolbar, type ToolbarProps } from './Toolbar';
import type { Notice } from './types';

export interface GuestProps {
  readonly pill: PillProps | null;
  readonly toolbar: ToolbarProps | null;
  readonly card: CardProps | null;
  readonly notice: Notice | null;
}

/** All that Dutymark shows in a page that is not its own. */
export function Guest({ pill, toolbar, card, notice }: GuestProps) {
  return (
    <div class="guest" lang={i18n.t('@@ui_locale').replace('_', '-') || undefined}>
      {pill && <Pill {...pill} />}
      {toolbar && <Toolbar {...toolbar} />}
      {card && <Card key={card.card.id} {...card} />}
      <div class="notices" role="status">
        {notice && (
          <p class={notice.bad ? 'notice bad' : 'notice'}>
            {notice.text}
            {notice.onUndo && (
              <button type="button" onClick={notice.onUndo}>
                {i18n.t('common.undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
