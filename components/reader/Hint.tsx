import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import './hint.css';

/** What a newcomer has to know, in four lines; goes away for good when told. */
export function Hint({ onClose }: { readonly onClose: () => void }) {
  return (
    <section class="reader-hint" aria-label={i18n.t('reader.hintTitle')}>
      <h2>{i18n.t('reader.hintTitle')}</h2>
      <ol>
        <li>{i18n.t('reader.hint1', [i18n.t('panel.tab.duties')])}</li>
        <li>{i18n.t('reader.hint2')}</li>
        <li>{i18n.t('reader.hint3', [i18n.t('panel.tab.measures')])}</li>
        <li>{i18n.t('reader.hint4')}</li>
      </ol>
      <Button small onClick={onClose}>
        {i18n.t('reader.hintClose')}
      </Button>
    </section>
  );
}
