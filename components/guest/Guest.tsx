import { i18n } from '#i18n';
import { Pill, type PillProps } from './Pill';

export interface GuestProps {
  readonly pill: PillProps | null;
}

/** What stands in a page that is not ours: what everybody may know, and nothing else. */
export function Guest({ pill }: GuestProps) {
  return (
    <div class="guest" lang={i18n.t('@@ui_locale').replace('_', '-') || undefined}>
      {pill && <Pill {...pill} />}
    </div>
  );
}
