import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import './library.css';

/** Asks, once, whether files that are opened may be kept; until it is answered it stands over every file. */
export function LeaveBar({ onLeave }: { readonly onLeave: (leave: 'yes' | 'no') => void }) {
  return (
    <section class="leave" aria-label={i18n.t('library.leave.title')}>
      <h2>{i18n.t('library.leave.title')}</h2>
      <p>{i18n.t('library.leave.text')}</p>
      <div class="leave-actions">
        <Button variant="primary" small onClick={() => onLeave('yes')}>
          {i18n.t('library.leave.yes')}
        </Button>
        <Button small onClick={() => onLeave('no')}>
          {i18n.t('library.leave.no')}
        </Button>
      </div>
    </section>
  );
}
