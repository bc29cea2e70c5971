import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';

export interface PermitProps {
  readonly url: string;
  /** Must ask the browser in the turn of the click. */
  readonly onAllow: () => void;
  /** Other ways to open a document. */
  readonly actions: ComponentChildren;
}

/** A file lies on a site that we may not read yet: says which one, and what allowing it means. */
export function Permit({ url, onAllow, actions }: PermitProps) {
  const { hostname } = new URL(url);
  return (
    <section class="reader-message">
      <h2>{i18n.t('library.permit.title', [hostname])}</h2>
      <p>{i18n.t('library.permit.text', [hostname])}</p>
      <div class="reader-message-actions">
        <Button variant="primary" icon="shield" onClick={onAllow}>
          {i18n.t('library.permit.allow')}
        </Button>
        {actions}
      </div>
    </section>
  );
}
