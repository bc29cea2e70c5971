import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import './hint.css';

/** What is open is no policy but a ledger of ours: it can be taken back where the tasks are. */
export function LedgerBar({ onTake }: { readonly onTake: () => void }) {
  return (
    <section class="reader-hint" aria-label={i18n.t('reader.ledger.title')}>
      <h2>{i18n.t('reader.ledger.title')}</h2>
      <p>{i18n.t('reader.ledger.text')}</p>
      <Button small variant="primary" icon="upload" onClick={onTake}>
        {i18n.t('reader.ledger.take')}
      </Button>
    </section>
  );
}
